package org.mneme.runtime.backend;

import org.mneme.InputException;
import org.mneme.lower.SourceSpike;

/** A source spike that cannot be injected. */
public final class InjectionException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient SourceSpike spike;
    private final Reason reason;

    /** Why a source spike was refused. */
    public enum Reason {
        /** Its tick has been executed already. */
        LATE("is late"),
        /** The same neuron already spikes at that tick. */
        DUPLICATE("is a duplicate: that neuron already spikes at that tick"),
        /** The population is not a source of the graph. */
        NO_SOURCE("names no source population"),
        /** The neuron is outside the population. */
        NO_NEURON("names no neuron of the population"),
        /** The payload is 0 or above the source's maximum. */
        PAYLOAD("has a payload that is 0 or above the source's maximum");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    /**
     * Creates the error.
     *
     * @param spike the spike refused
     * @param reason why
     * @param tick the execution's next tick
     */
    public InjectionException(SourceSpike spike, Reason reason, long tick) {
        super("source spike of " + spike.population() + "[" + spike.neuron() + "] at tick " + spike.tick()
                + " with payload " + spike.payload() + " " + reason.says + " (the next tick is " + tick + ")");
        this.spike = spike;
        this.reason = reason;
    }

    /**
     * Returns the spike refused.
     *
     * @return the spike
     */
    public SourceSpike spike() {
        return spike;
    }

    /**
     * Returns why it was refused.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
