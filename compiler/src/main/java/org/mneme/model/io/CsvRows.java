package org.mneme.model.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of a text of numbers, one at a time.
 *
 * <p>Cells are separated by commas, semicolons, tabs or runs of spaces: the first of these that the first row has, semicolons
 * before commas. A cell may stand in double quotes (RFC 4180), but not run over a line's end. Lines that begin with # are passed
 * over, and so are blank lines before the first row and after the last.
 */
final class CsvRows implements AutoCloseable {
    private final Path file;
    private final Utf8Lines lines;
    private String text = "";
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;
    private char separator;
    private long firstRow;
    private int width;

    private CsvRows(Path file, Utf8Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Opens a text.
     *
     * @param file the file
     * @param wanted what it should hold, such as "patterns"
     * @return its rows, to be closed
     */
    static CsvRows open(Path file, String wanted) throws IOException {
        return new CsvRows(file, Utf8Lines.open(file, wanted));
    }

    /**
     * Reads the next row.
     *
     * @return false after the last
     * @throws RaggedRowException if it has another number of cells than the first
     */
    boolean next() throws IOException {
        long blank = 0;
        Optional<String> line = lines.next();
        while (line.isPresent() && (line.get().isBlank() || line.get().startsWith("#"))) {
            if (blank == 0 && line.get().isBlank()) {
                blank = lines.number();
            }
            line = lines.next();
        }
        if (line.isEmpty()) {
            return false;
        }
        text = line.get();
        if (firstRow == 0) {
            separator = separatorOf(text);
        } else if (blank != 0) {
            throw new MalformedFileException(file, new Place.Text(blank, 1), "a blank line between rows; remove it");
        }
        split();
        if (firstRow == 0) {
            firstRow = lines.number();
            width = count;
        } else if (count != width) {
            int at = count > width ? starts[width] : text.length();
            throw new RaggedRowException(file, placeAt(at), count, width, firstRow);
        }
        return true;
    }

    private static char separatorOf(String row) {
        for (char candidate : new char[] {';', ',', '\t'}) {
            if (hasOutsideQuotes(row, candidate)) {
                return candidate;
            }
        }
        return ' ';
    }

    private static boolean hasOutsideQuotes(String row, char wanted) {
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            quoted ^= row.charAt(i) == '"';
            if (!quoted && row.charAt(i) == wanted) {
                return true;
            }
        }
        return false;
    }

    private void split() {
        count = 0;
        int i = skipBlanks(0);
        while (true) {
            i = isAt(i, '"') ? quotedCell(i) : plainCell(i);
            if (i >= text.length()) {
                return;
            }
            i = skipBlanks(separator == ' ' ? i : i + 1);
            if (separator == ' ' && i >= text.length()) {
                return;
            }
        }
    }

    /** Adds the cell that starts at i and returns where its separator is, or the end of the line. */
    private int plainCell(int i) {
        int end = i;
        while (end < text.length() && !isSeparator(text.charAt(end))) {
            end++;
        }
        int last = end;
        while (last > i && isBlank(text.charAt(last - 1))) {
            last--;
        }
        add(i, last);
        return end;
    }

    /** Adds the quoted cell whose first quote is at i and returns where its separator is, or the end of the line. */
    private int quotedCell(int i) {
        int end = text.indexOf('"', i + 1);
        while (end >= 0 && isAt(end + 1, '"')) {
            end = text.indexOf('"', end + 2);
        }
        if (end < 0) {
            throw new MalformedFileException(
                    file, placeAt(i), "this quoted cell does not end in its line; add the closing \"");
        }
        add(i + 1, end);
        int after = skipBlanks(end + 1);
        if (after < text.length() && !isSeparator(text.charAt(after)) && !(separator == ' ' && after > end + 1)) {
            throw new MalformedFileException(
                    file, placeAt(after), "text after a closing quote; write a separator, or double the quote");
        }
        return separator == ' ' ? end + 1 : after;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i)) && text.charAt(i) != separator
                || separator == ' ' && isAt(i, ' ')) {
            i++;
        }
        return i;
    }

    private boolean isAt(int i, char c) {
        return i < text.length() && text.charAt(i) == c;
    }

    private boolean isSeparator(char c) {
        return c == separator || separator == ' ' && isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    /**
     * Returns the number of the row's line.
     *
     * @return 1 for the first
     */
    long line() {
        return lines.number();
    }

    /**
     * Returns the number of cells.
     *
     * @return ≥ 1
     */
    int cells() {
        return count;
    }

    /**
     * Returns a cell without the blanks and quotes around it.
     *
     * @param i 0…cells−1
     * @return its text
     */
    String cell(int i) {
        String cell = text.substring(starts[i], ends[i]);
        return starts[i] > 0 && text.charAt(starts[i] - 1) == '"'
                ? cell.replace("\"\"", "\"").strip()
                : cell;
    }

    /**
     * Returns a cell that is a sign in its usual writing: 1, +1, -1 or 0.
     *
     * @param i 0…cells−1
     * @return −1, 0 or +1; 2 for anything else
     */
    int plainSign(int i) {
        int length = ends[i] - starts[i];
        if (length < 1 || length > 2) {
            return 2;
        }
        char last = text.charAt(ends[i] - 1);
        char first = text.charAt(starts[i]);
        if (length == 1) {
            return last == '1' ? 1 : last == '0' ? 0 : 2;
        }
        return last != '1' ? 2 : first == '-' ? -1 : first == '+' ? 1 : 2;
    }

    /**
     * Returns where a cell begins.
     *
     * @param i 0…cells−1
     * @return its line and column
     */
    Place place(int i) {
        return placeAt(starts[i]);
    }

    private Place placeAt(int index) {
        return new Place.Text(lines.number(), text.codePointCount(0, index) + 1);
    }

    /**
     * Says whether the row is a header: every cell has text, and none is written as a number.
     *
     * @return true for names
     */
    boolean isHeader() {
        for (int i = 0; i < count; i++) {
            if (ends[i] == starts[i] || Decimal.isNumberLike(cell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
