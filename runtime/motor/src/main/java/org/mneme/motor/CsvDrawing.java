package org.mneme.motor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.model.io.Table;
import org.mneme.model.io.Trajectories;
import org.mneme.runtime.patterns.PenPoint;

/**
 * Drawings from a text of samples: columns x and y, mm, y downwards, and a column pen, where there is one: above 0.5 where it draws.
 *
 * <p>A header may name the columns x, y and pen in any order, among others; without one they are the first two or three. Each run of
 * samples with the pen down is a stroke.
 */
final class CsvDrawing {
    private CsvDrawing() {}

    /**
     * Reads a drawing.
     *
     * @param file the text
     * @param width the longer side it is scaled to, mm; empty to leave it as it is
     * @return the drawing
     * @throws org.mneme.model.io.FileException if the file cannot be used
     * @throws CsvColumnsException if a column is missing
     * @throws NoStrokesException if the pen never draws, or stays in one place
     */
    static Drawing read(Path file, Optional<Double> width) {
        Table table = Trajectories.readCsv(file);
        int x = required(file, table, "x", 0);
        int y = required(file, table, "y", 1);
        OptionalInt pen = column(table, "pen", 2);
        List<List<PenPoint>> strokes = new ArrayList<>();
        boolean before = false;
        for (int r = 0; r < table.rows(); r++) {
            boolean down = pen.isEmpty() || table.at(r, pen.getAsInt()) > 0.5;
            if (down) {
                if (!before) {
                    strokes.add(new ArrayList<>());
                }
                strokes.getLast().add(new PenPoint(table.at(r, x), table.at(r, y), true));
            }
            before = down;
        }
        if (strokes.isEmpty()) {
            throw new NoStrokesException(file, "its column pen is never above 0.5, so nothing is drawn");
        }
        Drawing drawing = new Drawing(strokes);
        double size = drawing.bounds().size();
        if (size == 0) {
            throw new NoStrokesException(file, "all its samples are at one place, so nothing is drawn");
        }
        return width.map(w -> drawing.scaledFromCorner(w / size)).orElse(drawing);
    }

    private static int required(Path file, Table table, String name, int unnamed) {
        return column(table, name, unnamed).orElseThrow(() -> new CsvColumnsException(file, name, table.names()));
    }

    private static OptionalInt column(Table table, String name, int unnamed) {
        if (!table.names().isEmpty()) {
            return table.column(name);
        }
        return unnamed < table.columns() ? OptionalInt.of(unnamed) : OptionalInt.empty();
    }
}
