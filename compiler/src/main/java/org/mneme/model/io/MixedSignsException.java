package org.mneme.model.io;

import java.nio.file.Path;

/** Both −1 and 0 in patterns that are not diluted, so the meaning of 0 is open. */
public final class MixedSignsException extends FileException {
    private static final long serialVersionUID = 1L;

    private final int value;
    private final Place other;

    MixedSignsException(Path file, Place place, int value, Place other) {
        super(
                file,
                place,
                value + " mixed with " + (-1 - value) + " (" + other.words() + "); use -1 and 1, or 0 and 1, or say"
                        + " diluted where 0 means unknown");
        this.value = value;
        this.other = other;
    }

    /**
     * Returns the value at this place.
     *
     * @return −1 or 0
     */
    public int value() {
        return value;
    }

    /**
     * Returns where the other of −1 and 0 was met first.
     *
     * @return a place of the same file
     */
    public Place other() {
        return other;
    }
}
