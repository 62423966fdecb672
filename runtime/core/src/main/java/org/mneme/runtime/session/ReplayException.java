package org.mneme.runtime.session;

import org.mneme.InputException;

/** Control events that cannot be replayed into a session. */
public final class ReplayException extends InputException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What does not fit. */
    public enum Reason {
        /** The graphs differ. */
        OTHER_GRAPH("it is of another graph"),
        /** The seeds differ. */
        OTHER_SEED("it was made with another seed"),
        /** It was made under other noise. */
        OTHER_NOISE("it was made under other noise"),
        /** The session is not where the events begin. */
        OTHER_TICK("it begins at another tick than the session's");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    /**
     * Creates the error.
     *
     * @param what what was to be replayed
     * @param reason what does not fit
     * @param detail what was found and what would have been right
     */
    public ReplayException(String what, Reason reason, String detail) {
        super(what + " cannot be replayed: " + reason.says + " (" + detail + ")");
        this.reason = reason;
    }

    /**
     * Returns what does not fit.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
