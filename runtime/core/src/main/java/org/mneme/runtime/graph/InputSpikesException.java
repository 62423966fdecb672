package org.mneme.runtime.graph;

import java.nio.file.Path;
import org.mneme.InputException;

/** A file of input spikes that cannot be used. */
public final class InputSpikesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long line;

    /**
     * Creates the error.
     *
     * @param file the file
     * @param line number of the line, from 1; 0 where it is the whole file
     * @param problem the end of the sentence, with the fix
     */
    public InputSpikesException(Path file, long line, String problem) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + problem);
        this.file = file;
        this.line = line;
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
     * Returns the number of the line.
     *
     * @return from 1; 0 where it is the whole file
     */
    public long line() {
        return line;
    }
}
