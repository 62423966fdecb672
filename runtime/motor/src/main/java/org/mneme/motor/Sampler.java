package org.mneme.motor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.mneme.runtime.patterns.PenPoint;

/**
 * Samples a drawing into a pen trajectory.
 *
 * <p>Each stroke gets its first and last point, its sharp corners (as far as a quarter of the points goes, the sharpest first), and
 * between them points evenly spaced by a ruler, such as its length, as evenly over all strokes as whole numbers allow; a stroke without length gets
 * one. Between strokes the pen lifts and travels straight, with one point, halfway, at which it is up.
 */
final class Sampler {
    /** A turn between two pieces of a polyline from which it counts as a corner. */
    private static final double SHARP = Math.toRadians(45);

    private static final int CORNER_SHARE = 4;

    private Sampler() {}

    /** A part of a stroke between two corners, and how many points it gets, its start not counted. */
    private static final class Section {
        private final Polyline line;
        private final Ruler.Part part;
        private final double measure;
        private final int order;
        private int share = 1;

        private Section(Polyline line, Ruler.Part part, double measure, int order) {
            this.line = line;
            this.part = part;
            this.measure = measure;
            this.order = order;
        }

        private double spacing() {
            return measure / share;
        }

        private int order() {
            return order;
        }
    }

    /** A corner: the inner point of a stroke at which the line turns. */
    private record Corner(int stroke, int index, double turn) {}

    /**
     * Samples a drawing.
     *
     * @param drawing strokes
     * @param count P, how many points
     * @return P points
     * @throws TooFewPointsException if the strokes need more
     */
    static List<PenPoint> sample(Drawing drawing, int count) {
        return sample(drawing, count, Ruler.LENGTH).stream().map(Sample::point).toList();
    }

    /**
     * Samples a drawing.
     *
     * @param drawing strokes
     * @param count P, how many points
     * @param ruler what they are spread evenly by
     * @return P points
     * @throws TooFewPointsException if the strokes need more
     */
    static List<Sample> sample(Drawing drawing, int count, Ruler ruler) {
        List<List<PenPoint>> strokes = drawing.strokes();
        int least = 2 * strokes.size()
                - 1
                + (int) strokes.stream().filter(Sampler::isLong).count();
        if (least > count) {
            throw new TooFewPointsException(count, least, strokes.size());
        }
        List<Corner> corners = corners(strokes, Math.min(count / CORNER_SHARE, count - least));
        List<List<Section>> sections = sections(strokes, corners, ruler);
        share(sections, count - least - corners.size());
        List<Sample> samples = new ArrayList<>(count);
        for (int k = 0; k < strokes.size(); k++) {
            PenPoint start = strokes.get(k).getFirst();
            if (!samples.isEmpty()) {
                PenPoint end = samples.getLast().point();
                PenPoint lifted = new PenPoint((end.x() + start.x()) / 2, (end.y() + start.y()) / 2, false);
                samples.add(new Sample(lifted, -1, 0));
            }
            samples.add(new Sample(start, k, 0));
            for (Section section : sections.get(k)) {
                for (int i = 1; i <= section.share; i++) {
                    double place = ruler.place(section.part, i, section.share);
                    samples.add(new Sample(section.line.at(place), k, section.part.from() + place));
                }
            }
        }
        return samples;
    }

    private static boolean isLong(List<PenPoint> stroke) {
        return new Polyline(stroke).length() > 0;
    }

    /** Returns the sharpest corners, in the order of the drawing. */
    private static List<Corner> corners(List<List<PenPoint>> strokes, int most) {
        List<Corner> corners = new ArrayList<>();
        for (int k = 0; k < strokes.size(); k++) {
            List<PenPoint> stroke = strokes.get(k);
            for (int i = 1; i + 1 < stroke.size(); i++) {
                double turn = Polyline.turn(stroke.get(i - 1), stroke.get(i), stroke.get(i + 1));
                if (turn > SHARP) {
                    corners.add(new Corner(k, i, turn));
                }
            }
        }
        Comparator<Corner> along = Comparator.comparingInt(Corner::stroke).thenComparingInt(Corner::index);
        return corners.stream()
                .sorted(Comparator.comparingDouble(Corner::turn).reversed().thenComparing(along))
                .limit(most)
                .sorted(along)
                .toList();
    }

    private static List<List<Section>> sections(List<List<PenPoint>> strokes, List<Corner> corners, Ruler ruler) {
        List<List<Section>> sections = new ArrayList<>();
        int order = 0;
        int next = 0;
        for (int k = 0; k < strokes.size(); k++) {
            List<PenPoint> stroke = strokes.get(k);
            List<Section> parts = new ArrayList<>();
            int from = 0;
            double reached = 0;
            for (; next < corners.size() && corners.get(next).stroke() == k; next++) {
                int to = corners.get(next).index();
                parts.add(section(stroke.subList(from, to + 1), k, reached, ruler, order++));
                reached += parts.getLast().part.length();
                from = to;
            }
            if (isLong(stroke)) {
                parts.add(section(stroke.subList(from, stroke.size()), k, reached, ruler, order++));
            }
            sections.add(parts);
        }
        return sections;
    }

    private static Section section(List<PenPoint> points, int stroke, double from, Ruler ruler, int order) {
        Polyline line = new Polyline(points);
        Ruler.Part part = new Ruler.Part(stroke, from, line.length());
        return new Section(line, part, ruler.measure(part), order);
    }

    /** Shares out points, one at a time, to where the spacing is widest. */
    private static void share(List<List<Section>> sections, int points) {
        PriorityQueue<Section> widest = new PriorityQueue<>(
                Comparator.comparingDouble(Section::spacing).reversed().thenComparingInt(Section::order));
        Stream<Section> all = sections.stream().flatMap(List::stream);
        all.forEach(widest::add);
        if (widest.isEmpty()) {
            throw new IllegalArgumentException("a drawing without length");
        }
        for (int left = points; left > 0; left--) {
            Section section = widest.remove();
            section.share++;
            widest.add(section);
        }
    }
}
