package org.mneme.simulator.engine;

/** The arithmetic of states, one rule a method, in both number domains (docs/concepts/semantics.md). */
final class Arithmetic {
    /** The δ that keeps nothing. */
    static final int DECAY_ALL = 4096;

    /** Beyond any state, and far from overflow: every sum this large saturates alike. */
    private static final long WIDE = 1L << 61;

    private Arithmetic() {}

    /** dec(x, δ), truncated toward zero. */
    static long fraction(long x, long delta) {
        return x * (DECAY_ALL - delta) / DECAY_ALL;
    }

    static double fraction(double x, double delta) {
        return x * ((DECAY_ALL - delta) / DECAY_ALL);
    }

    /** ℓ toward zero, never past it. */
    static long linear(long x, long step) {
        return x > 0 ? Math.max(x - step, 0) : Math.min(x + step, 0);
    }

    static double linear(double x, double step) {
        return x > 0 ? Math.max(x - step, 0) : Math.min(x + step, 0);
    }

    /** x + a, where a is an exact 64-bit sum and x a state; cut where only saturation can follow. */
    static long plusInput(long x, long a) {
        return x + Math.clamp(a, -WIDE, WIDE);
    }

    static long saturate(long x, long min, long max) {
        return x < min ? min : x > max ? max : x;
    }

    /** A linear neuron spikes above its threshold, strictly. */
    static boolean fires(long v, long theta) {
        return v > theta;
    }

    static boolean fires(double v, double theta) {
        return v > theta;
    }

    static long floored(long v, long floor) {
        return Math.max(v, floor);
    }

    static double floored(double v, double floor) {
        return Math.max(v, floor);
    }

    /** What a subtracting reset leaves, before saturation. */
    static long subtractReset(long v, long theta) {
        return v - theta;
    }

    static double subtractReset(double v, double theta) {
        return v - theta;
    }

    static boolean isRefractory(int ref) {
        return ref > 0;
    }

    static int countDown(int ref) {
        return ref - 1;
    }

    /** The tick at which a spike arrives. */
    static long arrival(long firedAt, int delay) {
        return firedAt + delay;
    }
}
