package org.mneme.motor.gait;

import java.nio.file.Path;
import org.mneme.InputException;

/** A motion of fewer than two frames. */
public final class ShortMotionException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int frames;

    ShortMotionException(Path file, int frames) {
        super(file + ": " + frames + (frames == 1 ? " frame" : " frames")
                + " is no movement; a motion needs at least 2, of a cycle the first again at the end");
        this.file = file;
        this.frames = frames;
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
     * Returns how many frames it has.
     *
     * @return below 2
     */
    public int frames() {
        return frames;
    }
}
