package org.mneme.ir;

/** How a state variable decays in a tick, before input is added. */
public sealed interface Decay {
    /**
     * dec(x, δ) = x·(4096−δ)/4096: truncated toward zero in the fixed domain; one rounded product x·((4096−δ)/4096) in the real domain.
     *
     * @param delta δ in 0 (keeps everything)…4096 (keeps nothing)
     */
    record Fraction(Parameter delta) implements Decay {
        /** The δ that leaves no memory. */
        public static final int ALL = 4096;

        /**
         * Returns a decay shared by all neurons.
         *
         * @param delta δ in 0…4096
         * @return the decay
         */
        public static Fraction of(double delta) {
            return new Fraction(Parameter.of(delta));
        }
    }

    /**
     * ℓ toward zero, never past it.
     *
     * @param step ℓ ≥ 0
     */
    record Linear(Parameter step) implements Decay {}
}
