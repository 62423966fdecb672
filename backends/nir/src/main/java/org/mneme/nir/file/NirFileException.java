package org.mneme.nir.file;

import java.nio.file.Path;
import org.mneme.InputException;

/** A NIR file that cannot be read or written. */
public final class NirFileException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    /**
     * Creates the error.
     *
     * @param file the file
     * @param mistake the rest of the sentence
     */
    public NirFileException(Path file, String mistake) {
        super(file + " " + mistake);
        this.file = file;
    }

    /**
     * Creates the error with its cause.
     *
     * @param file the file
     * @param mistake the rest of the sentence
     * @param cause what made it fail
     */
    public NirFileException(Path file, String mistake, Throwable cause) {
        super(file + " " + mistake, cause);
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
