package org.mneme.report;

import java.util.List;

/** The axes of a plot, with grid, ticks and labels. */
record Frame(Axis x, Axis y) {
    static final double WIDTH = 940;
    static final double LEFT = 62;
    static final double RIGHT = 16;
    static final double TOP = 40;
    static final double BOTTOM = 48;
    private static final double PIXELS_A_TICK_X = 80;
    private static final double PIXELS_A_TICK_Y = 36;
    private static final double HEADING = TOP - 20;

    /**
     * Returns axes over the usual area.
     *
     * @param height of the whole plot
     * @param x value range and label of the horizontal axis
     * @param y value range and label of the vertical axis
     * @return the axes
     */
    static Frame of(double height, Range x, Range y) {
        return of(height, TOP, x, y);
    }

    /**
     * Returns axes below a wider margin.
     *
     * @param height of the whole plot
     * @param top where the vertical axis ends
     * @param x value range and label of the horizontal axis
     * @param y value range and label of the vertical axis
     * @return the axes
     */
    static Frame of(double height, double top, Range x, Range y) {
        return new Frame(
                new Axis(x.low(), x.high(), LEFT, WIDTH - RIGHT, x.label(), x.whole()),
                new Axis(y.low(), y.high(), height - BOTTOM, top, y.label(), y.whole()));
    }

    /**
     * A range of values.
     *
     * @param low the least
     * @param high the largest
     * @param label what is measured, with its unit
     * @param whole whether ticks are at whole numbers only
     */
    record Range(double low, double high, String label, boolean whole) {
        /**
         * Returns a range around numbers that are counted from 0, half a place wider on both sides.
         *
         * @param count how many there are
         * @param label what is counted
         * @return the range
         */
        static Range places(long count, String label) {
            return new Range(-0.5, Math.max(1, count) - 0.5, label, true);
        }
    }

    /**
     * Draws the axes with a grid.
     *
     * @param svg where to
     */
    void draw(Svg svg) {
        StringBuilder grid = new StringBuilder();
        for (double value : x.ticks(most(x, PIXELS_A_TICK_X))) {
            grid.append('M').append(Svg.at(x.at(value), y.from())).append('V').append(Svg.number(y.to()));
        }
        for (double value : y.ticks(most(y, PIXELS_A_TICK_Y))) {
            grid.append('M').append(Svg.at(x.from(), y.at(value))).append('H').append(Svg.number(x.to()));
        }
        svg.path("grid", grid);
        String axes = "M" + Svg.at(x.from(), y.to()) + "V" + Svg.number(y.from()) + "H" + Svg.number(x.to());
        svg.path("axis frame", axes);
        labels(svg);
    }

    /**
     * Draws the numbers at the ticks and what is measured.
     *
     * @param svg where to
     */
    void labels(Svg svg) {
        below(svg, x, y.from());
        Axis.Step step = y.step(most(y, PIXELS_A_TICK_Y));
        for (double value : y.ticks(most(y, PIXELS_A_TICK_Y))) {
            svg.text("soft", "end", x.from() - 8, y.at(value) + 4.5, Axis.text(value, step));
        }
        svg.text("", "start", 8, HEADING, y.label());
    }

    /**
     * Draws the numbers at the ticks of a horizontal axis and what is measured.
     *
     * @param svg where to
     * @param x the axis
     * @param bottom where it is
     */
    static void below(Svg svg, Axis x, double bottom) {
        Axis.Step step = x.step(most(x, PIXELS_A_TICK_X));
        for (double value : x.ticks(most(x, PIXELS_A_TICK_X))) {
            String text = Axis.text(value, step);
            double rightmost = WIDTH - 4 - Svg.width(text) / 2;
            svg.text("soft", "middle", Math.min(x.at(value), rightmost), bottom + 19, text);
        }
        svg.text("", "end", x.to(), bottom + 40, x.label());
    }

    private static int most(Axis axis, double pixels) {
        return (int) Math.max(2, Math.abs(axis.to() - axis.from()) / pixels);
    }

    /**
     * Draws a legend in a row above the plot, at its right end.
     *
     * @param svg where to
     * @param entries left to right
     */
    static void legend(Svg svg, List<Entry> entries) {
        double at = WIDTH - RIGHT;
        for (Entry entry : entries.reversed()) {
            at -= Svg.width(entry.text());
            svg.text("", "start", at, HEADING, entry.text());
            svg.path(entry.style(), "M" + Svg.at(at - 28, HEADING - 4) + entry.mark());
            at -= 48;
        }
    }

    /**
     * An entry of a legend.
     *
     * @param style classes of the mark
     * @param mark path data from the mark's left end, at most 20 wide
     * @param text what it stands for
     */
    record Entry(String style, String mark, String text) {
        static Entry line(String style, String text) {
            return new Entry(style, "h20", text);
        }
    }
}
