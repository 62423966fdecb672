package org.mneme.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.report.Series.Point;

/** Draws a {@link Chart}. */
final class ChartPlot {
    private static final double AREA = 360;
    private static final double BELOW = 48;
    private static final double LABEL = 24;
    private static final double ABOVE = 14;
    private static final double NARROWEST_LEFT = 48;
    private static final double CAP = 3;

    /** How far below its other marks a name's bound is in the legend. */
    private static final double BESIDE = 6;

    private static final Look PLAIN = new Look(0, 0, false, 0, 0);

    private final Chart chart;
    private final Map<String, Look> looks;
    private final ChartLegend legend;
    private final ChartAxis x;
    private final ChartAxis y;
    private final Svg svg = new Svg();

    private ChartPlot(Chart chart) {
        this.chart = chart;
        this.looks = Look.of(chart.series());
        this.legend = new ChartLegend(chart.series(), looks, 8, Frame.WIDTH - Frame.RIGHT);
        ChartRange rangeY = ChartRange.ofY(chart);
        double top = legend.height() + LABEL + ABOVE;
        this.y = new ChartAxis(
                new Axis(rangeY.low(), rangeY.high(), top + AREA, top, chart.y().label(), rangeY.whole()),
                chart.y().logarithmic());
        double widest = y.ticks().stream()
                .mapToDouble(tick -> Svg.width(tick.label()))
                .max()
                .orElse(0);
        ChartRange rangeX = ChartRange.ofX(chart);
        this.x = new ChartAxis(
                new Axis(
                        rangeX.low(),
                        rangeX.high(),
                        Math.max(NARROWEST_LEFT, widest + 16),
                        Frame.WIDTH - Frame.RIGHT,
                        chart.x().label(),
                        rangeX.whole()),
                chart.x().logarithmic());
    }

    /**
     * Draws a chart.
     *
     * @param chart its series
     * @return the plot, with its numbers
     */
    static Plot of(Chart chart) {
        return new ChartPlot(chart).plot();
    }

    private Plot plot() {
        axes();
        boolean empty = chart.series().stream()
                .allMatch(series -> ChartRange.drawn(chart, series).findAny().isEmpty());
        if (empty) {
            svg.text(
                    "soft",
                    "middle",
                    (x.axis().from() + x.axis().to()) / 2,
                    (y.axis().from() + y.axis().to()) / 2,
                    "no numbers to draw");
        }
        chart.series().stream()
                .filter(series -> series.mark() == Series.Mark.BAND)
                .forEach(this::area);
        thin();
        chart.series().forEach(this::draw);
        names();
        return new Plot(
                chart.id(),
                chart.title(),
                chart.caption() + leftOut(),
                Frame.WIDTH,
                y.axis().from() + BELOW,
                svg.toString(),
                StudyCsv.of(chart));
    }

    private String leftOut() {
        long missing = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()) && !ChartRange.shows(chart, p))
                .count();
        return missing == 0
                ? ""
                : " Not drawn: " + Words.count(missing, "number") + " that " + (missing == 1 ? "is" : "are")
                        + " not positive, on a logarithmic axis.";
    }

    private void axes() {
        StringBuilder grid = new StringBuilder();
        StringBuilder ticks = new StringBuilder();
        double left = x.axis().from();
        double bottom = y.axis().from();
        for (ChartAxis.Tick tick : x.ticks()) {
            double at = x.at(tick.value());
            boolean named = !tick.label().isEmpty();
            (named ? grid : ticks)
                    .append('M')
                    .append(Svg.at(at, bottom))
                    .append(named ? "V" + Svg.number(y.axis().to()) : "v-5");
            if (named) {
                double rightmost = Frame.WIDTH - 4 - Svg.width(tick.label()) / 2;
                svg.text("soft", "middle", Math.min(at, rightmost), bottom + 19, tick.label());
            }
        }
        for (ChartAxis.Tick tick : y.ticks()) {
            double at = y.at(tick.value());
            boolean named = !tick.label().isEmpty();
            (named ? grid : ticks)
                    .append('M')
                    .append(Svg.at(left, at))
                    .append(named ? "H" + Svg.number(x.axis().to()) : "h5");
            if (named) {
                svg.text("soft", "end", left - 8, at + 4.5, tick.label());
            }
        }
        svg.path("grid", grid).path("axis", ticks);
        svg.path(
                "axis frame",
                "M" + Svg.at(left, y.axis().to()) + "V" + Svg.number(bottom) + "H"
                        + Svg.number(x.axis().to()));
        svg.text("", "start", 8, y.axis().to() - ABOVE, chart.y().label());
        svg.text("", "end", x.axis().to(), bottom + 40, chart.x().label());
    }

    private Look look(Series series) {
        return looks.getOrDefault(series.name(), PLAIN);
    }

    private void area(Series series) {
        StringBuilder d = new StringBuilder();
        List<Point> run = new ArrayList<>();
        for (Point p : series.points()) {
            if (ChartRange.shows(chart, p)) {
                run.add(p);
            } else {
                band(d, run);
                run.clear();
            }
        }
        band(d, run);
        svg.path("area c" + look(series).colour(), d);
    }

    private void band(StringBuilder d, List<Point> run) {
        if (run.size() < 2) {
            return;
        }
        char to = 'M';
        for (Point p : run) {
            d.append(to).append(Svg.at(x.at(p.x()), end(p.high(), p)));
            to = 'L';
        }
        for (Point p : run.reversed()) {
            d.append(to).append(Svg.at(x.at(p.x()), end(p.low(), p)));
        }
        d.append('z');
    }

    /** The pixel of an end of an interval; that of the number itself where it has none. */
    private double end(double value, Point p) {
        return y.within(Double.isNaN(value) ? p.y() : value);
    }

    /** Thin lines of a look are one path: there may be hundreds. */
    private void thin() {
        Map<String, StringBuilder> paths = new LinkedHashMap<>();
        chart.series().stream()
                .filter(series -> series.mark() == Series.Mark.THIN)
                .forEach(series -> paths.computeIfAbsent(
                                "curve thin over c" + look(series).colour(), _ -> new StringBuilder())
                        .append(line(series)));
        paths.forEach(svg::path);
    }

    private void draw(Series series) {
        Look look = look(series);
        String colour = " c" + look.colour();
        switch (series.mark()) {
            case DOTS -> dots(series);
            case DOTTED_LINE -> {
                svg.path("curve thin" + colour, line(series));
                dots(series);
            }
            case LINE -> svg.path("curve l" + look.line() + colour, line(series));
            case BAND -> {
                svg.path("curve l" + look.line() + colour, line(series));
                lone(series);
            }
            case DASHED -> svg.path("bound b" + look.bound() + colour, line(series));
            case THIN -> {}
        }
    }

    private String line(Series series) {
        return ChartLine.of(series.points(), p -> ChartRange.shows(chart, p), p -> x.at(p.x()), p -> y.at(p.y()));
    }

    private void dots(Series series) {
        Look look = look(series);
        StringBuilder bars = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        ChartRange.drawn(chart, series).forEach(p -> {
            bars.append(bar(p));
            dots.append(Marker.at(look.shape(), x.at(p.x()), y.at(p.y())));
        });
        svg.path("bar c" + look.colour(), bars);
        svg.path((look.hollow() ? "hollow c" : "full c") + look.colour(), dots);
    }

    /** A band of one point has no area: its interval is drawn as a bar. */
    private void lone(Series series) {
        if (series.points().size() == 1) {
            dots(series);
        }
    }

    private String bar(Point p) {
        double high = end(p.high(), p);
        double low = end(p.low(), p);
        if (low - high < 1) {
            return "";
        }
        String cap = "h" + Svg.number(2 * CAP);
        double at = x.at(p.x());
        return "M" + Svg.at(at - CAP, high) + cap + "M" + Svg.at(at - CAP, low) + cap + "M" + Svg.at(at, low) + "V"
                + Svg.number(high);
    }

    private void names() {
        for (ChartLegend.Placed entry : legend.placed()) {
            double middle = ChartLegend.ROW * entry.row() + 14;
            Look look = entry.look();
            String colour = " c" + look.colour();
            String stroke = "M" + Svg.at(entry.x(), middle) + "h24";
            double below = entry.marks().size() > 1 ? middle + BESIDE : middle;
            entry.marks().forEach(mark -> {
                switch (mark) {
                    case DOTS -> dot(look, entry.x() + 12, middle);
                    case DOTTED_LINE -> {
                        svg.path("curve thin" + colour, stroke);
                        dot(look, entry.x() + 12, middle);
                    }
                    case LINE -> svg.path("curve l" + look.line() + colour, stroke);
                    case DASHED -> svg.path("bound b" + look.bound() + colour, "M" + Svg.at(entry.x(), below) + "h24");
                    case BAND ->
                        svg.path("area" + colour, "M" + Svg.at(entry.x(), middle - 6) + "h24v12h-24z")
                                .path("curve l" + look.line() + colour, stroke);
                    case THIN -> svg.path("curve thin over" + colour, stroke);
                }
            });
            svg.text("", "start", entry.x() + ChartLegend.MARK, middle + 4.5, entry.name());
        }
    }

    private void dot(Look look, double at, double middle) {
        svg.path((look.hollow() ? "hollow c" : "full c") + look.colour(), Marker.at(look.shape(), at, middle));
    }
}
