package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.scene.Scene;

/**
 * What a walker's scene says of its body: segments by forward kinematics, x forwards and y upwards, and which channels are joints.
 *
 * @param segments each after its parent; possibly none
 * @param joints indices of the channels that are angles
 * @param rootHeight y of the root where no channel gives it, mm
 * @param height index of the channel that gives it, −1 for none
 * @param motifs whose poses patterns are
 */
record WalkerBody(List<Segment> segments, List<Integer> joints, double rootHeight, int height, List<Motif> motifs) {
    /**
     * A line.
     *
     * @param parent index of the segment at whose end it begins, −1 for the root
     * @param joint index of the channel that turns it, −1 for none
     * @param length mm
     * @param rest direction against the parent's, °
     * @param sign 1 or −1
     * @param side "near", "far" or "middle"
     */
    record Segment(int parent, int joint, double length, double rest, int sign, String side) {}

    /**
     * A motif.
     *
     * @param name such as "trot"
     * @param first its first pattern
     * @param count of patterns
     */
    record Motif(String name, int first, int count) {}

    /**
     * A line that is drawn, mm.
     *
     * @param side "near", "far" or "middle"
     * @param fromX x of its start
     * @param fromY y of its start
     * @param toX x of its end
     * @param toY y of its end
     */
    record Line(String side, double fromX, double fromY, double toX, double toY) {}

    /** Reads what a scene says; what it leaves out is not there. */
    static WalkerBody of(Scene scene) {
        Map<String, Object> setting = scene.setting();
        List<Segment> segments = new ArrayList<>();
        for (Map<?, ?> s : maps(setting.get("segments"))) {
            segments.add(new Segment(
                    whole(s, "parent", -1),
                    whole(s, "joint", -1),
                    number(s.get("length"), 0),
                    number(s.get("rest"), 0),
                    whole(s, "sign", 1),
                    String.valueOf(s.get("side"))));
        }
        List<Integer> joints = new ArrayList<>();
        if (setting.get("joints") instanceof List<?> list) {
            list.forEach(index -> joints.add((int) number(index, 0)));
        }
        double root = setting.get("root") instanceof List<?> list && list.size() == 2 ? number(list.get(1), 0) : 0;
        int height = setting.get("body") instanceof Map<?, ?> body ? whole(body, "height", -1) : -1;
        List<Motif> motifs = new ArrayList<>();
        for (Map<?, ?> motif : maps(setting.get("motifs"))) {
            motifs.add(
                    new Motif(String.valueOf(motif.get("name")), whole(motif, "first", 0), whole(motif, "count", 0)));
        }
        return new WalkerBody(segments, joints, root, height, motifs);
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    private static int whole(Map<?, ?> map, String key, int absent) {
        return (int) number(map.get(key), absent);
    }

    private static double number(@Nullable Object value, double absent) {
        return value instanceof Number number ? number.doubleValue() : absent;
    }

    /** The name of a pattern's motif; empty for none. */
    String motif(int pattern) {
        return motifs.stream()
                .filter(m -> pattern >= m.first() && pattern < m.first() + m.count())
                .findFirst()
                .map(Motif::name)
                .orElse("");
    }

    /**
     * Lays out the body, its root at x = 0.
     *
     * @param values C numbers
     * @return the segments that have a length
     */
    List<Line> lines(double[] values) {
        List<Line> lines = new ArrayList<>();
        double[] direction = new double[segments.size()];
        double[] x = new double[segments.size()];
        double[] y = new double[segments.size()];
        double root = height >= 0 ? values[height] : rootHeight;
        for (int k = 0; k < x.length; k++) {
            Segment s = segments.get(k);
            boolean above = s.parent() >= 0;
            double turned = s.joint() >= 0 ? s.sign() * values[s.joint()] : 0;
            direction[k] = (above ? direction[s.parent()] : 0) + s.rest() + turned;
            double fromX = above ? x[s.parent()] : 0;
            double fromY = above ? y[s.parent()] : root;
            x[k] = fromX + s.length() * Math.cos(Math.toRadians(direction[k]));
            y[k] = fromY + s.length() * Math.sin(Math.toRadians(direction[k]));
            if (s.length() > 0) {
                lines.add(new Line(s.side(), fromX, fromY, x[k], y[k]));
            }
        }
        return lines;
    }
}
