package org.mneme.model.io;

import java.nio.file.Path;

/** A value that is not one of those allowed. */
public final class BadCellException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String value;
    private final long cell;
    private final String expected;

    BadCellException(Path file, Place place, String value, long cell, String expected) {
        super(file, place, "value " + cell + " of the row, \"" + value + "\", is not " + expected);
        this.value = value;
        this.cell = cell;
        this.expected = expected;
    }

    /**
     * Returns the value as it stands in the file, shortened.
     *
     * @return text without control characters
     */
    public String value() {
        return value;
    }

    /**
     * Returns which value of its row it is.
     *
     * @return 1 for the first
     */
    public long cell() {
        return cell;
    }

    /**
     * Returns what would have been right.
     *
     * @return the end of the sentence "… is not …"
     */
    public String expected() {
        return expected;
    }
}
