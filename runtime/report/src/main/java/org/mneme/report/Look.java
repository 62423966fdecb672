package org.mneme.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the series of a name look. Names that agree before their first comma share a colour: a measurement and its theory. Where that
 * would give a colour to more than a few series of a kind, they must agree before a later comma. Shapes and dashes tell series apart
 * where colours cannot.
 *
 * @param colour class c0, c1, …
 * @param shape of the dots
 * @param hollow whether the dots are
 * @param line dashes of a line, class l0 (none), l1, …
 * @param bound dashes of a dashed line, class b0, b1, …
 */
record Look(int colour, int shape, boolean hollow, int line, int bound) {
    /** How many patterns of dashes lines have. */
    static final int LINES = 6;

    /** How many patterns of dashes bounds have. */
    static final int BOUNDS = 3;

    /** From how many names on colours alone do not tell lines apart. */
    private static final int MANY = 5;

    /** The most series of a kind in one colour. */
    private static final int FEW = 3;

    /** Marks that would be taken for each other in one colour. */
    private enum Kind {
        DOTS,
        LINES,
        BOUNDS
    }

    private static Kind kind(Series.Mark mark) {
        return switch (mark) {
            case DOTS, DOTTED_LINE -> Kind.DOTS;
            case LINE, BAND, THIN -> Kind.LINES;
            case DASHED -> Kind.BOUNDS;
        };
    }

    /**
     * Returns what names share a colour by.
     *
     * @param name of a series
     * @param parts how many parts between commas it has, ≥ 1
     * @return its beginning
     */
    static String stem(String name, int parts) {
        int end = -1;
        for (int k = 0; k < parts; k++) {
            int comma = name.indexOf(',', end + 1);
            if (comma < 0) {
                return name.strip();
            }
            end = comma;
        }
        return name.substring(0, end).strip();
    }

    /** The least number of parts that leaves no more than a few series of a kind to a colour. */
    private static int parts(List<Series> series) {
        int most = 1
                + series.stream()
                        .mapToInt(s ->
                                (int) s.name().chars().filter(c -> c == ',').count())
                        .max()
                        .orElse(0);
        int parts = 1;
        while (parts < most && crowded(series, parts)) {
            parts++;
        }
        return parts;
    }

    private static boolean crowded(List<Series> series, int parts) {
        Map<String, Set<String>> names = new TreeMap<>();
        series.forEach(s -> names.computeIfAbsent(kind(s.mark()) + " " + stem(s.name(), parts), _ -> new TreeSet<>())
                .add(s.name()));
        return names.values().stream().anyMatch(siblings -> siblings.size() > FEW);
    }

    /**
     * Assigns looks.
     *
     * @param series of one chart
     * @return name → look, in order of appearance
     */
    static Map<String, Look> of(List<Series> series) {
        int parts = parts(series);
        List<String> stems =
                series.stream().map(s -> stem(s.name(), parts)).distinct().toList();
        Set<String> dotted = stems(series, Kind.DOTS, parts);
        boolean manyLines = stems(series, Kind.LINES, parts).size() > MANY;
        boolean manyBounds = stems(series, Kind.BOUNDS, parts).size() > MANY;
        Map<String, List<String>> siblings = new TreeMap<>();
        Map<String, Look> looks = new LinkedHashMap<>();
        for (Series s : series) {
            String stem = stem(s.name(), parts);
            List<String> names = siblings.computeIfAbsent(kind(s.mark()) + " " + stem, _ -> new ArrayList<>());
            if (!names.contains(s.name())) {
                names.add(s.name());
            }
            boolean alone = !dotted.contains(stem);
            looks.putIfAbsent(
                    s.name(), of(stems.indexOf(stem), names.size() - 1, alone || manyLines, alone || manyBounds));
        }
        return looks;
    }

    private static Set<String> stems(List<Series> series, Kind kind, int parts) {
        return series.stream()
                .filter(s -> kind(s.mark()) == kind)
                .map(s -> stem(s.name(), parts))
                .collect(Collectors.toSet());
    }

    private static Look of(int place, int sibling, boolean variedLine, boolean variedBound) {
        int round = place / Style.chartColours();
        return new Look(
                place % Style.chartColours(),
                (place + sibling / 2) % Marker.SHAPES,
                (round + sibling) % 2 == 1,
                ((variedLine ? place + round * (LINES / 2) : 0) + sibling) % LINES,
                ((variedBound ? place : 0) + round + sibling) % BOUNDS);
    }
}
