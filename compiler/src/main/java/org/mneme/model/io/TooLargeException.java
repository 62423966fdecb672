package org.mneme.model.io;

import java.nio.file.Path;

/** Something larger than is read: a line, an image, a shape, or more than the memory holds. */
public final class TooLargeException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String size;
    private final String limit;
    private final String fix;

    TooLargeException(Path file, Place place, String what, String size, String limit, String fix) {
        super(file, place, what + " of " + size + " exceeds " + limit + "; " + fix);
        this.what = what;
        this.size = size;
        this.limit = limit;
        this.fix = fix;
    }

    /**
     * Returns what is too large.
     *
     * @return a few words
     */
    public String what() {
        return what;
    }

    /**
     * Returns how large it is.
     *
     * @return a number with its unit
     */
    public String size() {
        return size;
    }

    /**
     * Returns how large it may be.
     *
     * @return a number with its unit
     */
    public String limit() {
        return limit;
    }

    /**
     * Returns the nearest way out.
     *
     * @return an imperative
     */
    public String fix() {
        return fix;
    }
}
