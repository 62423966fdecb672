package org.mneme.motor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.PatternSource;
import org.mneme.runtime.patterns.PenPoint;

/**
 * {@code motor: {svg: FILE, …}} or {@code motor: {csv: FILE, …}}: a drawing, sampled into a pen trajectory, turned into the joint angles
 * of a two-link arm, encoded as patterns.
 *
 * <p>Settings: {@code points} (57), {@code features} (600), {@code seed} (1), {@code context} (0.33, the share of features that tell the
 * place in the sequence), {@code max-overlap} (0.8), {@code width-mm} (the drawing's own size where its file says so, else 150),
 * {@code tolerance-mm} (1), {@code upper-arm-mm} and {@code forearm-mm} (250), {@code shoulder-x-mm} and {@code shoulder-y-mm} (0 and
 * 350, from the drawing's centre to the right and down), {@code plant-ms} (0: none), and {@code pace}, by which each point gets the
 * recall steps that it is held, in force where the memory says {@code timing: from-patterns}.
 */
public final class MotorPatterns implements PatternSource {
    private static final double CONTEXT_STEP = 0.05;
    private static final double MOST_CONTEXT = 0.9;

    @Override
    public String key() {
        return "motor";
    }

    @Override
    public String shortFor() {
        return "svg";
    }

    @Override
    public Map<String, String> defaults() {
        return MotorSettings.DEFAULTS;
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        MotorSettings settings = MotorSettings.read(setting, folder);
        Drawing drawing = drawing(settings);
        Drawing.Bounds bounds = drawing.bounds();
        double centreX = (bounds.minX() + bounds.maxX()) / 2;
        double centreY = (bounds.minY() + bounds.maxY()) / 2;
        double shoulderX = centreX + settings.shoulderX();
        double shoulderY = centreY + settings.shoulderY();
        if (bounds.contains(shoulderX, shoulderY)) {
            throw setting.error("the shoulder lies on the drawing; move it off with shoulder-x-mm and shoulder-y-mm");
        }
        TwoLinkArm arm =
                TwoLinkArm.facing(settings.upperArm(), settings.forearm(), shoulderX, shoulderY, centreX, centreY);
        Timetable.Clocks clocks = Timetable.Clocks.of(drawing, settings.pace());
        List<Sample> samples = Sampler.sample(
                drawing, settings.points(), clocks.ruler(settings.pace().byTime()));
        Timetable timetable = Timetable.of(samples, clocks, settings.pace());
        List<PenPoint> target = samples.stream().map(Sample::point).toList();
        List<JointAngles> postures = IntStream.range(0, target.size())
                .mapToObj(mu -> arm.inverse(mu, target.get(mu)))
                .toList();
        MovementCode code = MovementCode.over(postures, settings.features(), settings.context(), settings.seed());
        PatternSet patterns = encode(code, postures, target);
        LargestOverlap largest = LargestOverlap.of(patterns);
        if (largest.overlap() > settings.maxOverlap()) {
            throw new OverlapException(
                    largest, settings.maxOverlap(), settings.context(), enough(settings, postures, target));
        }
        ArmDrawing encoded = new ArmDrawing(arm, code, target, drawing, settings.tolerance());
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "drawing: %.1f × %.1f mm, %d %s",
                bounds.maxX() - bounds.minX(),
                bounds.maxY() - bounds.minY(),
                drawing.strokes().size(),
                drawing.strokes().size() == 1 ? "stroke" : "strokes"));
        notes.add(String.format(
                Locale.ROOT,
                "largest overlap of different patterns: %.3f (points %d and %d; bound %s)",
                largest.overlap(),
                largest.first(),
                largest.second(),
                settings.maxOverlap()));
        notes.add(readable(encoded, patterns));
        if (settings.pace().written()) {
            notes.add(timetable.note(settings.pace()));
        }
        return EncodedPatterns.of(patterns, encoded, notes)
                .with(new ArmScene(arm, code, encoded, timetable, settings.plant()))
                .held(timetable.dwell());
    }

    private static Drawing drawing(MotorSettings settings) {
        return switch (settings.format()) {
            case SVG -> SvgDrawing.read(settings.file(), settings.width());
            case CSV -> CsvDrawing.read(settings.file(), settings.width());
        };
    }

    private static PatternSet encode(MovementCode code, List<JointAngles> postures, List<PenPoint> target) {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < target.size(); mu++) {
            rows.add(code.encode(mu, postures.get(mu), target.get(mu).down()));
        }
        return PatternSet.of(rows);
    }

    /** Returns the least share of context features, in steps, that keeps the overlaps below the bound. */
    private static OptionalDouble enough(MotorSettings settings, List<JointAngles> postures, List<PenPoint> target) {
        for (double context = settings.context() + CONTEXT_STEP; context <= MOST_CONTEXT; context += CONTEXT_STEP) {
            double rounded = Math.round(context * 100) / 100.0;
            MovementCode code = MovementCode.over(postures, settings.features(), rounded, settings.seed());
            if (LargestOverlap.of(encode(code, postures, target)).overlap() <= settings.maxOverlap()) {
                return OptionalDouble.of(rounded);
            }
        }
        return OptionalDouble.empty();
    }

    /** Checks that the patterns, read without a bit error, draw the movement within the tolerance, and says how well. */
    private static String readable(ArmDrawing drawing, PatternSet patterns) {
        List<PenPoint> read = IntStream.range(0, patterns.count())
                .mapToObj(mu -> drawing.read(patterns.row(mu)))
                .toList();
        for (int mu = 0; mu < read.size(); mu++) {
            double error = read.get(mu).distance(drawing.target().get(mu));
            if (error > drawing.toleranceMillimetres()) {
                throw new CoarseCodeException(mu, error, drawing.toleranceMillimetres(), patterns.features());
            }
        }
        PathError error = PathError.between(drawing.target(), read);
        return String.format(
                Locale.ROOT,
                "code: draws within %.2f mm of the movement, %.2f mm on average",
                error.max(),
                error.mean());
    }
}
