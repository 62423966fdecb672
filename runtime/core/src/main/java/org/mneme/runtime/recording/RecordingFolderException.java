package org.mneme.runtime.recording;

import java.nio.file.Path;
import org.mneme.InputException;

/** A folder that a recording cannot be put into; nothing was written. */
public final class RecordingFolderException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final Reason reason;

    /** Why a folder was refused. */
    public enum Reason {
        /** Something is in it. */
        NOT_EMPTY("is not empty; name a new folder"),
        /** It is a file. */
        NOT_A_FOLDER("is not a folder; name a new folder"),
        /** It, or a file in it, cannot be created. */
        NOT_WRITABLE("cannot be written");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    /**
     * Creates the error.
     *
     * @param folder the folder refused
     * @param reason why
     * @param detail what the system said; possibly empty
     */
    public RecordingFolderException(Path folder, Reason reason, String detail) {
        super("recording folder " + folder + " " + reason.says + (detail.isEmpty() ? "" : ": " + detail));
        this.folder = folder;
        this.reason = reason;
    }

    /**
     * Returns the folder refused.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
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
