package org.mneme.motor.gait;

import java.nio.file.Path;
import java.util.List;
import org.mneme.InputException;

/** A motion's text without a column that it needs. */
public final class MotionColumnsException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String missing;

    MotionColumnsException(Path file, String missing, List<String> names) {
        super(file + ": a column " + missing + " is missing; "
                + (names.isEmpty()
                        ? "a motion needs a header with " + MotionCsv.TIME + " and the names of its joints"
                        : "its columns are " + String.join(", ", names)));
        this.file = file;
        this.missing = missing;
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
     * Returns the column that is missing.
     *
     * @return its name
     */
    public String missing() {
        return missing;
    }
}
