package org.mneme.simulator.engine;

import org.mneme.bits.IntTable;

/** Whether a neuron with a membrane spikes, by its v and θ; one for each of the two models, in both domains. */
sealed interface Firing {
    /** Whether it spikes at a tick. */
    boolean fires(long v, long theta, long tick, int globalId);

    /** Whether it spikes at a tick. */
    boolean fires(double v, double theta, long tick, int globalId);

    /** Whether it may spike at some tick, whatever the random word. */
    boolean mayFire(long v, long theta);

    /** Whether it may spike at some tick, whatever the random word. */
    boolean mayFire(double v, double theta);

    /** Above the threshold. */
    record Threshold() implements Firing {
        @Override
        public boolean fires(long v, long theta, long tick, int globalId) {
            return Arithmetic.fires(v, theta);
        }

        @Override
        public boolean fires(double v, double theta, long tick, int globalId) {
            return Arithmetic.fires(v, theta);
        }

        @Override
        public boolean mayFire(long v, long theta) {
            return Arithmetic.fires(v, theta);
        }

        @Override
        public boolean mayFire(double v, double theta) {
            return Arithmetic.fires(v, theta);
        }
    }

    /**
     * By a table over v − θ.
     *
     * @param thresholds unsigned 32-bit entries
     * @param seed key of the random stream
     */
    record EscapeTable(IntTable thresholds, long seed) implements Firing {
        @Override
        public boolean fires(long v, long theta, long tick, int globalId) {
            return Emission.escapes(Philox.word32(seed, tick, globalId, Philox.ESCAPE), thresholds, v - theta);
        }

        @Override
        public boolean mayFire(long v, long theta) {
            return Emission.escapes(0, thresholds, v - theta);
        }

        @Override
        public boolean fires(double v, double theta, long tick, int globalId) {
            throw new IllegalStateException("a table of thresholds in the real domain");
        }

        @Override
        public boolean mayFire(double v, double theta) {
            throw new IllegalStateException("a table of thresholds in the real domain");
        }
    }

    /**
     * With probability 1 − exp(−r e^{(v−θ)/Δ}).
     *
     * @param rate r
     * @param width Δ
     * @param seed key of the random stream
     */
    record EscapeRate(double rate, double width, long seed) implements Firing {
        @Override
        public boolean fires(double v, double theta, long tick, int globalId) {
            double probability = Emission.escapeProbability(rate, width, v - theta);
            return Emission.escapes(Philox.word32(seed, tick, globalId, Philox.ESCAPE), probability);
        }

        @Override
        public boolean mayFire(double v, double theta) {
            return Emission.escapes(0, Emission.escapeProbability(rate, width, v - theta));
        }

        @Override
        public boolean fires(long v, long theta, long tick, int globalId) {
            throw new IllegalStateException("an exponential hazard in the fixed domain");
        }

        @Override
        public boolean mayFire(long v, long theta) {
            throw new IllegalStateException("an exponential hazard in the fixed domain");
        }
    }
}
