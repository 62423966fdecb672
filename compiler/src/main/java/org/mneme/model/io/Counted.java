package org.mneme.model.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A binary stream that knows how far it has been read, and calls an early end by its name. */
final class Counted {
    private final Path file;
    private final InputStream in;
    private long position;

    Counted(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    long position() {
        return position;
    }

    /**
     * Reads exactly so many bytes.
     *
     * @param buffer modified; its first bytes
     * @param length at most the buffer's length
     * @param end the position the content reaches at least, for the message
     * @throws TruncatedFileException if the stream ends before
     */
    void read(byte[] buffer, int length, long end) throws IOException {
        int got = fill(buffer, length);
        if (got < length) {
            throw new TruncatedFileException(file, Math.max(end, position - got + length), position);
        }
    }

    private int fill(byte[] buffer, int length) throws IOException {
        int got = 0;
        try {
            while (got < length) {
                int n = in.read(buffer, got, length - got);
                if (n < 0) {
                    break;
                }
                got += n;
                position += n;
            }
            return got;
        } catch (EOFException e) {
            // a decompressor whose input ends early says so instead of returning −1
            return got;
        }
    }

    /**
     * Checks that nothing follows.
     *
     * @throws TrailingBytesException if something does
     */
    void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw new TrailingBytesException(file, position);
        }
    }
}
