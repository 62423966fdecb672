package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.Optional;
import org.mneme.InputException;

/** A piece of more patterns than are taken. */
public final class LongPieceException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int patterns;
    private final int most;

    LongPieceException(Path file, int patterns, int most, Optional<BarRange> fits) {
        super(file + ": the notes that sound change " + patterns + " times, and at most " + most
                + " patterns are taken; "
                + fits.map(range -> "give " + (range.from() == range.to() ? "one bar" : "some of its bars")
                                + ", such as bars: " + range)
                        .orElse("even its first bar is too long: give a coarser grid"));
        this.file = file;
        this.patterns = patterns;
        this.most = most;
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
     * Returns how many patterns the piece would be.
     *
     * @return P
     */
    public int patterns() {
        return patterns;
    }

    /**
     * Returns how many are taken.
     *
     * @return the most
     */
    public int most() {
        return most;
    }
}
