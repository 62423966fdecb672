package org.mneme.lower;

import java.util.Optional;
import java.util.OptionalLong;
import org.mneme.targets.Target;
import org.mneme.targets.WeightFormat;

/**
 * Weights that a target's synapses hold exactly, for synapses that may be stronger than they must.
 *
 * <p>Rounding away from zero is sound only for those: what silences a neuron without memory, or one with a floor, in whichever tick it
 * arrives, does so too if it is stronger, since the sum stays at or below what it was, and the threshold is not reached either way.
 */
public final class Strengths {
    private static final int SEARCHED = 1 << 20;

    private Strengths() {}

    /**
     * Returns the weakest weight of at least a strength that some format of the target holds.
     *
     * @param board the target; empty where it holds all integers
     * @param weight the weakest that will do, not 0
     * @return a weight of the same sign; the weight itself where no format reaches it
     */
    public static long atLeast(Optional<Target> board, long weight) {
        if (board.isEmpty() || weight == 0) {
            return weight;
        }
        long magnitude = Math.abs(weight);
        long best = Long.MAX_VALUE;
        for (WeightFormat format : board.get().formats()) {
            for (int e = format.lowestExponent(); e <= format.highestExponent(); e++) {
                long grain = grain(format, e);
                long candidate = Math.ceilDiv(magnitude, grain) * grain;
                if (candidate < best && format.holds(weight < 0 ? -candidate : candidate, e)) {
                    best = candidate;
                }
            }
        }
        long found = best == Long.MAX_VALUE ? magnitude : best;
        return weight < 0 ? -found : found;
    }

    /** The smallest weight above 0 of a format at an exponent, of which all others are multiples. */
    static long grain(WeightFormat format, int exponent) {
        if (exponent >= 0) {
            return (long) format.step() << exponent;
        }
        long step = format.step();
        for (int k = 0; k < -exponent && step % 2 == 0; k++) {
            step /= 2;
        }
        return step;
    }

    /**
     * Says whether some format of the target holds a weight exactly.
     *
     * @param board the target; empty where it holds all integers
     * @param weight an integer
     * @return whether one does
     */
    public static boolean holds(Optional<Target> board, long weight) {
        return board.isEmpty()
                || board.get().formats().stream().anyMatch(format -> {
                    boolean held = false;
                    for (int e = format.lowestExponent(); e <= format.highestExponent() && !held; e++) {
                        held = format.holds(weight, e);
                    }
                    return held;
                });
    }

    /**
     * Returns the weakest weight k of at least a strength so that the target holds both k − taken and −k.
     *
     * @param board the target
     * @param least the weakest that will do, &gt; taken
     * @param taken by how much the positive weight is less, ≥ 0
     * @return k; the least itself where no such pair is near
     */
    static long pair(Optional<Target> board, long least, long taken) {
        for (long k = least; k < least + SEARCHED; k++) {
            if (holds(board, k - taken) && holds(board, -k)) {
                return k;
            }
        }
        return least;
    }

    /**
     * Returns the largest magnitude of a negative weight that the target holds.
     *
     * @param board the target
     * @return ≥ 0; empty where it holds all integers
     */
    static OptionalLong heaviestInhibition(Optional<Target> board) {
        return board.map(target -> target.formats().stream()
                        .mapToLong(f -> (long)
                                Math.min(-f.low() * Math.scalb(1.0, f.highestExponent()), (double) Integer.MAX_VALUE))
                        .max())
                .orElse(OptionalLong.empty());
    }

    /**
     * Returns the largest magnitude that the target holds with both signs.
     *
     * @param board the target
     * @return &gt; 0; empty where it holds all integers
     */
    static OptionalLong largest(Optional<Target> board) {
        return board.map(target -> target.formats().stream()
                        .mapToLong(f -> f.low() == 0
                                ? 0
                                : (long) (Math.min(-(double) f.low(), f.high()) * Math.scalb(1.0, f.highestExponent())))
                        .max())
                .orElse(OptionalLong.empty());
    }
}
