package org.mneme.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.GraphFigures.PopulationFigures;
import org.mneme.runtime.result.GraphFigures.ProjectionFigures;

/**
 * Where the parts of a graph's picture are: each projection is a horizontal line at a height of its own, each population a box as tall as
 * its projections. Populations are in columns by their distance from the sources, one above the other, where no line then has to cross a
 * box; else each has a column.
 *
 * @param columns how many
 * @param boxes populations
 * @param lines projections
 * @param height of it all, rows
 */
record GraphLayout(int columns, List<Box> boxes, List<Line> lines, double height) {
    private static final double APART = 0.35;
    private static final double HALF_BOX = 0.45;

    /**
     * A population.
     *
     * @param population which
     * @param column from the left
     * @param top rows from the top
     * @param bottom rows from the top
     */
    record Box(PopulationFigures population, int column, double top, double bottom) {}

    /**
     * A projection.
     *
     * @param projection which
     * @param from column of its source
     * @param to column of its target
     * @param y rows from the top
     */
    record Line(ProjectionFigures projection, int from, int to, double y) {
        boolean crosses(Box box) {
            return box.column() > Math.min(from, to)
                    && box.column() < Math.max(from, to)
                    && box.top() < y
                    && y < box.bottom();
        }
    }

    /**
     * Lays out a graph.
     *
     * @param graph its projections are between its populations
     * @return the layout
     */
    static GraphLayout of(GraphFigures graph) {
        Map<String, Integer> depths = depths(graph);
        GraphLayout stacked = of(graph, depths);
        if (stacked.isClear()) {
            return stacked;
        }
        Map<String, Integer> columns = new HashMap<>();
        graph.populations().stream()
                .sorted(Comparator.comparingInt(p -> depths.getOrDefault(p.name(), 0)))
                .forEach(p -> columns.put(p.name(), columns.size()));
        return of(graph, columns);
    }

    /** How many projections a population is away from the sources; 0 where none leads to it. */
    private static Map<String, Integer> depths(GraphFigures graph) {
        Map<String, Integer> depths = new HashMap<>();
        for (PopulationFigures population : graph.populations()) {
            if (population.model().equals("Source")) {
                depths.put(population.name(), 0);
            }
        }
        for (int depth = 0; depth < graph.populations().size(); depth++) {
            for (ProjectionFigures p : graph.projections()) {
                if (depths.getOrDefault(p.source(), -1) == depth) {
                    depths.putIfAbsent(p.target(), depth + 1);
                }
            }
        }
        return depths;
    }

    private static GraphLayout of(GraphFigures graph, Map<String, Integer> columns) {
        List<String> names =
                graph.populations().stream().map(PopulationFigures::name).toList();
        int width = 1
                + names.stream().mapToInt(n -> columns.getOrDefault(n, 0)).max().orElse(0);
        List<Line> unplaced = new ArrayList<>();
        for (ProjectionFigures p : graph.projections()) {
            if (names.contains(p.source()) && names.contains(p.target())) {
                unplaced.add(new Line(p, columns.getOrDefault(p.source(), 0), columns.getOrDefault(p.target(), 0), 0));
            }
        }
        List<Line> lines = placed(unplaced, names, width);
        List<Box> boxes = new ArrayList<>();
        double height =
                lines.stream().mapToDouble(line -> line.y() + HALF_BOX).max().orElse(0);
        for (PopulationFigures population : graph.populations()) {
            double[] ys = lines.stream()
                    .filter(line -> line.projection().source().equals(population.name())
                            || line.projection().target().equals(population.name()))
                    .mapToDouble(Line::y)
                    .sorted()
                    .toArray();
            double first = ys.length == 0 ? height + HALF_BOX + APART : ys[0];
            double last = ys.length == 0 ? first : ys[ys.length - 1];
            height = Math.max(height, last + HALF_BOX);
            boxes.add(
                    new Box(population, columns.getOrDefault(population.name(), 0), first - HALF_BOX, last + HALF_BOX));
        }
        return new GraphLayout(width, boxes, lines, height);
    }

    /**
     * Gives each line its height: those of the same two columns below each other, those that end at the same population together. Where
     * no line passes over a column, each gap between columns is filled from its middle.
     */
    private static List<Line> placed(List<Line> lines, List<String> names, int width) {
        boolean passing = lines.stream().anyMatch(line -> Math.abs(line.from() - line.to()) > 1);
        List<List<Line>> gaps = new ArrayList<>();
        for (int gap = 0; gap < width; gap++) {
            gaps.add(new ArrayList<>());
        }
        lines.stream()
                .sorted(Comparator.comparingInt(line -> names.indexOf(deeper(line))))
                .forEach(line -> gaps.get(passing ? 0 : gap(line, width)).add(line));
        double tallest =
                gaps.stream().mapToDouble(gap -> last(heights(gap))).max().orElse(0);
        List<Line> placed = new ArrayList<>();
        for (List<Line> gap : gaps) {
            double[] heights = heights(gap);
            for (int k = 0; k < gap.size(); k++) {
                Line line = gap.get(k);
                double y = HALF_BOX + (tallest - last(heights)) / 2 + heights[k];
                placed.add(new Line(line.projection(), line.from(), line.to(), y));
            }
        }
        return placed;
    }

    private static double last(double[] heights) {
        return heights.length == 0 ? 0 : heights[heights.length - 1];
    }

    private static double[] heights(List<Line> gap) {
        double[] heights = new double[gap.size()];
        for (int k = 1; k < heights.length; k++) {
            boolean together = deeper(gap.get(k)).equals(deeper(gap.get(k - 1)));
            heights[k] = heights[k - 1] + 1 + (together ? 0 : APART);
        }
        return heights;
    }

    private static String deeper(Line line) {
        return line.from() > line.to()
                ? line.projection().source()
                : line.projection().target();
    }

    /** The gap right of a column in which a line is drawn; a loop is drawn to the right, too. */
    private static int gap(Line line, int width) {
        return Math.clamp(Math.min(line.from(), line.to()), 0, width - 1);
    }

    /** Whether boxes are apart, and no line crosses one or joins two of the same column. */
    private boolean isClear() {
        for (Box box : boxes) {
            for (Box other : boxes) {
                if (!box.equals(other)
                        && box.column() == other.column()
                        && box.top() <= other.bottom()
                        && other.top() <= box.bottom()) {
                    return false;
                }
            }
        }
        return lines.stream()
                .noneMatch(line -> boxes.stream().anyMatch(line::crosses)
                        || line.from() == line.to()
                                && !line.projection()
                                        .source()
                                        .equals(line.projection().target()));
    }
}
