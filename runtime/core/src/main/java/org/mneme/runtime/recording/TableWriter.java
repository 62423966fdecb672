package org.mneme.runtime.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Columns of equal length. Rows become valid between ticks only, by {@link #mark}, and visible by {@link #publish}. */
final class TableWriter implements AutoCloseable {
    private final List<ColumnWriter> columns = new ArrayList<>();
    private final long rowBytes;
    private long rows;
    private long marked;
    private long published;

    private TableWriter(Manifest.Table table) {
        this.rowBytes =
                table.columns().stream().mapToLong(Manifest.Column::rowBytes).sum();
    }

    static TableWriter create(Path folder, Manifest.Table table) throws IOException {
        TableWriter writer = new TableWriter(table);
        try {
            for (Manifest.Column column : table.columns()) {
                Path file = folder.resolve(column.file());
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer.columns.add(ColumnWriter.create(file, column));
            }
            return writer;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    ColumnWriter column(int c) {
        return columns.get(c);
    }

    /** Ends a row: every column has been given its numbers. */
    void endRow() {
        rows++;
    }

    void mark() {
        marked = rows;
    }

    long marked() {
        return marked;
    }

    long unpublishedBytes() {
        return (marked - published) * rowBytes;
    }

    void force() throws IOException {
        if (marked != published) {
            for (ColumnWriter column : columns) {
                column.force();
            }
        }
    }

    void publish() throws IOException {
        for (ColumnWriter column : columns) {
            column.publish(marked);
        }
        published = marked;
    }

    void trim() throws IOException {
        for (ColumnWriter column : columns) {
            column.trim(marked);
        }
    }

    @Override
    public void close() throws IOException {
        for (ColumnWriter column : columns) {
            column.close();
        }
    }
}
