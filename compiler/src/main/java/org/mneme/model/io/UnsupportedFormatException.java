package org.mneme.model.io;

import java.nio.file.Path;

/** A file of another format than those read, or of a variant that is not read. */
public final class UnsupportedFormatException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String supported;

    UnsupportedFormatException(Path file, String found, String supported) {
        super(file, Place.WHOLE, "holds " + found + "; " + supported);
        this.found = found;
        this.supported = supported;
    }

    /**
     * Returns what the file holds.
     *
     * @return a few words
     */
    public String found() {
        return found;
    }

    /**
     * Returns what is read, and how to get there.
     *
     * @return a few words
     */
    public String supported() {
        return supported;
    }
}
