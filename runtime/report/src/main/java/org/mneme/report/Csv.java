package org.mneme.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.IntFunction;

/**
 * A table of numbers, written row by row so that a long one is never held whole.
 *
 * @param header names of the columns, separated by commas
 * @param rows how many there are
 * @param row a row, its cells separated by commas
 */
record Csv(String header, int rows, IntFunction<String> row) {
    /**
     * Writes the table: UTF-8 text, one line a row.
     *
     * @param out not closed
     * @throws IOException if it cannot be written
     */
    void write(Writer out) throws IOException {
        out.append(header).append('\n');
        for (int k = 0; k < rows; k++) {
            out.append(row.apply(k)).append('\n');
        }
    }

    /**
     * Returns the table as one text; for short ones.
     *
     * @return lines
     */
    String text() {
        StringWriter text = new StringWriter();
        try {
            write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes a name as a cell: quoted where it has to be, and with an apostrophe before what a spreadsheet would take for a formula.
     *
     * @param text any text
     * @return a cell
     */
    static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    /**
     * Writes a number as a cell: its shortest exact form, whole numbers without a point; nothing where it is not finite.
     *
     * @param value any number
     * @return a cell
     */
    static String cell(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
