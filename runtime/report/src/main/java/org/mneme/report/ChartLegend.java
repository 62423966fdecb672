package org.mneme.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a chart's series, in rows above the plot. */
final class ChartLegend {
    /** How high a row is. */
    static final double ROW = 21;

    /** How wide a mark and its gap are. */
    static final double MARK = 30;

    private static final double GAP = 22;
    private static final double CHARACTER = 7.2;
    private static final double WIDE_CHARACTER = 14;
    private static final int FIRST_WIDE = 0x2e80;
    private static final int MOST_THIN = 8;
    private static final int MOST = 40;

    private final List<Placed> placed = new ArrayList<>();
    private final double left;
    private final double right;

    /**
     * A name in its place.
     *
     * @param name what is written
     * @param look of its mark
     * @param marks all that are drawn under this name
     * @param x of the mark's left end
     * @param row from the top
     */
    record Placed(String name, Look look, Set<Series.Mark> marks, double x, int row) {
        double end() {
            return x + MARK + width(name);
        }
    }

    /**
     * Places the names.
     *
     * @param series of the chart
     * @param looks of their names
     * @param left where rows begin
     * @param right where they end at the latest
     */
    ChartLegend(List<Series> series, Map<String, Look> looks, double left, double right) {
        this.left = left;
        this.right = right;
        Map<String, Set<Series.Mark>> marks = new LinkedHashMap<>();
        series.forEach(s -> marks.computeIfAbsent(s.name(), _ -> EnumSet.noneOf(Series.Mark.class))
                .add(s.mark()));
        List<String> thin = marks.entrySet().stream()
                .filter(e -> e.getValue().equals(EnumSet.of(Series.Mark.THIN)))
                .map(Map.Entry::getKey)
                .toList();
        boolean one = thin.size() > MOST_THIN;
        marks.forEach((name, drawn) -> {
            Look look = looks.getOrDefault(name, new Look(0, 0, false, 0, 0));
            if (!one || !thin.contains(name)) {
                place(name, look, drawn);
            } else if (name.equals(thin.getFirst())) {
                place(name + " … " + thin.getLast(), look, drawn);
            }
        });
    }

    private void place(String name, Look look, Set<Series.Mark> marks) {
        if (name.isBlank() || placed.size() > MOST) {
            return;
        }
        String shown = placed.size() == MOST ? "…" : name;
        while (MARK + width(shown) > right - left) {
            shown = Svg.beginning(shown, shown.codePointCount(0, shown.length()) - 2);
        }
        double x = left;
        int row = 0;
        if (!placed.isEmpty()) {
            Placed last = placed.getLast();
            boolean wraps = last.end() + GAP + MARK + width(shown) > right;
            x = wraps ? left : last.end() + GAP;
            row = wraps ? last.row() + 1 : last.row();
        }
        placed.add(new Placed(shown, look, marks, x, row));
    }

    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(c -> Character.isIdeographic(c) || c >= FIRST_WIDE ? WIDE_CHARACTER : CHARACTER)
                .sum();
    }

    /**
     * Returns the names in their places.
     *
     * @return row by row
     */
    List<Placed> placed() {
        return List.copyOf(placed);
    }

    /**
     * Returns how high the rows are.
     *
     * @return user units
     */
    double height() {
        return placed.isEmpty() ? 0 : ROW * (placed.getLast().row() + 1);
    }
}
