package org.mneme.motor;

import java.nio.file.Path;
import org.mneme.InputException;

/** A file in which nothing is drawn. */
public final class NoStrokesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    NoStrokesException(Path file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    /**
     * Returns the file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }
}
