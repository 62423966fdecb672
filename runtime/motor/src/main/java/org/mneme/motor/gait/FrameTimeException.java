package org.mneme.motor.gait;

import java.nio.file.Path;
import org.mneme.InputException;

/** A frame of a motion that is not later than the one before it. */
public final class FrameTimeException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int frame;

    FrameTimeException(Path file, int frame, double before, double time) {
        super(file + ": frame " + (frame + 1) + " is at " + time + " s, not after the one before it at " + before
                + " s; sort the frames by time");
        this.file = file;
        this.frame = frame;
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
     * Returns which frame it is.
     *
     * @return from 0 on
     */
    public int frame() {
        return frame;
    }
}
