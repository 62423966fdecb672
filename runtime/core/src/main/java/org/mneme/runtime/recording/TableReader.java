package org.mneme.runtime.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns of a table row by row. */
final class TableReader implements AutoCloseable {
    private final List<ColumnReader> columns = new ArrayList<>();

    private TableReader() {}

    static TableReader open(Path folder, Manifest.Table table) {
        TableReader reader = new TableReader();
        try {
            for (Manifest.Column column : table.columns()) {
                reader.columns.add(ColumnReader.open(folder, column));
            }
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    ColumnReader column(int c) {
        return columns.get(c);
    }

    /** The rows that every column has. */
    long rows() {
        return columns.stream().mapToLong(ColumnReader::rows).min().orElse(0);
    }

    @Override
    public void close() {
        columns.forEach(ColumnReader::close);
    }
}
