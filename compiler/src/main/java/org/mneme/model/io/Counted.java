package org.mneme.model.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A binary stream that knows how far it has been read, and calls an early end by its name. */
final class Counted {
    private static final String AT_LEAST = "at least ";

    private final Path file;
    private final InputStream in;
    private final boolean compressed;
    private long position;

    /**
     * Starts to count.
     *
     * @param file what is read, for messages
     * @param in its content
     * @param compressed whether the file holds it compressed
     */
    Counted(Path file, InputStream in, boolean compressed) {
        this.file = file;
        this.in = in;
        this.compressed = compressed;
    }

    long position() {
        return position;
    }

    /**
     * Reads exactly so many bytes.
     *
     * @param buffer modified; its first bytes
     * @param length at most the buffer's length
     * @param end where the content ends, for the message
     * @throws TruncatedFileException if the stream ends before
     */
    void read(byte[] buffer, int length, long end) throws IOException {
        read(buffer, length, end, "");
    }

    /**
     * Reads exactly so many bytes of a header, which does not yet tell where the content ends.
     *
     * @param buffer modified; its first bytes
     * @param length at most the buffer's length
     * @param end the position the content reaches at least, for the message
     * @throws TruncatedFileException if the stream ends before
     */
    void readHeader(byte[] buffer, int length, long end) throws IOException {
        read(buffer, length, end, AT_LEAST);
    }

    private void read(byte[] buffer, int length, long end, String bound) throws IOException {
        int got = fill(buffer, length);
        if (got < length) {
            throw truncated(bound, Math.max(end, position - got + length), position);
        }
    }

    /**
     * Names an early end.
     *
     * @param end how many bytes there should have been
     * @param actual how many there are
     * @return the error to throw
     */
    TruncatedFileException truncated(long end, long actual) {
        return truncated("", end, actual);
    }

    private TruncatedFileException truncated(String bound, long end, long actual) {
        return new TruncatedFileException(
                file, bound + end + (compressed ? " uncompressed bytes" : " bytes"), end, actual);
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
