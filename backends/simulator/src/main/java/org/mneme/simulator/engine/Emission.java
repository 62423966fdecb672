package org.mneme.simulator.engine;

import org.mneme.bits.IntTable;

/** The rules by which neurons spike, and with what payload, one rule a method (docs/concepts/semantics.md). */
final class Emission {
    private static final double WORDS = 0x1p32;

    private Emission() {}

    /** The sign of x; 0 repeats the last sign sent. */
    static int sign(long x, int last) {
        return x > 0 ? 1 : x < 0 ? -1 : last;
    }

    static int sign(double x, int last) {
        return x > 0 ? 1 : x < 0 ? -1 : last;
    }

    static boolean sends(long payload, boolean sendZero) {
        return payload != 0 || sendZero;
    }

    static boolean sends(double payload, boolean sendZero) {
        return payload != 0 || sendZero;
    }

    static long lookup(IntTable table, long x) {
        return table.at(x);
    }

    /** y·y·…·y, d factors, multiplied from the left. */
    static double power(double y, int degree) {
        double product = y;
        for (int factor = 1; factor < degree; factor++) {
            product = product * y;
        }
        return product;
    }

    static double exponential(double y, double kappa, double center) {
        return StrictMath.exp(kappa * (y - center));
    }

    static double step(double x, double at, double gain) {
        return x >= at ? gain : 0;
    }

    /** Whether a 32-bit random word lets a neuron escape, by a table over v − θ. */
    static boolean escapes(long word, IntTable thresholds, long excess) {
        return word < thresholds.unsignedAt(excess);
    }

    /** 1 − exp(−r e^{(v−θ)/Δ}). */
    static double escapeProbability(double rate, double width, double excess) {
        return 1 - StrictMath.exp(-(rate * StrictMath.exp(excess / width)));
    }

    static boolean escapes(long word, double probability) {
        return word / WORDS < probability;
    }
}
