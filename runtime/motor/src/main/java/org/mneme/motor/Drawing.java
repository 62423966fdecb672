package org.mneme.motor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mneme.runtime.patterns.PenPoint;

/**
 * What a pen draws: strokes, each a polyline, in the order in which they are drawn.
 *
 * @param strokes at least one; each at least one point, all with the pen down, mm
 */
public record Drawing(List<List<PenPoint>> strokes) {
    /** Copies the strokes. */
    public Drawing {
        strokes = strokes.stream().map(List::copyOf).toList();
        if (strokes.isEmpty() || strokes.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a drawing needs a stroke, and a stroke a point");
        }
    }

    /**
     * An upright rectangle, in mm.
     *
     * @param minX left
     * @param minY top
     * @param maxX right
     * @param maxY bottom
     */
    public record Bounds(double minX, double minY, double maxX, double maxY) {
        /**
         * Returns the longer of its sides.
         *
         * @return mm
         */
        public double size() {
            return Math.max(maxX - minX, maxY - minY);
        }

        /**
         * Says whether a point lies in it, its border included.
         *
         * @param x to the right, mm
         * @param y downwards, mm
         * @return true inside
         */
        public boolean contains(double x, double y) {
            return x >= minX && x <= maxX && y >= minY && y <= maxY;
        }
    }

    /**
     * Returns the smallest rectangle that holds all strokes.
     *
     * @return the rectangle
     */
    public Bounds bounds() {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (List<PenPoint> stroke : strokes) {
            for (PenPoint p : stroke) {
                minX = Math.min(minX, p.x());
                minY = Math.min(minY, p.y());
                maxX = Math.max(maxX, p.x());
                maxY = Math.max(maxY, p.y());
            }
        }
        return new Bounds(minX, minY, maxX, maxY);
    }

    /**
     * Returns the drawing scaled about its top left corner, which becomes the origin.
     *
     * @param factor &gt; 0
     * @return a drawing whose bounds start at (0, 0)
     */
    public Drawing scaledFromCorner(double factor) {
        Bounds b = bounds();
        return map(p -> new PenPoint((p.x() - b.minX) * factor, (p.y() - b.minY) * factor, p.down()));
    }

    /**
     * Joins each stroke to the one before where it starts at that one's end, so that the pen is not lifted in place.
     *
     * @param gap the largest distance that counts as the same place, mm
     * @return a drawing of as many strokes or fewer
     */
    public Drawing joined(double gap) {
        List<List<PenPoint>> joined = new ArrayList<>();
        for (List<PenPoint> stroke : strokes) {
            boolean goesOn = !joined.isEmpty() && joined.getLast().getLast().distance(stroke.getFirst()) <= gap;
            if (goesOn) {
                joined.getLast().addAll(stroke.subList(1, stroke.size()));
            } else {
                joined.add(new ArrayList<>(stroke));
            }
        }
        return new Drawing(joined);
    }

    private Drawing map(UnaryOperator<PenPoint> f) {
        return new Drawing(strokes.stream().map(s -> s.stream().map(f).toList()).toList());
    }
}
