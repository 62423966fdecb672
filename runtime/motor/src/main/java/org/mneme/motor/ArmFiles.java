package org.mneme.motor;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;

/** A recalled movement as a file: the samples as CSV, the drawing as SVG. Both can be read as drawings again. */
final class ArmFiles {
    private static final double MARGIN = 5;

    private ArmFiles() {}

    /** Writes a text. */
    private interface Text {
        void to(Writer out) throws IOException;
    }

    static void write(ArmScene scene, Performance performance, Path file) {
        boolean csv =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
        Text text = csv ? out -> csv(scene, performance, out) : out -> svg(scene, performance, out);
        try {
            WholeFile.write(file, stream -> {
                Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                text.to(out);
                out.flush();
            });
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }

    /** A row a state; the speed is that to the next, 0 where none follows or a recall begins anew. */
    private static void csv(ArmScene scene, Performance performance, Writer out) throws IOException {
        out.write("time_s,x,y,pen,speed_mm_s\n");
        List<Moment> moments = performance.moments();
        List<PenPoint> pens =
                moments.stream().map(moment -> scene.pen(moment.state())).toList();
        for (int k = 0; k < pens.size(); k++) {
            PenPoint pen = pens.get(k);
            double seconds = performance.ticksHeld(k) * performance.tickSeconds();
            boolean moves = k + 1 < pens.size() && !moments.get(k + 1).begins() && seconds > 0;
            double speed = moves ? pen.distance(pens.get(k + 1)) / seconds : 0;
            out.write(String.format(
                    Locale.ROOT,
                    "%.6f,%.4f,%.4f,%d,%.3f\n",
                    performance.seconds((double) moments.get(k).tick()),
                    pen.x(),
                    pen.y(),
                    pen.down() ? 1 : 0,
                    speed));
        }
    }

    private static void svg(ArmScene scene, Performance performance, Writer out) throws IOException {
        List<List<PenPoint>> strokes = strokes(scene, performance);
        Drawing.Bounds b = bounds(scene, strokes);
        double left = b.minX() - MARGIN;
        double top = b.minY() - MARGIN;
        double wide = b.maxX() - b.minX() + 2 * MARGIN;
        double high = b.maxY() - b.minY() + 2 * MARGIN;
        out.write(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%.3fmm" height="%.3fmm" viewBox="%.3f %.3f %.3f %.3f">
                <g fill="none" stroke="#1a2b4c" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
                """, wide, high, left, top, wide, high));
        for (List<PenPoint> stroke : strokes) {
            out.write("<path d=\"" + path(stroke) + "\"/>\n");
        }
        out.write("</g>\n</svg>\n");
    }

    private static Drawing.Bounds bounds(ArmScene scene, List<List<PenPoint>> strokes) {
        return strokes.isEmpty() ? scene.bounds() : new Drawing(strokes).bounds();
    }

    /** The points where the pen came to rest, in runs with the pen down. */
    private static List<List<PenPoint>> strokes(ArmScene scene, Performance performance) {
        List<List<PenPoint>> strokes = new ArrayList<>();
        boolean down = false;
        for (ArmVisit visit : ArmVisit.of(scene, performance)) {
            if (visit.pen().down()) {
                if (!down || visit.begins()) {
                    strokes.add(new ArrayList<>());
                }
                strokes.getLast().add(visit.pen());
            }
            down = visit.pen().down();
        }
        return strokes;
    }

    /** A smooth curve through the points, after Catmull and Rom; a single point is a dot. */
    private static String path(List<PenPoint> stroke) {
        StringBuilder d = new StringBuilder("M")
                .append(at(stroke.getFirst().x(), stroke.getFirst().y()));
        for (int k = 1; k < stroke.size(); k++) {
            PenPoint from = stroke.get(k - 1);
            PenPoint to = stroke.get(k);
            PenPoint before = stroke.get(Math.max(0, k - 2));
            PenPoint after = stroke.get(Math.min(stroke.size() - 1, k + 1));
            d.append('C')
                    .append(at(from.x() + (to.x() - before.x()) / 6, from.y() + (to.y() - before.y()) / 6))
                    .append(' ')
                    .append(at(to.x() - (after.x() - from.x()) / 6, to.y() - (after.y() - from.y()) / 6))
                    .append(' ')
                    .append(at(to.x(), to.y()));
        }
        return stroke.size() > 1 ? d.toString() : d.append("h0").toString();
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, "%.3f %.3f", x, y);
    }
}
