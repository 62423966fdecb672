package org.mneme.model.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An open IDX file of unsigned bytes, plain or gzip: its shape, and its bytes in order.
 *
 * <p>The format is that of the MNIST files: two zero bytes, a type, the number of dimensions, each dimension as a big-endian
 * 32-bit integer, then the values, the last dimension fastest.
 */
final class IdxFile implements AutoCloseable {
    private static final int UNSIGNED_BYTE = 8;
    private static final int MOST_DIMENSIONS = 3;

    private final Path file;
    private final InputStream in;
    private final Counted counted;
    private final long[] shape;
    private final boolean compressed;
    private final long size;

    private IdxFile(Path file, InputStream in, boolean compressed, long size) throws IOException {
        this.file = file;
        this.in = in;
        this.compressed = compressed;
        this.size = size;
        this.counted = new Counted(file, in, compressed);
        this.shape = readShape();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @param wanted what it should hold, such as "patterns"
     * @return the file, to be closed
     */
    static IdxFile open(Path file, String wanted) throws IOException {
        long size = InputFile.size(file, wanted);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            boolean compressed = GzipStream.begins(in.readNBytes(2));
            in.reset();
            if (compressed) {
                in = GzipStream.open(file, in);
            }
            return new IdxFile(file, in, compressed, size);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private long[] readShape() throws IOException {
        byte[] header = new byte[4 * MOST_DIMENSIONS];
        counted.readHeader(header, 4, 8);
        if (header[0] != 0 || header[1] != 0) {
            throw unsupported("no IDX data (its first bytes are not 00 00)");
        }
        if (header[2] != UNSIGNED_BYTE) {
            throw unsupported(String.format("IDX values of type 0x%02x", header[2]));
        }
        int dimensions = header[3];
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw unsupported("IDX data of " + (dimensions & 0xff) + " dimensions");
        }
        counted.readHeader(header, 4 * dimensions, 4 + 4L * dimensions);
        ByteBuffer values = ByteBuffer.wrap(header);
        long[] read = new long[dimensions];
        Arrays.setAll(read, i -> Integer.toUnsignedLong(values.getInt(4 * i)));
        return read;
    }

    private UnsupportedFormatException unsupported(String found) {
        return new UnsupportedFormatException(
                file, found, "IDX files of unsigned bytes (00 00 08) with 1 to 3 dimensions are read");
    }

    /**
     * Returns the number of dimensions.
     *
     * @return 1…3
     */
    int dimensions() {
        return shape.length;
    }

    /**
     * Returns the first dimension: how many items there are.
     *
     * @return 0…2³²−1
     */
    long count() {
        return shape[0];
    }

    /**
     * Returns the last dimension: how many values a row of an item has.
     *
     * @return 0…2³²−1
     */
    long rowSize() {
        return shape[shape.length - 1];
    }

    /**
     * Returns how many values an item has.
     *
     * @return the product of the other dimensions
     * @throws TooLargeException if it is past 2³⁰
     */
    long itemSize() {
        long most = 1L << 30;
        long product = 1;
        for (int i = 1; i < shape.length; i++) {
            if (shape[i] > most || product * shape[i] > most) {
                throw new TooLargeException(
                        file,
                        Place.WHOLE,
                        "an image side",
                        shape[i] + " pixels",
                        most + " pixels an image",
                        "use smaller images");
            }
            product *= shape[i];
        }
        return product;
    }

    /**
     * Checks the claimed number of values against the size of the file, before anything is allocated for them.
     *
     * @param values count · item size
     */
    void requireRoom(long values) {
        long end = counted.position() + values;
        if (!compressed && end > size) {
            throw counted.truncated(end, size);
        }
        if (!compressed && end < size) {
            throw new TrailingBytesException(file, end);
        }
        if (compressed && end > InputFile.largestInflated(size)) {
            throw new MalformedFileException(
                    file,
                    Place.WHOLE,
                    "claims " + end + " bytes, more than " + size + " compressed bytes can hold; copy it again");
        }
    }

    /**
     * Reads values.
     *
     * @param buffer modified
     * @param length how many
     * @param end how many values the file has from its start to its end, for the message
     */
    void read(byte[] buffer, int length, long end) throws IOException {
        counted.read(buffer, length, end);
    }

    /**
     * Returns how many bytes of the uncompressed file have been read.
     *
     * @return bytes
     */
    long position() {
        return counted.position();
    }

    /** Checks that nothing follows. */
    void requireEnd() throws IOException {
        counted.requireEnd();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
