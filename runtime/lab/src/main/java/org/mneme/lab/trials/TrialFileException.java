package org.mneme.lab.trials;

import java.nio.file.Path;
import org.mneme.InputException;

/** A file of finished trials that cannot be gone on with. */
public final class TrialFileException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int line;

    /**
     * Creates the error.
     *
     * @param file the results
     * @param line 1-based; 0 for the whole file
     * @param sentence what is wrong, and the nearest fix
     */
    public TrialFileException(Path file, int line, String sentence) {
        super(file + (line > 0 ? ":" + line : "") + ": " + sentence);
        this.file = file;
        this.line = line;
    }

    /**
     * Creates the error with its cause.
     *
     * @param file the results
     * @param sentence what is wrong, and the nearest fix
     * @param cause what made it fail
     */
    public TrialFileException(Path file, String sentence, Throwable cause) {
        super(file + ": " + sentence, cause);
        this.file = file;
        this.line = 0;
    }

    /**
     * Returns the file.
     *
     * @return its path, as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * Returns the line.
     *
     * @return 1-based; 0 for the whole file
     */
    public int line() {
        return line;
    }
}
