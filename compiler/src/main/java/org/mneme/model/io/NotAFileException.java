package org.mneme.model.io;

import java.nio.file.Path;

/** A folder, a device or a pipe was given where a regular file is wanted. */
public final class NotAFileException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    NotAFileException(Path file, String kind) {
        super(file, Place.WHOLE, "is " + kind + ", not a regular file; give the file itself");
        this.kind = kind;
    }

    /**
     * Returns what it is instead.
     *
     * @return "a folder", or "a device or a pipe"
     */
    public String kind() {
        return kind;
    }
}
