package org.mneme.targets;

import java.util.Locale;

/** What a target's neurons, synapses and routers can do; a target that does not list a trait lacks it. */
public enum Trait {
    LIF("leaky integrate-and-fire neurons"),
    GRADED_SIGN("graded neurons that send their sign"),
    GRADED_IDENTITY("graded neurons that send their sum"),
    GRADED_TABLE("graded neurons with a table"),
    RETAIN("graded neurons that keep their sum"),
    ESCAPE("neurons that fire at random"),
    FLOOR("a membrane that is kept from falling below a floor"),
    SUBTRACT_RESET("a reset that takes the threshold off"),
    RESET_VALUE("a reset to another value than 0"),
    CURRENT_DECAY("a synaptic current that outlasts a tick"),
    POTENTIAL_DECAY("a membrane that decays by a fraction"),
    LINEAR_LEAK("a membrane that leaks a constant a tick"),
    BIAS("a constant input"),
    SIGNED_SUMS("inputs of both signs that are added before the threshold is tested"),
    DELAY_PER_TARGET("delays that differ between the targets of a projection"),
    AXON_HOLDS_DELAY("a delay belongs to the axon: each delay of a source takes an axon of its own"),
    SHARED_AXON_WEIGHTS("a synapse is one bit: its weight is the neuron's for the axon's type"),
    MULTICAST("a router that copies a spike where its ways part"),
    HOST_FIRES_NEURONS("spikes of neurons that the host sends for them: a one-to-one source takes no axon");

    private final String meaning;

    Trait(String meaning) {
        this.meaning = meaning;
    }

    /**
     * Returns what it means.
     *
     * @return a phrase
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns the name it has in files and messages.
     *
     * @return such as "graded-sign"
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * That a target has a trait, and why that is believed.
     *
     * @param status never {@link Status#UNKNOWN}
     * @param source a citation
     */
    public record Support(Status status, String source) {
        /** Checks both. */
        public Support {
            Figure.requireSource("trait", status, source);
        }
    }
}
