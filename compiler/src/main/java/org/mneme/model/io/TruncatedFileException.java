package org.mneme.model.io;

import java.nio.file.Path;

/** A binary file that ends too early. */
public final class TruncatedFileException extends FileException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    TruncatedFileException(Path file, String expectedBytes, long expected, long actual) {
        super(file, Place.WHOLE, "ends after " + actual + " of " + expectedBytes + "; copy it again");
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Returns how many bytes there should have been at least.
     *
     * @return counted after decompression
     */
    public long expected() {
        return expected;
    }

    /**
     * Returns how many bytes there are.
     *
     * @return counted after decompression
     */
    public long actual() {
        return actual;
    }
}
