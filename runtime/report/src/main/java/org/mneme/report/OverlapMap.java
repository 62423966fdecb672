package org.mneme.report;

import java.util.Base64;
import org.mneme.runtime.score.OverlapSeries;

/** Overlaps of all patterns at all steps, as a picture. */
final class OverlapMap {
    private static final double HEIGHT = 360;
    private static final int MOST_COLUMNS = 1724;
    private static final int MOST_ROWS = 544;
    private static final int LEVELS = 127;
    private static final int PLUS = 0x2f86c6;
    private static final int MINUS = 0xd55e00;
    private static final double BAR = 90;

    private OverlapMap() {}

    /**
     * Draws m of every pattern at every step.
     *
     * @param series overlaps of all patterns, P ≥ 1
     * @return the plot
     */
    static Plot of(OverlapSeries series) {
        int steps = series.winner().length();
        Frame frame = Frame.of(
                HEIGHT, Frame.Range.places(steps, "recall step t"), Frame.Range.places(series.patterns(), "pattern μ"));
        int columns = Math.min(steps, MOST_COLUMNS);
        int rows = Math.min(series.patterns(), MOST_ROWS);
        boolean thinned = columns < steps || rows < series.patterns();
        Svg svg = new Svg();
        double width = frame.x().to() - frame.x().from();
        double height = frame.y().from() - frame.y().to();
        svg.element("image")
                .set("x", frame.x().from())
                .set("y", frame.y().to())
                .set("width", width)
                .set("height", height)
                .set("preserveAspectRatio", "none")
                .set("style", columns <= width && rows <= height ? "image-rendering:pixelated" : "")
                .set("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png(series, columns, rows)))
                .close();
        svg.path(
                "axis frame",
                "M" + Svg.at(frame.x().from(), frame.y().to()) + "V"
                        + Svg.number(frame.y().from()) + "H"
                        + Svg.number(frame.x().to()) + "V"
                        + Svg.number(frame.y().to()) + "z");
        frame.labels(svg);
        scale(svg);
        return new Plot(
                "overlap-map",
                "Overlaps of all patterns",
                "Overlap m of S(t) with each stored pattern. A recall in order is a staircase of full overlaps."
                        + (thinned ? " Thinned: each pixel shows the overlap farthest from 0 of several." : ""),
                Frame.WIDTH,
                HEIGHT,
                svg.toString(),
                csv(series));
    }

    private static void scale(Svg svg) {
        double right = Frame.WIDTH - Frame.RIGHT - 16;
        double y = Frame.TOP - 28;
        svg.raw("<defs><linearGradient id=\"m-scale\"><stop offset=\"0\" stop-color=\"" + hex(MINUS)
                + "\"/><stop offset=\".5\" stop-color=\"" + hex(MINUS)
                + "\" stop-opacity=\"0\"/><stop offset=\".5\" stop-color=\""
                + hex(PLUS) + "\" stop-opacity=\"0\"/><stop offset=\"1\" stop-color=\"" + hex(PLUS)
                + "\"/></linearGradient></defs>");
        svg.element("rect")
                .set("class", "axis")
                .set("style", "fill:url(#m-scale)")
                .set("x", right - BAR)
                .set("y", y)
                .set("width", BAR)
                .set("height", 10)
                .close();
        svg.text("soft", "end", right - BAR - 6, y + 10, "m = −1");
        svg.text("soft", "start", right + 6, y + 10, "1");
    }

    private static String hex(int colour) {
        return "#" + Integer.toHexString(colour);
    }

    /** Pattern 0 is the lowest row. */
    private static byte[] png(OverlapSeries series, int columns, int rows) {
        byte[][] pixels = new byte[rows][columns];
        for (int t = 0; t < series.winner().length(); t++) {
            int x = (int) ((long) t * columns / series.winner().length());
            for (int mu = 0; mu < series.patterns(); mu++) {
                int y = rows - 1 - (int) ((long) mu * rows / series.patterns());
                int level = (int) Math.round(LEVELS * Math.clamp(series.of(mu, t), -1, 1));
                if (Math.abs(level) >= Math.abs(pixels[y][x])) {
                    pixels[y][x] = (byte) level;
                }
            }
        }
        int[] argb = new int[256];
        for (int level = -LEVELS; level <= LEVELS; level++) {
            int opacity = Math.round(255f * Math.abs(level) / LEVELS);
            argb[level & 255] = opacity << 24 | (level < 0 ? MINUS : PLUS);
        }
        return Png.encode(pixels, argb);
    }

    private static Csv csv(OverlapSeries series) {
        int patterns = series.patterns();
        return new Csv("step,pattern,m", series.winner().length() * patterns, k -> {
            int step = k / patterns;
            int pattern = k % patterns;
            return step + "," + pattern + "," + Csv.cell(series.of(pattern, step));
        });
    }
}
