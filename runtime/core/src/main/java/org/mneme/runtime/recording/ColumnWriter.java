package org.mneme.runtime.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Appends to a column through a buffer of fixed size. The header tells only what was there at the last {@link #publish}.
 *
 * <p>Not a channel: an interrupted thread would close it.
 */
final class ColumnWriter implements AutoCloseable {
    static final int BUFFER = 1 << 15;

    private final RandomAccessFile file;
    private final Manifest.Column column;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private boolean unforced;
    private long published;

    private ColumnWriter(RandomAccessFile file, Manifest.Column column) {
        this.file = file;
        this.column = column;
    }

    static ColumnWriter create(Path path, Manifest.Column column) throws IOException {
        ColumnWriter writer = new ColumnWriter(new RandomAccessFile(path.toFile(), "rw"), column);
        try {
            writer.writeHeader(0);
            return writer;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    void putWhole(long value) throws IOException {
        ByteBuffer room = room();
        switch (column.dtype()) {
            case INT8 -> room.put((byte) value);
            case INT32 -> room.putInt((int) value);
            case INT64 -> room.putLong(value);
            case FLOAT64 -> room.putDouble((double) value);
        }
    }

    void putNumber(double value) throws IOException {
        if (column.dtype() == Dtype.FLOAT64) {
            room().putDouble(value);
        } else {
            putWhole((long) value);
        }
    }

    private ByteBuffer room() throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            spill();
        }
        return buffer;
    }

    private void spill() throws IOException {
        if (buffer.position() > 0) {
            file.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            unforced = true;
        }
    }

    /** Brings all that was put to the disk; no reader sees it yet. */
    void force() throws IOException {
        spill();
        if (unforced) {
            file.getFD().sync();
            unforced = false;
        }
    }

    /** Tells readers of so many rows, which have been forced. */
    void publish(long rows) throws IOException {
        if (rows != published) {
            writeHeader(rows);
            published = rows;
        }
    }

    private void writeHeader(long rows) throws IOException {
        file.seek(0);
        file.write(new NpyHeader(column.dtype(), rows, column.width()).encode());
        file.seek(file.length());
    }

    /** Forgets what was put after so many rows. */
    void trim(long rows) throws IOException {
        file.setLength(NpyHeader.LENGTH + rows * column.rowBytes());
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
