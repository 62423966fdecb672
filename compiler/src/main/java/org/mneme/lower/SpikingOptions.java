package org.mneme.lower;

import java.util.Optional;

/**
 * What a user may choose about the spiking lowering.
 *
 * @param form how winners silence the others
 * @param latencies of the circuit; absent, the shortest that the form and the memory's timing allow
 * @param votes how the winners of a step make the next state
 */
public record SpikingOptions(Form form, Optional<Latencies> latencies, Votes votes) {
    /** How a winner silences the others. */
    public enum Form {
        /** Through one inhibitor neuron: P + 1 inhibitory synapses, 3 ticks a clean step. */
        INHIBITOR,
        /** Uniformly from hidden unit to hidden unit: P² synapses, 2 ticks a clean step. */
        LATERAL
    }

    /** How the winners of a step make the next state; the same where only one wins. */
    public enum Votes {
        /** A rail fires where more winners are for it than against it; a tie leaves the feature unknown and both rails silent. */
        MAJORITY,
        /**
         * A rail fires where any winner is for it; where winners disagree both rails fire: the feature is unknown, and a match for every
         * pattern. Weights are 0 and 1, so that a rail's inputs can be led through relays.
         */
        ANY
    }

    /**
     * Creates options whose winners vote by majority.
     *
     * @param form how winners silence the others
     * @param latencies of the circuit; absent, the shortest that the form and the memory's timing allow
     */
    public SpikingOptions(Form form, Optional<Latencies> latencies) {
        this(form, latencies, Votes.MAJORITY);
    }

    /**
     * Returns the defaults: an inhibitor, shortest latencies, votes by majority.
     *
     * @return the defaults
     */
    public static SpikingOptions defaults() {
        return new SpikingOptions(Form.INHIBITOR, Optional.empty());
    }

    /**
     * Returns the same options with other latencies.
     *
     * @param value of the circuit
     * @return new options
     */
    public SpikingOptions with(Latencies value) {
        return new SpikingOptions(form, Optional.of(value), votes);
    }

    /**
     * Returns the same options with other votes.
     *
     * @param value how the winners of a step make the next state
     * @return new options
     */
    public SpikingOptions with(Votes value) {
        return new SpikingOptions(form, latencies, value);
    }
}
