package org.mneme.lower;

import java.util.List;

/** Turns a stream of spikes, ascending by tick, into recall steps. Single-threaded. */
public interface Decoder {
    /**
     * Takes a spike of the feature population.
     *
     * @param tick not before the last {@link #drain}
     * @param neuron index in the population
     * @param payload its payload
     */
    void feature(long tick, int neuron, double payload);

    /**
     * Takes a spike of the hidden population.
     *
     * @param tick not before the last {@link #drain}
     * @param neuron index in the population
     * @param payload its payload
     */
    void hidden(long tick, int neuron, double payload);

    /**
     * Returns the steps that are complete once all spikes before a tick have been given, oldest first, each once.
     *
     * @param beforeTick exclusive; a tick that has been executed, since silent steps up to it are completed too
     * @return possibly empty
     */
    List<RecallStep> drain(long beforeTick);

    /**
     * Returns the first tick at which {@link #drain} would complete the next step of a network that runs at its clean period.
     *
     * @return a tick
     */
    long nextStepComplete();

    /**
     * Returns where the decoder stands; call it right after {@link #drain}.
     *
     * @return the position
     */
    DecoderPosition position();
}
