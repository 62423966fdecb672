package org.mneme.motor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Plant;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneScore;

/**
 * A pen moved by a two-link arm. Lengths are mm, x to the right, y downwards, as in the drawing.
 *
 * <p>Channels: {@code x} and {@code y} of the pen, {@code down} (1 where it draws, else 0), {@code elbow x} and {@code elbow y}.
 *
 * <p>{@link #setting} holds, in this order:
 *
 * <pre>
 * shoulder     [x, y]
 * upperArm     length of the upper arm
 * forearm      length of the forearm
 * outline      the drawing as it was given, [[[x, y], …], …]: a polyline a stroke, thinned to what a screen can show
 * asked        [[x, y, down], …]: the point of each pattern
 * toleranceMm  the largest distance that counts as drawn right
 * bounds       [left, top, right, bottom] of the drawing, without the arm
 * </pre>
 */
final class ArmScene implements Scene {
    private static final int PEN_AND_ELBOW = 5;
    private static final int PLANT_ORDER = 2;
    private static final double FINENESS = 1000;
    private static final int MOST_OUTLINE_POINTS = 20_000;
    private static final double DECIMALS = 100;

    private final TwoLinkArm arm;
    private final MovementCode code;
    private final ArmDrawing drawing;
    private final Timetable timetable;
    private final double plantMillis;

    ArmScene(TwoLinkArm arm, MovementCode code, ArmDrawing drawing, Timetable timetable, double plantMillis) {
        this.arm = arm;
        this.code = code;
        this.drawing = drawing;
        this.timetable = timetable;
        this.plantMillis = plantMillis;
    }

    @Override
    public SceneKind kind() {
        return SceneKind.ARM;
    }

    @Override
    public List<Channel> channels() {
        String[] names = {"x", "y", "down", "elbow x", "elbow y"};
        String[] units = {"mm", "mm", "", "mm", "mm"};
        double[] low = wanted(0);
        double[] high = wanted(0);
        for (int mu = 1; mu < drawing.target().size(); mu++) {
            double[] values = wanted(mu);
            for (int c = 0; c < PEN_AND_ELBOW; c++) {
                low[c] = Math.min(low[c], values[c]);
                high[c] = Math.max(high[c], values[c]);
            }
        }
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < PEN_AND_ELBOW; c++) {
            channels.add(new Channel(names[c], units[c], low[c], high[c]));
        }
        return channels;
    }

    @Override
    public Map<String, Object> setting() {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("shoulder", List.of(arm.shoulderX(), arm.shoulderY()));
        setting.put("upperArm", arm.upperArm());
        setting.put("forearm", arm.forearm());
        setting.put("outline", outline());
        setting.put(
                "asked",
                drawing.target().stream()
                        .map(p -> List.of(rounded(p.x()), rounded(p.y()), p.down() ? 1 : 0))
                        .toList());
        setting.put("toleranceMm", drawing.toleranceMillimetres());
        Drawing.Bounds bounds = bounds();
        setting.put("bounds", List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()));
        return setting;
    }

    Drawing.Bounds bounds() {
        return new Drawing(Stream.concat(drawing.outline().stream(), Stream.of(drawing.target()))
                        .toList())
                .bounds();
    }

    private List<List<List<Double>>> outline() {
        double apart = new Drawing(drawing.outline()).bounds().size() / FINENESS;
        List<List<List<Double>>> thinned = thinned(apart);
        while (thinned.stream().mapToInt(List::size).sum() > Math.max(MOST_OUTLINE_POINTS, 2 * thinned.size())) {
            apart *= 2;
            thinned = thinned(apart);
        }
        return thinned;
    }

    private List<List<List<Double>>> thinned(double apart) {
        List<List<List<Double>>> strokes = new ArrayList<>();
        for (List<PenPoint> stroke : drawing.outline()) {
            List<List<Double>> kept = new ArrayList<>();
            PenPoint before = stroke.getFirst();
            for (int i = 0; i < stroke.size(); i++) {
                PenPoint p = stroke.get(i);
                if (i == 0 || i == stroke.size() - 1 || p.distance(before) >= apart) {
                    kept.add(List.of(rounded(p.x()), rounded(p.y())));
                    before = p;
                }
            }
            strokes.add(kept);
        }
        return strokes;
    }

    private static double rounded(double mm) {
        return Math.rint(mm * DECIMALS) / DECIMALS;
    }

    @Override
    public double[] read(Signs state) {
        return values(code.angles(state), drawing.read(state));
    }

    /** Where a state holds the pen. */
    PenPoint pen(Signs state) {
        return drawing.read(state);
    }

    @Override
    public double[] wanted(int pattern) {
        PenPoint point = drawing.target().get(pattern);
        return values(arm.inverse(pattern, point), point);
    }

    private double[] values(JointAngles angles, PenPoint pen) {
        PenPoint elbow = arm.elbow(angles);
        return new double[] {pen.x(), pen.y(), pen.down() ? 1 : 0, elbow.x(), elbow.y()};
    }

    @Override
    public Optional<Plant> plant() {
        return plantMillis > 0 ? Optional.of(new Plant(plantMillis / 1e3, PLANT_ORDER)) : Optional.empty();
    }

    /** The point of a pattern. */
    PenPoint asked(int pattern) {
        return drawing.target().get(pattern);
    }

    double tolerance() {
        return drawing.toleranceMillimetres();
    }

    Timetable timetable() {
        return timetable;
    }

    @Override
    public SceneScore judge(Performance performance) {
        return new ArmJudge(this, performance).score();
    }

    @Override
    public List<String> formats() {
        return List.of("svg", "csv");
    }

    @Override
    public void write(Performance performance, Path file) {
        ArmFiles.write(this, performance, file);
    }
}
