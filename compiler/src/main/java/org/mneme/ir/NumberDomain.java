package org.mneme.ir;

/** What numbers a graph computes with. */
public sealed interface NumberDomain {
    /**
     * Signed integers: weights, states, thresholds and payloads. The input sum a is exact in 64 bits; states saturate.
     *
     * @param stateBits width of a state with its sign: 24 or 32
     */
    record Fixed(int stateBits) implements NumberDomain {
        /**
         * Returns the largest state.
         *
         * @return 2^{stateBits−1} − 1
         */
        public long maxState() {
            return (1L << stateBits - 1) - 1;
        }

        /**
         * Returns the smallest state.
         *
         * @return −2^{stateBits−1}
         */
        public long minState() {
            return -(1L << stateBits - 1);
        }
    }

    /** 64-bit floats, strict: no fused multiply-add, no reassociation. */
    record Real() implements NumberDomain {}
}
