package org.mneme.model.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mneme.bits.NumberMatrix;

/** Trajectories from a text: one row of numbers a sample, such as t, x, y. */
public final class Trajectories {
    private Trajectories() {}

    /**
     * Reads a trajectory; the text is laid out as for {@link CsvPatterns}.
     *
     * @param file a UTF-8 text of finite decimal numbers, with a header of distinct names or none
     * @return the numbers, and the header's names
     * @throws FileException if the file cannot be used
     */
    public static Table readCsv(Path file) {
        try (CsvRows rows = CsvRows.open(file, "samples")) {
            boolean more = rows.next();
            List<String> names = List.of();
            if (more && rows.isHeader()) {
                names = names(rows, file);
                more = rows.next();
            }
            if (!more) {
                throw new EmptyFileException(file, "samples");
            }
            return new Table(names, numbers(rows, file));
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private static List<String> names(CsvRows rows, Path file) {
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.cells(); i++) {
            String name = rows.cell(i);
            if (!seen.add(name)) {
                throw new DuplicateNameException(file, rows.place(i), Shown.of(name));
            }
            names.add(name);
        }
        return names;
    }

    private static NumberMatrix.Real64 numbers(CsvRows rows, Path file) throws IOException {
        int columns = rows.cells();
        List<double[]> read = new ArrayList<>();
        do {
            requireSize(file, read.size() + 1L, columns);
            double[] row = new double[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = number(rows, i, file);
            }
            read.add(row);
        } while (rows.next());
        double[] values = new double[read.size() * columns];
        for (int r = 0; r < read.size(); r++) {
            System.arraycopy(read.get(r), 0, values, r * columns, columns);
        }
        return new NumberMatrix.Real64(read.size(), columns, values);
    }

    private static double number(CsvRows rows, int i, Path file) {
        String cell = rows.cell(i);
        double value = Decimal.parse(cell);
        if (!Double.isFinite(value)) {
            throw new BadCellException(
                    file,
                    rows.place(i),
                    Shown.of(cell),
                    i + 1L,
                    "a finite decimal number; correct it, or remove the row");
        }
        return value;
    }

    private static void requireSize(Path file, long rows, int columns) {
        long most = 1 << 28;
        if (rows * columns > most) {
            throw new TooLargeException(
                    file,
                    Place.WHOLE,
                    "a table",
                    rows * columns + " numbers",
                    most + " numbers",
                    "split it, or thin it");
        }
        // the rows, their concatenation, and the copy that the matrix takes
        InputFile.requireHeap(file, "a table", 24 * rows * columns);
    }
}
