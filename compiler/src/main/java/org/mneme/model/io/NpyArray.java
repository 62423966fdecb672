package org.mneme.model.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.mneme.model.PatternSet;

/** The patterns of one array in NumPy's format. */
final class NpyArray {
    private final Path file;
    private final NpyHeader header;
    private final boolean diluted;
    private final SignPlanes planes;
    private final int rows;
    private final int columns;

    private NpyArray(Path file, NpyHeader header, boolean diluted) {
        this.file = file;
        this.header = header;
        this.diluted = diluted;
        this.rows = header.shape().getFirst().intValue();
        this.columns = header.shape().getLast().intValue();
        this.planes = new SignPlanes(file, columns, diluted);
    }

    /**
     * Reads an array; its claimed shape is checked against its size before anything is allocated for it.
     *
     * @param in at the start of the array
     * @param size how many bytes it has, its header included
     * @param file the file read, for messages
     * @param diluted whether 0 means unknown
     * @return the patterns
     */
    static PatternSet read(Counted in, long size, Path file, boolean diluted) throws IOException {
        NpyHeader header = NpyHeader.read(in, file);
        int dimensions = header.shape().size();
        if (dimensions != 2) {
            throw new UnsupportedFormatException(
                    file,
                    "an array of shape " + Shown.of(header.shapeText()),
                    dimensions < 2
                            ? "patterns are P × N; save one pattern as a.reshape(1, -1)"
                            : "patterns are P × N; save a.reshape(len(a), -1)");
        }
        long count = header.shape().getFirst();
        long features = header.shape().getLast();
        SignPlanes.requireShape(file, count, features);
        long end = in.position() + count * features * header.type().bytes();
        if (end > size) {
            throw in.truncated(end, size);
        }
        if (end < size) {
            throw new TrailingBytesException(file, end);
        }
        NpyArray array = new NpyArray(file, header, diluted);
        array.readElements(in, end);
        in.requireEnd();
        return array.planes.toPatternSet((int) count);
    }

    private void readElements(Counted in, long end) throws IOException {
        int width = header.type().bytes();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(header.type().order());
        int row = 0;
        int column = 0;
        while (in.position() < end) {
            int n = (int) Math.min(buffer.capacity(), end - in.position());
            in.read(buffer.array(), n, end);
            for (int k = 0; k < n; k += width) {
                store(row, column, buffer, k);
                if (header.fortran()) {
                    row = row + 1 == rows ? 0 : row + 1;
                    column += row == 0 ? 1 : 0;
                } else {
                    column = column + 1 == columns ? 0 : column + 1;
                    row += column == 0 ? 1 : 0;
                }
            }
        }
    }

    private void store(int row, int column, ByteBuffer buffer, int at) {
        double value = header.type().value(buffer, at);
        if (value != 1 && value != -1 && value != 0) {
            throw new BadCellException(
                    file,
                    new Place.Element(row, column),
                    header.type().text(buffer, at),
                    column + 1L,
                    diluted ? "-1, 0 or 1" : "a sign (-1 and 1, or 0 and 1); save signs, as np.sign(a)");
        }
        int sign = (int) value;
        if (planes.isNews(sign)) {
            planes.note(sign, new Place.Element(row, column));
        }
        planes.put(row, column, sign);
    }
}
