package org.mneme.board.driver;

import org.mneme.MnemeException;
import org.mneme.runtime.backend.FailureBetweenTicks;

/** A handle of a board that is not there to be used now. */
public final class BoardHandleException extends MnemeException implements FailureBetweenTicks {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it cannot be used. */
    public enum Reason {
        /** Another thread is in a call. */
        OTHER_THREAD("is in use by thread "),
        /** It was closed. */
        CLOSED("was closed by thread ");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    /**
     * Creates the error.
     *
     * @param uri of the board
     * @param reason why
     * @param thread name of the other thread
     */
    public BoardHandleException(String uri, Reason reason, String thread) {
        super("board " + uri + " " + reason.says + "'" + thread + "'"
                + (reason == Reason.OTHER_THREAD
                        ? "; one thread at a time uses a board, open another for this one"
                        : "; open it again"));
        this.reason = reason;
    }

    /**
     * Returns why it cannot be used.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
