package org.mneme.motor.music;

import java.nio.file.Path;
import org.mneme.InputException;

/** A performance too long to be kept whole, so that it cannot be written as music. */
public final class LongPerformanceException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int kept;

    LongPerformanceException(Path file, int kept) {
        super(file + ": only the first " + kept + " changes of so long a run are kept, which is not all of the music;"
                + " give fewer --steps");
        this.file = file;
        this.kept = kept;
    }

    /**
     * Returns the file that is not written.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * Returns how many changes were kept.
     *
     * @return ≥ 0
     */
    public int kept() {
        return kept;
    }
}
