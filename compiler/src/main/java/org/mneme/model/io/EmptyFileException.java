package org.mneme.model.io;

import java.nio.file.Path;

/** A file without content, or a folder without a file of the kind wanted. */
public final class EmptyFileException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String wanted;

    EmptyFileException(Path file, String wanted) {
        super(file, Place.WHOLE, "holds no " + wanted + "; check that it is the right one and was written completely");
        this.wanted = wanted;
    }

    /**
     * Returns what there should have been.
     *
     * @return such as "patterns"
     */
    public String wanted() {
        return wanted;
    }
}
