package org.mneme.nir.hdf;

import java.io.IOException;

/** A file that is no HDF5 file, is damaged, or holds a type that no NIR file holds. */
public final class MalformedHdfException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param mistake the end of a sentence that begins with the file's name
     */
    public MalformedHdfException(String mistake) {
        super(mistake);
    }

    /**
     * Creates the error with its cause.
     *
     * @param mistake the end of a sentence that begins with the file's name
     * @param cause what made it fail
     */
    public MalformedHdfException(String mistake, Throwable cause) {
        super(mistake, cause);
    }
}
