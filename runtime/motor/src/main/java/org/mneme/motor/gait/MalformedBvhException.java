package org.mneme.motor.gait;

import java.nio.file.Path;
import org.mneme.InputException;

/** A file that is not a BVH motion. */
public final class MalformedBvhException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int line;

    MalformedBvhException(Path file, int line, String problem) {
        super(file + ": line " + line + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /**
     * Returns the file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * Returns where.
     *
     * @return from 1 on
     */
    public int line() {
        return line;
    }
}
