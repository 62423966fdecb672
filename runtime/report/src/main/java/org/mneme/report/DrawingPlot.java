package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.score.DrawingScore;

/** The drawing asked for and the drawing recalled, in millimetres: one above the other, or side by side where that shows them larger. */
final class DrawingPlot {
    private static final double MARGIN = 22;
    private static final double HEADING = 44;
    private static final double FOOT = 44;
    private static final double LARGEST_PANEL = 420;
    private static final double SMALLEST_SIDE = 1e-3;
    private static final int MOST_POINTS = 10_000;
    private static final int MOST_OUTLINE_POINTS = 3 * MOST_POINTS;

    private final DrawingScore drawing;
    private final Box box;
    private final Svg svg = new Svg();

    private DrawingPlot(DrawingScore drawing) {
        this.drawing = drawing;
        this.box = Box.around(drawing);
    }

    static Plot of(DrawingScore drawing) {
        return new DrawingPlot(drawing).plot();
    }

    /** The part of the plane that is shown, mm. */
    private record Box(double left, double top, double wide, double high) {
        static Box around(DrawingScore drawing) {
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (List<PenPoint> points : Stream.concat(
                            Stream.of(drawing.asked(), drawing.recalled()), drawing.outline().stream())
                    .toList()) {
                for (PenPoint p : points) {
                    if (known(p)) {
                        left = Math.min(left, p.x());
                        right = Math.max(right, p.x());
                        top = Math.min(top, p.y());
                        bottom = Math.max(bottom, p.y());
                    }
                }
            }
            return left > right
                    ? new Box(0, 0, 1, 1)
                    : new Box(left, top, Math.max(SMALLEST_SIDE, right - left), Math.max(SMALLEST_SIDE, bottom - top));
        }
    }

    /** Where a point is drawn. */
    private record View(Box box, double scale, double dx, double dy) {
        String at(PenPoint p) {
            return Svg.at((p.x() - box.left()) * scale + dx, (p.y() - box.top()) * scale + dy);
        }
    }

    /** A point that is held is where the curve turns once. */
    private static List<PenPoint> unheld(List<PenPoint> points) {
        List<PenPoint> moved = new ArrayList<>();
        for (PenPoint p : points) {
            if (moved.isEmpty() || !p.equals(moved.getLast())) {
                moved.add(p);
            }
        }
        return moved;
    }

    private static boolean known(PenPoint p) {
        return Double.isFinite(p.x()) && Double.isFinite(p.y());
    }

    private Plot plot() {
        double room = Frame.WIDTH - 2 * MARGIN;
        double stacked = Math.min(room / box.wide(), LARGEST_PANEL / box.high());
        double beside = Math.min((room / 2 - MARGIN) / box.wide(), LARGEST_PANEL / box.high());
        boolean columns = beside * 1.5 > stacked;
        double scale = columns ? beside : stacked;
        double wide = columns ? Frame.WIDTH / 2 : Frame.WIDTH;
        double high = HEADING + box.high() * scale + MARGIN;
        panel("asked for", wide, 0, 0, scale, false);
        panel("recalled", wide, columns ? wide : 0, columns ? 0 : high, scale, true);
        svg.path("grid", columns ? "M" + Svg.at(wide, 8) + "V" + Svg.number(high) : "M" + Svg.at(0, high) + "H" + wide);
        double foot = (columns ? high : 2 * high) + FOOT / 2;
        double bar = scaleBar();
        svg.path("curve ink", "M" + Svg.at(MARGIN, foot - 4) + "v8m0 -4h" + Svg.number(bar * scale) + "m0 -4v8");
        svg.text("", "start", MARGIN + bar * scale + 10, foot + 5, Csv.cell(bar) + " mm");
        return new Plot("drawing", title(), caption(columns), Frame.WIDTH, foot + FOOT / 2, svg.toString(), csv());
    }

    private static String title() {
        return "The drawing asked for and the drawing recalled";
    }

    private String caption(boolean columns) {
        int strokes = shownOutline().size();
        return String.format(
                        Locale.ROOT,
                        "%s what was recalled, over the pale drawing asked for. Each dot is a "
                                + "recall step, read from the decoded features alone, joined by a smooth curve; dashed: pen up%s. Path error at these points: mean %.2f mm, largest %.2f mm; up to "
                                + "%.2f mm is within tolerance. Pen errors: %d.%s",
                        columns ? "On the right" : "Below",
                        far() ? "; a thin grey line leads from a point out of tolerance to where it should be" : "",
                        drawing.meanErrorMillimetres(),
                        drawing.maxErrorMillimetres(),
                        drawing.toleranceMillimetres(),
                        drawing.penErrors(),
                        stride(drawing.recalled()) > 1
                                ? " Thinned: 1 in " + stride(drawing.recalled()) + " points is drawn."
                                : "")
                + (strokes < drawing.outline().size()
                        ? " Cut: only the first " + strokes + " strokes of the drawing asked for are drawn."
                        : "");
    }

    private boolean far() {
        for (int k = 0; k < drawing.asked().size(); k++) {
            if (!(drawing.asked().get(k).distance(drawing.recalled().get(k)) <= drawing.toleranceMillimetres())) {
                return true;
            }
        }
        return false;
    }

    private void panel(String heading, double wide, double x, double y, double scale, boolean recalled) {
        View view = new View(box, scale, x + (wide - box.wide() * scale) / 2, y + HEADING);
        svg.text("strong", "start", x + MARGIN, y + 26, heading);
        StringBuilder outline = new StringBuilder();
        shownOutline().forEach(stroke -> moves(outline, stroke, view, Move.ALL));
        svg.path(recalled ? "curve wide c0" : "curve c0", outline);
        List<PenPoint> points = recalled ? drawing.recalled() : drawing.asked();
        String colour = recalled ? "c1" : "c0";
        if (recalled) {
            svg.path("axis", misses(view));
            svg.path("curve c1", moves(new StringBuilder(), unheld(points), view, Move.DRAWN));
        }
        svg.path("dash " + colour, moves(new StringBuilder(), points, view, Move.PEN_UP));
        svg.path("dots small " + colour, dots(points, view, false));
        svg.path("dots large " + colour, dots(points, view, true));
    }

    /** The strokes that fit the page: as many as there are points for. */
    private List<List<PenPoint>> shownOutline() {
        long points = 0;
        int strokes = 0;
        while (strokes < drawing.outline().size() && points < MOST_OUTLINE_POINTS) {
            points += Math.min(MOST_POINTS, drawing.outline().get(strokes++).size());
        }
        return drawing.outline().subList(0, strokes);
    }

    private enum Move {
        ALL,
        /** Both ends with the pen down. */
        DRAWN,
        PEN_UP
    }

    private static int stride(List<PenPoint> points) {
        return Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
    }

    private static StringBuilder moves(StringBuilder d, List<PenPoint> points, View view, Move which) {
        int stride = stride(points);
        boolean joined = false;
        for (int k = stride; k < points.size(); k += stride) {
            PenPoint from = points.get(k - stride);
            PenPoint to = points.get(k);
            boolean drawn = from.down() && to.down();
            boolean shown = known(from) && known(to) && (which == Move.ALL || drawn == (which == Move.DRAWN));
            if (shown) {
                d.append(joined ? "" : "M" + view.at(from))
                        .append(which == Move.DRAWN ? bend(points, k, stride, view) : "L")
                        .append(view.at(to));
            }
            joined = shown;
        }
        return d;
    }

    /** The control points of a Catmull-Rom curve from point k − stride to point k, as a pen would move. */
    private static String bend(List<PenPoint> points, int k, int stride, View view) {
        PenPoint from = points.get(k - stride);
        PenPoint to = points.get(k);
        PenPoint before = k >= 2 * stride ? drawnOr(points.get(k - 2 * stride), from) : from;
        PenPoint after = k + stride < points.size() ? drawnOr(points.get(k + stride), to) : to;
        return "C" + view.at(moved(from, before, to, 1)) + " " + view.at(moved(to, from, after, -1)) + " ";
    }

    private static PenPoint drawnOr(PenPoint p, PenPoint otherwise) {
        return p.down() && known(p) ? p : otherwise;
    }

    private static PenPoint moved(PenPoint p, PenPoint start, PenPoint end, int sign) {
        return new PenPoint(p.x() + sign * (end.x() - start.x()) / 6, p.y() + sign * (end.y() - start.y()) / 6, true);
    }

    private static StringBuilder dots(List<PenPoint> points, View view, boolean down) {
        StringBuilder d = new StringBuilder();
        for (int k = 0; k < points.size(); k += stride(points)) {
            PenPoint p = points.get(k);
            if (known(p) && p.down() == down) {
                d.append('M').append(view.at(p)).append("h0");
            }
        }
        return d;
    }

    /** From each point out of tolerance to where it should be. */
    private StringBuilder misses(View view) {
        StringBuilder d = new StringBuilder();
        for (int k = 0; k < drawing.asked().size(); k += stride(drawing.asked())) {
            PenPoint asked = drawing.asked().get(k);
            PenPoint found = drawing.recalled().get(k);
            if (known(asked) && known(found) && asked.distance(found) > drawing.toleranceMillimetres()) {
                d.append('M').append(view.at(found)).append('L').append(view.at(asked));
            }
        }
        return d;
    }

    /** About a quarter of the width: 1, 2 or 5 times a power of ten, mm. */
    private double scaleBar() {
        return new Axis(0, box.wide() / 4, 0, 1, "mm", false).step(2).size();
    }

    private Csv csv() {
        return new Csv(
                "point,asked_x_mm,asked_y_mm,asked_down,recalled_x_mm,recalled_y_mm,recalled_down,error_mm",
                drawing.asked().size(),
                k -> {
                    PenPoint asked = drawing.asked().get(k);
                    PenPoint found = drawing.recalled().get(k);
                    return k + "," + cells(asked) + "," + cells(found) + "," + Csv.cell(asked.distance(found));
                });
    }

    private static String cells(PenPoint p) {
        return Csv.cell(p.x()) + "," + Csv.cell(p.y()) + "," + p.down();
    }
}
