package org.mneme.runtime.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** {@code rows.npy}: the next tick and how many rows of each table are valid, rewritten in place by one small write. */
final class RowsFile implements AutoCloseable {
    static final String NAME = "rows.npy";

    private final RandomAccessFile file;

    private RowsFile(RandomAccessFile file) {
        this.file = file;
    }

    static RowsFile create(Path folder, long[] rows) throws IOException {
        RowsFile created =
                new RowsFile(new RandomAccessFile(folder.resolve(NAME).toFile(), "rw"));
        try {
            created.file.write(new NpyHeader(Dtype.INT64, rows.length, 0).encode());
            created.write(rows);
            return created;
        } catch (IOException e) {
            created.close();
            throw e;
        }
    }

    void write(long[] rows) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(rows.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long count : rows) {
            bytes.putLong(count);
        }
        file.seek(NpyHeader.LENGTH);
        file.write(bytes.array());
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
