package org.mneme.lower;

import java.util.Set;
import org.mneme.InvalidValueException;

/**
 * What a user may choose about a lowering.
 *
 * @param name of the graph
 * @param tickSeconds length of a tick, s, &gt; 0
 * @param payloadBits b, width of a graded spike's payload with its sign, 2…31
 * @param stateBits width of a neuron's state with its sign, 24 or 32
 * @param cueNoise the largest fraction of flipped cue bits that the lowering must bear, 0…1
 * @param spiking for the spiking lowering
 * @param stochastic for the stochastic lowering
 * @param graded for the graded and the real lowering
 * @param controls what the graph is to be told at run time besides cues
 * @param abilities of the target
 */
public record LoweringOptions(
        String name,
        double tickSeconds,
        int payloadBits,
        int stateBits,
        double cueNoise,
        SpikingOptions spiking,
        StochasticOptions stochastic,
        GradedDelays graded,
        Set<CodecControl> controls,
        Abilities abilities) {
    /** Copies the set and checks the ranges. */
    public LoweringOptions {
        controls = Set.copyOf(controls);
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
     * Creates options with the defaults of the other lowerings, no controls, for the simulator.
     *
     * @param name of the graph
     * @param tickSeconds length of a tick, s, &gt; 0
     * @param payloadBits b, 2…31
     * @param stateBits 24 or 32
     * @param cueNoise in 0…1
     */
    public LoweringOptions(String name, double tickSeconds, int payloadBits, int stateBits, double cueNoise) {
        this(
                name,
                tickSeconds,
                payloadBits,
                stateBits,
                cueNoise,
                SpikingOptions.defaults(),
                StochasticOptions.defaults(),
                GradedDelays.SHORTEST,
                Set.of(),
                Abilities.simulator());
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
        return new LoweringOptions(
                name, tickSeconds, payloadBits, stateBits, value, spiking, stochastic, graded, controls, abilities);
    }

    /**
     * Returns the same options with narrower or wider payloads.
     *
     * @param bits b, 2…31
     * @return new options
     */
    public LoweringOptions withPayloadBits(int bits) {
        return new LoweringOptions(
                name, tickSeconds, bits, stateBits, cueNoise, spiking, stochastic, graded, controls, abilities);
    }

    /**
     * Returns the same options with other delays of the graded circuits.
     *
     * @param value for the graded and the real lowering
     * @return new options
     */
    public LoweringOptions with(GradedDelays value) {
        return new LoweringOptions(
                name, tickSeconds, payloadBits, stateBits, cueNoise, spiking, stochastic, value, controls, abilities);
    }

    /**
     * Returns the same options for another form of the spiking circuits.
     *
     * @param value for the spiking lowering
     * @return new options
     */
    public LoweringOptions with(SpikingOptions value) {
        return new LoweringOptions(
                name, tickSeconds, payloadBits, stateBits, cueNoise, value, stochastic, graded, controls, abilities);
    }

    /**
     * Returns the same options with other time constants.
     *
     * @param value for the stochastic lowering
     * @return new options
     */
    public LoweringOptions with(StochasticOptions value) {
        return new LoweringOptions(
                name, tickSeconds, payloadBits, stateBits, cueNoise, spiking, value, graded, controls, abilities);
    }

    /**
     * Returns the same options with control inputs.
     *
     * @param value what the graph is to be told at run time besides cues
     * @return new options
     */
    public LoweringOptions with(Set<CodecControl> value) {
        return new LoweringOptions(
                name, tickSeconds, payloadBits, stateBits, cueNoise, spiking, stochastic, graded, value, abilities);
    }

    /**
     * Returns the same options for another target.
     *
     * @param value what the target can do
     * @return new options
     */
    public LoweringOptions with(Abilities value) {
        return new LoweringOptions(
                name, tickSeconds, payloadBits, stateBits, cueNoise, spiking, stochastic, graded, controls, value);
    }

    /**
     * Returns the same options with payloads and states no wider than the target's.
     *
     * @return new options; payloads of at least 2 bits
     */
    public LoweringOptions fitted() {
        return new LoweringOptions(
                name,
                tickSeconds,
                Math.clamp(abilities.payloadBits(), 2, payloadBits),
                Math.min(abilities.stateBits(), stateBits),
                cueNoise,
                spiking,
                stochastic,
                graded,
                controls,
                abilities);
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
