package org.mneme.runtime.recording;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a column from its start through a buffer of fixed size. */
final class ColumnReader implements AutoCloseable {
    private final Path folder;
    private final Manifest.Column column;
    private final InputStream in;
    private final byte[] bytes = new byte[ColumnWriter.BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final long rows;

    private ColumnReader(Path folder, Manifest.Column column, InputStream in) throws IOException {
        this.folder = folder;
        this.column = column;
        this.in = in;
        this.rows = readHeader();
        buffer.limit(0);
    }

    static ColumnReader open(Path folder, Manifest.Column column) {
        try {
            InputStream in = new FileInputStream(folder.resolve(column.file()).toFile());
            try {
                return new ColumnReader(folder, column, in);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RecordingFormatException(folder, column.file() + " cannot be read: " + NewFolder.reason(e));
        }
    }

    private long readHeader() throws IOException {
        NpyHeader header = NpyHeader.decode(in.readNBytes(NpyHeader.LENGTH))
                .orElseThrow(() -> damaged("has no header of a recording's column"));
        if (header.dtype() != column.dtype() || header.width() != column.width()) {
            throw damaged("does not hold what " + ManifestJson.FILE + " says");
        }
        return header.rows();
    }

    /** The rows its header tells. */
    long rows() {
        return rows;
    }

    long whole() {
        fill();
        return switch (column.dtype()) {
            case INT8 -> buffer.get();
            case INT32 -> buffer.getInt();
            case INT64 -> buffer.getLong();
            case FLOAT64 -> (long) buffer.getDouble();
        };
    }

    double number() {
        if (column.dtype() != Dtype.FLOAT64) {
            return (double) whole();
        }
        fill();
        return buffer.getDouble();
    }

    /** Reads one row of a column that has a width. */
    double[] row() {
        double[] row = new double[column.width()];
        Arrays.setAll(row, _ -> number());
        return row;
    }

    /** Makes sure that there is an element; the size of the buffer is a multiple of every element's. */
    private void fill() {
        if (buffer.hasRemaining()) {
            return;
        }
        try {
            int read = in.readNBytes(bytes, 0, bytes.length);
            buffer.clear().limit(read - read % column.dtype().bytes());
        } catch (IOException e) {
            throw new RecordingFormatException(folder, column.file() + " cannot be read: " + NewFolder.reason(e));
        }
        if (!buffer.hasRemaining()) {
            throw damaged("ends before the rows its header tells");
        }
    }

    private RecordingFormatException damaged(String what) {
        return new RecordingFormatException(folder, column.file() + " " + what);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // nothing was written through it
        }
    }
}
