package org.mneme.runtime.session;

import org.mneme.InputException;

/** A session that cannot do what it is asked for now. */
public final class SessionStateException extends InputException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is in the way. */
    public enum Reason {
        /** It was closed. */
        CLOSED("the session is closed; open another"),
        /** There is nothing to recall from. */
        NO_CUE("there is nothing to recall from; give the session a cue first"),
        /** It failed before, so that its state is not between two ticks. */
        FAILED("the session has failed before; resume its last checkpoint");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    /**
     * Creates the error.
     *
     * @param reason what is in the way
     */
    public SessionStateException(Reason reason) {
        super(reason.says);
        this.reason = reason;
    }

    /**
     * Returns what is in the way.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
