package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mneme.bits.Signs;
import org.mneme.motor.PhaseCode;
import org.mneme.motor.Shuffle;

/**
 * A posture, and the place in the memory, as N signs.
 *
 * <p>Each number that varies has a {@link PhaseCode} over its range in all motions together, so that equal angles have equal signs
 * whatever the gait: most waves change sign once over the range, so that the pattern with the largest overlap is that of the pose nearest in
 * the sum of all joints' differences; the others are fast and read finely. Joints get features in proportion to their range, so that a degree of any joint counts alike; what the body does gets
 * seven tenths of what a joint gets. The context ({@link ContextSigns}) keeps apart poses that occur twice. Reading uses the angle features alone.
 */
final class PostureCode {
    /** Features of a number that varies, at the least. */
    static final int LEAST = 6;

    private static final double MARGIN = 0.05;
    private static final double CONSTANT = 0.01;
    private static final double FINE = 0.2;
    private static final double SLOWEST = 1;
    private static final double FASTEST = 6;

    private final double[] constant;
    private final List<Part> parts;
    private final ContextSigns context;
    private final int[] feature;

    private PostureCode(double[] constant, List<Part> parts, ContextSigns context, int[] feature) {
        this.constant = constant;
        this.parts = parts;
        this.context = context;
        this.feature = feature;
    }

    /** A channel that varies, its code, and where the code's features begin. */
    private record Part(int channel, PhaseCode code, int first) {}

    /**
     * Draws a code.
     *
     * @param channels what the poses' numbers are
     * @param poses P arrays of C numbers; the code covers their ranges and a margin
     * @param features N
     * @param share of the context among the features, 0…0.9; rounded to whole blocks of {@link ContextSigns#block}, at least one unless 0
     * @param seed draws phases, context and the order of the features
     * @return the code
     * @throws FewFeaturesException if N is too small
     */
    static PostureCode over(List<MotionChannel> channels, List<double[]> poses, int features, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] low = extremes(channels.size(), poses, true);
        double[] high = extremes(channels.size(), poses, false);
        List<Integer> varying = IntStream.range(0, channels.size())
                .filter(c -> high[c] - low[c] > CONSTANT)
                .boxed()
                .toList();
        int block = ContextSigns.block(poses.size());
        int contexts = share == 0 ? 0 : block * (int) Math.max(1, Math.round(share * features / block));
        if (features - contexts < LEAST * Math.max(1, varying.size())) {
            int needed = contexts + LEAST * Math.max(1, varying.size());
            throw new FewFeaturesException(features, varying.size(), contexts, needed);
        }
        int[] sizes = shares(weights(channels, varying, low, high), features - contexts);
        List<Part> parts = new ArrayList<>();
        int first = 0;
        for (int v = 0; v < varying.size(); v++) {
            int c = varying.get(v);
            double margin = MARGIN * (high[c] - low[c]);
            boolean joint = channels.get(c).quantity() == Quantity.ANGLE;
            double from = low[c] - margin;
            double to = high[c] + margin;
            PhaseCode waves = joint
                    ? joint(from, to, sizes[v], random.split())
                    : PhaseCode.of(from, to, sizes[v], random.split());
            parts.add(new Part(c, waves, first));
            first += sizes[v];
        }
        ContextSigns context = new ContextSigns(features - first, poses.size(), random.split());
        return new PostureCode(poses.getFirst().clone(), parts, context, Shuffle.of(features, random));
    }

    /**
     * Waves of half a period over the range, that change sign once, at even distances: their signs differ in proportion to how far two
     * angles are apart. The others, {@value #FINE} of all, have {@value #SLOWEST}…{@value #FASTEST} periods and read it finely.
     */
    private static PhaseCode joint(double low, double high, int size, SplittableRandom random) {
        int fine = (int) Math.round(FINE * size);
        int slow = size - fine;
        double[] frequencies = new double[size];
        double[] phases = new double[size];
        for (int k = 0; k < slow; k++) {
            frequencies[k] = 0.5;
            phases[k] = (1 - (k + 0.5) / slow) / 2 + (random.nextBoolean() ? 0.5 : 0);
        }
        for (int k = slow; k < size; k++) {
            frequencies[k] = SLOWEST * StrictMath.pow(FASTEST / SLOWEST, (k - slow + 0.5) / fine);
            phases[k] = random.nextDouble();
        }
        return PhaseCode.of(low, high, frequencies, phases);
    }

    private static double[] extremes(int channels, List<double[]> poses, boolean least) {
        return IntStream.range(0, channels)
                .mapToDouble(c -> {
                    var all = poses.stream().mapToDouble(pose -> pose[c]);
                    return (least ? all.min() : all.max()).orElse(0);
                })
                .toArray();
    }

    private static double[] weights(List<MotionChannel> channels, List<Integer> varying, double[] low, double[] high) {
        double joint = varying.stream()
                .filter(c -> channels.get(c).quantity() == Quantity.ANGLE)
                .mapToDouble(c -> high[c] - low[c])
                .average()
                .orElse(1);
        return varying.stream()
                .mapToDouble(c -> channels.get(c).quantity() == Quantity.ANGLE ? high[c] - low[c] : 0.7 * joint)
                .toArray();
    }

    /** Shares out features in proportion to weights, at least {@value #LEAST} each; what rounding leaves goes to the largest rests. */
    private static int[] shares(double[] weights, int features) {
        int[] sizes = new int[weights.length];
        Arrays.fill(sizes, LEAST);
        double total = Arrays.stream(weights).sum();
        int spare = features - LEAST * weights.length;
        double[] rest = new double[weights.length];
        int given = 0;
        for (int k = 0; k < sizes.length; k++) {
            // what the least gives a narrow range is not given again
            double exact = spare * weights[k] / total;
            sizes[k] += (int) exact;
            given += (int) exact;
            rest[k] = exact - (int) exact;
        }
        IntStream.range(0, rest.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -rest[k]).thenComparingInt(k -> k))
                .limit(spare - given)
                .forEach(k -> sizes[k]++);
        return sizes;
    }

    /** The features that tell the place. */
    int[] contexts() {
        return Arrays.copyOfRange(feature, feature.length - context.size(), feature.length);
    }

    /**
     * Encodes a pose.
     *
     * @param place its place in the memory, 0…P−1
     * @param pose C numbers
     * @return N signs
     */
    Signs encode(int place, double[] pose) {
        int[] signs = new int[feature.length];
        int next = 0;
        for (Part part : parts) {
            for (boolean sign : part.code().encode(pose[part.channel()])) {
                signs[feature[next++]] = sign ? 1 : -1;
            }
        }
        for (int k = 0; k < context.size(); k++) {
            signs[feature[next++]] = context.at(place, k) ? 1 : -1;
        }
        return Signs.of(signs);
    }

    /**
     * Reads a pose.
     *
     * @param state N signs; zeros are unknown
     * @return C numbers; those that never vary as they are
     */
    double[] decode(Signs state) {
        double[] pose = constant.clone();
        for (Part part : parts) {
            pose[part.channel()] = part.code().decode(k -> state.at(feature[part.first() + k]));
        }
        return pose;
    }
}
