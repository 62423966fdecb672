package org.mneme.nir.file;

import java.io.IOException;

/** An HDF5 file that is no NIR file; the message is the end of a sentence that begins with the file's name. */
final class MalformedNirException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedNirException(String mistake) {
        super(mistake);
    }
}
