package org.mneme.motor;

import java.util.List;
import java.util.SplittableRandom;
import org.mneme.bits.Signs;

/**
 * A posture, the pen, and the place in the sequence as N signs.
 *
 * <p>The features are shared out among the two joint angles ({@link PhaseCode} each), the pen (1 in {@value #PEN_SHARE}, each with its
 * own polarity) and the context, in a random order. The context signs of a place in the sequence are random and its own: they keep apart
 * the postures that occur twice, in crossing strokes and repeated letters. Reading uses the angle and pen features.
 */
final class MovementCode {
    private static final int PEN_SHARE = 20;
    private static final double MARGIN = 0.05;
    private static final double NARROWEST = 0.01;

    private final PhaseCode shoulder;
    private final PhaseCode elbow;
    private final boolean[] penDown;
    private final int[] feature;
    private final long contextSeed;

    private MovementCode(PhaseCode shoulder, PhaseCode elbow, boolean[] penDown, int[] feature, long contextSeed) {
        this.shoulder = shoulder;
        this.elbow = elbow;
        this.penDown = penDown;
        this.feature = feature;
        this.contextSeed = contextSeed;
    }

    /**
     * Draws a code for a range of movement.
     *
     * @param range postures; the code covers their angles and a margin
     * @param features N, at least 4
     * @param context the share of context features, 0…0.9
     * @param seed draws phases, polarities, order and context
     * @return the code
     */
    static MovementCode over(List<JointAngles> range, int features, double context, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int contexts = (int) Math.round(context * features);
        int pens = Math.max(1, Math.min(features / PEN_SHARE, features - contexts - 2));
        int angles = features - contexts - pens;
        PhaseCode shoulder =
                covering(range.stream().mapToDouble(JointAngles::shoulder).toArray(), (angles + 1) / 2, random.split());
        PhaseCode elbow =
                covering(range.stream().mapToDouble(JointAngles::elbow).toArray(), angles / 2, random.split());
        boolean[] penDown = new boolean[pens];
        for (int k = 0; k < pens; k++) {
            penDown[k] = random.nextBoolean();
        }
        return new MovementCode(shoulder, elbow, penDown, Shuffle.of(features, random), random.nextLong());
    }

    private static PhaseCode covering(double[] angles, int size, SplittableRandom random) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double angle : angles) {
            low = Math.min(low, angle);
            high = Math.max(high, angle);
        }
        double margin = Math.max(MARGIN * (high - low), NARROWEST / 2);
        return PhaseCode.of(low - margin, high + margin, size, random);
    }

    /**
     * Encodes a point of a movement.
     *
     * @param place its place in the sequence
     * @param angles the posture
     * @param down whether the pen draws
     * @return N signs
     */
    Signs encode(int place, JointAngles angles, boolean down) {
        int[] signs = new int[feature.length];
        int next = 0;
        for (boolean sign : shoulder.encode(angles.shoulder())) {
            signs[feature[next++]] = sign ? 1 : -1;
        }
        for (boolean sign : elbow.encode(angles.elbow())) {
            signs[feature[next++]] = sign ? 1 : -1;
        }
        for (boolean sign : penDown) {
            signs[feature[next++]] = sign == down ? 1 : -1;
        }
        SplittableRandom context = new SplittableRandom(contextSeed + place);
        while (next < signs.length) {
            signs[feature[next++]] = context.nextBoolean() ? 1 : -1;
        }
        return Signs.of(signs);
    }

    /**
     * Reads the posture.
     *
     * @param state N signs
     * @return the angles whose code agrees best
     */
    JointAngles angles(Signs state) {
        return new JointAngles(
                shoulder.decode(k -> state.at(feature[k])), elbow.decode(k -> state.at(feature[shoulder.size() + k])));
    }

    /**
     * Reads the pen.
     *
     * @param state N signs
     * @return true where most pen features say that it draws
     */
    boolean down(Signs state) {
        int votes = 0;
        for (int k = 0; k < penDown.length; k++) {
            int sign = state.at(feature[shoulder.size() + elbow.size() + k]);
            votes += penDown[k] ? sign : -sign;
        }
        return votes > 0;
    }
}
