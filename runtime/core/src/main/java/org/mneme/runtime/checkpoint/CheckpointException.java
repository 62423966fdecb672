package org.mneme.runtime.checkpoint;

import java.nio.file.Path;
import org.mneme.InputException;

/** A checkpoint that cannot be written, or not be continued from. */
public final class CheckpointException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final Reason reason;

    /** What is wrong with a checkpoint. */
    public enum Reason {
        /** It cannot be created or written. */
        UNWRITABLE("cannot be written"),
        /** It cannot be opened or read. */
        UNREADABLE("cannot be read"),
        /** It is some other file. */
        NO_CHECKPOINT("is not a checkpoint"),
        /** It was written by a newer Mneme. */
        NEWER_VERSION("was written by a newer Mneme"),
        /** It ends too early. */
        TRUNCATED("is cut short"),
        /** Its checksum is wrong. */
        DAMAGED("is damaged"),
        /** It is of another graph. */
        OTHER_GRAPH("is of another graph"),
        /** It was taken with another seed. */
        OTHER_SEED("was taken with another seed"),
        /** It was taken under other noise. */
        OTHER_NOISE("was taken under other noise");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    /**
     * Creates the error.
     *
     * @param file the checkpoint
     * @param reason what is wrong
     * @param detail what was found and what would have been right
     */
    public CheckpointException(Path file, Reason reason, String detail) {
        super("checkpoint " + file + " " + reason.says + ": " + detail);
        this.file = file;
        this.reason = reason;
    }

    /**
     * Returns the checkpoint.
     *
     * @return its file
     */
    public Path file() {
        return file;
    }

    /**
     * Returns what is wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
