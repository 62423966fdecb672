package org.mneme.model.io;

import java.io.IOException;
import java.nio.file.Path;
import org.mneme.model.PatternSet;

/**
 * Patterns from a text: P rows of N signs.
 *
 * <p>Signs are −1 and 1, or 0 and 1 with 0 meaning −1; also written +1, 1.0 and so on. Cells are separated by commas,
 * semicolons, tabs or spaces, and may be quoted. The first row is a header if all its cells have text and none is a number. Lines
 * beginning with #, and blank lines before and after the rows, are passed over.
 */
public final class CsvPatterns {
    private static final int NOT_A_SIGN = 2;

    private CsvPatterns() {}

    /**
     * Reads patterns.
     *
     * @param file a UTF-8 text
     * @param diluted whether 0 means unknown, so that −1, 0 and 1 may stand together
     * @return P patterns of N features
     * @throws FileException if the file cannot be used
     */
    public static PatternSet read(Path file, boolean diluted) {
        try (CsvRows rows = CsvRows.open(file, "patterns")) {
            return read(rows, file, diluted);
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private static PatternSet read(CsvRows rows, Path file, boolean diluted) throws IOException {
        boolean more = rows.next();
        long first = rows.line();
        if (more && rows.isHeader()) {
            more = rows.next();
        }
        if (!more) {
            throw new EmptyFileException(file, "patterns");
        }
        SignPlanes planes = new SignPlanes(file, rows.cells(), diluted);
        int count = 0;
        while (more) {
            SignPlanes.requireShape(file, count + 1L, rows.cells());
            for (int i = 0; i < rows.cells(); i++) {
                int sign = sign(rows, i, file, diluted, first);
                if (planes.isNews(sign)) {
                    planes.note(sign, rows.place(i));
                }
                planes.put(count, i, sign);
            }
            count++;
            more = rows.next();
        }
        return planes.toPatternSet(count);
    }

    private static int sign(CsvRows rows, int i, Path file, boolean diluted, long first) {
        int plain = rows.plainSign(i);
        if (plain != NOT_A_SIGN) {
            return plain;
        }
        String cell = rows.cell(i);
        double value = Decimal.parse(cell);
        if (value == 1 || value == -1 || value == 0) {
            return (int) value;
        }
        String signs = diluted ? "-1, 0 or 1" : "a sign (-1 and 1, or 0 and 1)";
        String hint = rows.line() == first ? "; a header row must have no numbers and no empty cells" : "";
        throw new BadCellException(file, rows.place(i), Shown.of(cell), i + 1L, signs + hint);
    }
}
