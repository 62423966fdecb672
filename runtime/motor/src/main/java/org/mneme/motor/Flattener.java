package org.mneme.motor;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mneme.runtime.patterns.PenPoint;

/** Turns shapes of lines and curves into polylines that are nowhere farther from them than 1/20,000 of the drawing. */
final class Flattener {
    private static final double FINENESS = 20_000;
    private static final int DEEPEST = 12;
    private static final int MOST_POINTS = 1_000_000;

    private final Path file;
    private final List<List<PenPoint>> strokes = new ArrayList<>();
    private int points;

    private Flattener(Path file) {
        this.file = file;
    }

    /**
     * Flattens shapes.
     *
     * @param file for messages
     * @param shapes at least one
     * @return their subpaths, those that go on where the one before ends joined to it
     */
    static Drawing flatten(Path file, List<Path2D.Double> shapes) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Path2D.Double shape : shapes) {
            Rectangle2D b = shape.getBounds2D();
            left = Math.min(left, b.getMinX());
            top = Math.min(top, b.getMinY());
            right = Math.max(right, b.getMaxX());
            bottom = Math.max(bottom, b.getMaxY());
        }
        double size = Math.max(right - left, bottom - top);
        if (!(size < Float.MAX_VALUE)) {
            throw new MalformedSvgException(file, 0, 0, "a stroke has a coordinate that is not a finite number");
        }
        double flatness = size / FINENESS;
        Flattener flattener = new Flattener(file);
        for (Path2D.Double shape : shapes) {
            flattener.add(new FlatteningPathIterator(shape.getPathIterator(null), flatness, DEEPEST));
        }
        if (flattener.strokes.isEmpty()) {
            throw new NoStrokesException(file, "its strokes are empty, so nothing is drawn");
        }
        return new Drawing(flattener.strokes).joined(flatness);
    }

    private void add(PathIterator path) {
        double[] at = new double[6];
        List<PenPoint> stroke = new ArrayList<>();
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    finish(stroke);
                    stroke = new ArrayList<>();
                    stroke.add(point(at));
                }
                case PathIterator.SEG_LINETO -> stroke.add(point(at));
                case PathIterator.SEG_CLOSE -> {
                    PenPoint start = stroke.getFirst();
                    stroke.add(start);
                    finish(stroke);
                    stroke = new ArrayList<>();
                    stroke.add(start);
                }
                default -> throw new IllegalStateException("a flat path has no curves");
            }
        }
        finish(stroke);
    }

    /** Keeps a stroke; a move alone draws nothing. */
    private void finish(List<PenPoint> stroke) {
        if (stroke.size() > 1) {
            strokes.add(stroke);
        }
    }

    private PenPoint point(double[] at) {
        if (++points > MOST_POINTS) {
            throw new MalformedSvgException(
                    file, 0, 0, "its curves are longer than " + MOST_POINTS + " line pieces; simplify it");
        }
        return new PenPoint(at[0], at[1], true);
    }
}
