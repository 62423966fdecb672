package org.mneme.motor;

import java.nio.file.Path;
import java.util.List;
import org.mneme.InputException;

/** A text of samples without a column that a drawing needs. */
public final class CsvColumnsException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String missing;

    CsvColumnsException(Path file, String missing, List<String> names) {
        super(file + ": a column " + missing + " is missing; "
                + (names.isEmpty()
                        ? "a drawing needs the columns x and y, in mm, and may have a third, pen"
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
