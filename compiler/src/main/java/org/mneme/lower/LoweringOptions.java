package org.mneme.lower;

import org.mneme.InvalidValueException;

/**
 * What a user may choose about a lowering.
 *
 * @param name of the graph
 * @param tickSeconds length of a tick, s, &gt; 0
 * @param payloadBits b, width of a graded spike's payload with its sign, 2…31
 * @param stateBits width of a neuron's state with its sign, 24 or 32
 * @param cueNoise the largest fraction of flipped cue bits that the lowering must bear, 0…1
 */
public record LoweringOptions(String name, double tickSeconds, int payloadBits, int stateBits, double cueNoise) {
    /** Checks the ranges. */
    public LoweringOptions {
        if (!(tickSeconds > 0) || Double.isInfinite(tickSeconds)) {
            throw new InvalidValueException("tick", tickSeconds, "a time above 0 s");
        }
        if (payloadBits < 2 || payloadBits > 31) {
            throw new InvalidValueException("payload bits", payloadBits, "in 2…31");
        }
        if (stateBits != 24 && stateBits != 32) {
            throw new InvalidValueException("state bits", stateBits, "24 or 32");
        }
        if (!(cueNoise >= 0 && cueNoise <= 1)) {
            throw new InvalidValueException("cue noise", cueNoise, "in 0…1");
        }
    }

    /**
     * Returns the defaults: ticks of 1 ms, payloads of 24 bits, states of 32 bits, no cue noise demanded.
     *
     * @return the defaults
     */
    public static LoweringOptions defaults() {
        return new LoweringOptions("memory", 1e-3, 24, 32, 0);
    }

    /**
     * Returns the same options with another demand.
     *
     * @param value the largest fraction of flipped cue bits to bear
     * @return new options
     */
    public LoweringOptions withCueNoise(double value) {
        return new LoweringOptions(name, tickSeconds, payloadBits, stateBits, value);
    }

    /**
     * Returns M = 2^{b−1} − 1, the largest payload.
     *
     * @return ≥ 1
     */
    public int maxPayload() {
        return (1 << payloadBits - 1) - 1;
    }
}
