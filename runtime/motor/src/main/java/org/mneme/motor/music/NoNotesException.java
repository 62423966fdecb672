package org.mneme.motor.music;

import java.nio.file.Path;
import org.mneme.InputException;

/** A MIDI file, or a part of one, in which nothing but drums sounds. */
public final class NoNotesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int drums;

    NoNotesException(Path file, String where, int drums) {
        super(file + ": "
                + (drums == 0
                        ? "there is no note in " + where + "; give a file in which notes sound"
                        : "there are only drums in " + where + ", " + drums + (drums == 1 ? " stroke" : " strokes")
                                + " on channel 10, whose numbers are instruments and not pitches;"
                                + " move them to another channel, or give a file with notes"));
        this.file = file;
        this.drums = drums;
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
     * Returns how many strokes there are on the drums' channel.
     *
     * @return ≥ 0
     */
    public int drums() {
        return drums;
    }
}
