package org.mneme.model.io;

import java.nio.file.Path;

/** A binary file that goes on after its end. */
public final class TrailingBytesException extends FileException {
    private static final long serialVersionUID = 1L;

    private final long end;

    TrailingBytesException(Path file, long end) {
        super(
                file,
                Place.WHOLE,
                "goes on after its end at byte " + end + "; its header does not fit its content, so write it again");
        this.end = end;
    }

    /**
     * Returns where the content ends by its own header.
     *
     * @return bytes from the start, after decompression
     */
    public long end() {
        return end;
    }
}
