package org.mneme.model.io;

import java.nio.file.Path;

/** The system refuses to read a file. */
public final class UnreadableFileException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableFileException(Path file, String reason, Throwable cause) {
        super(file, "cannot be read (" + reason + "); check its permissions and its disk", cause);
        this.reason = reason;
    }

    /**
     * Returns what the system said.
     *
     * @return a few words
     */
    public String reason() {
        return reason;
    }
}
