package org.mneme.board.targets;

import org.mneme.InputException;
import org.mneme.runtime.config.Place;

/** A description of a target that cannot be read, or says what cannot be. */
public final class TargetFileException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String mistake;

    /**
     * Creates the error.
     *
     * @param place where in which file
     * @param mistake what is wrong and the nearest fix
     */
    public TargetFileException(Place place, String mistake) {
        super(place + ": " + mistake);
        this.place = place;
        this.mistake = mistake;
    }

    /**
     * Returns where it was written.
     *
     * @return the place; without a line where it came as bytes
     */
    public Place place() {
        return place;
    }

    /**
     * Returns what is wrong.
     *
     * @return a sentence
     */
    public String mistake() {
        return mistake;
    }
}
