package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.score.DrawingScore;

/** How fast the pen went along the movement, asked for and recalled; and the drawing of a run that has no other picture of it. */
final class ArmPlot {
    private static final double HEIGHT = 340;
    private static final int MOST_LEGS = 4000;
    private static final double HEADROOM = 1.05;
    private static final double SAME = 1e-9;
    private static final String ASKED = "curve wide c0";
    private static final String RECALLED = "curve thin c1";
    private static final String LIFTED = "dash c1";

    private ArmPlot() {}

    /**
     * Draws the plots of an arm.
     *
     * @param run a scene of an arm
     * @param drawn whether the drawing is shown already
     * @return the speed where points are held for times of their own; the drawing too where it is not shown
     */
    static List<Plot> of(SceneRun run, boolean drawn) {
        ArmTrack track = ArmTrack.of(run);
        List<Plot> plots = new ArrayList<>();
        if (!drawn && !track.stops().isEmpty()) {
            plots.add(DrawingPlot.of(drawing(run, track.stops())));
        }
        List<ArmTrack.Leg> legs = track.legs();
        if (!even(legs)) {
            plots.add(speed(run, legs));
        }
        return plots;
    }

    /** Whether all legs take the same time: then speed says no more than how far apart the points are. */
    private static boolean even(List<ArmTrack.Leg> legs) {
        return legs.stream()
                .allMatch(leg -> Math.abs(leg.asked() / legs.getFirst().asked() - 1) < SAME);
    }

    private static Plot speed(SceneRun run, List<ArmTrack.Leg> all) {
        List<ArmTrack.Leg> legs = all.subList(0, Math.min(all.size(), MOST_LEGS));
        double end = 0;
        double most = 0;
        for (ArmTrack.Leg leg : legs) {
            end = Math.max(end, Math.max(leg.due() + leg.asked(), leg.began() + leg.took()));
            most = Math.max(most, Math.max(leg.askedSpeed(), leg.speed()));
        }
        Frame frame = Frame.of(
                HEIGHT,
                new Frame.Range(0, end, "time since the cue, s", false),
                new Frame.Range(0, HEADROOM * most, "speed of the pen, mm/s", false));
        Svg svg = new Svg();
        frame.draw(svg);
        svg.path(
                ASKED,
                stairs(
                        frame,
                        legs,
                        _ -> true,
                        ArmTrack.Leg::due,
                        leg -> leg.due() + leg.asked(),
                        ArmTrack.Leg::askedSpeed));
        svg.path(RECALLED, recalled(frame, legs, ArmTrack.Leg::drawn));
        svg.path(LIFTED, recalled(frame, legs, leg -> !leg.drawn()));
        List<Frame.Entry> legend = new ArrayList<>();
        legend.add(Frame.Entry.line(ASKED, "asked for"));
        legend.add(Frame.Entry.line(RECALLED, "recalled"));
        if (legs.stream().anyMatch(leg -> !leg.drawn())) {
            legend.add(Frame.Entry.line(LIFTED, "recalled, pen up"));
        }
        Frame.legend(svg, legend);
        return new Plot(
                "arm-speed",
                "Speed along the movement",
                caption(run, all.size() > MOST_LEGS),
                Frame.WIDTH,
                HEIGHT,
                svg.toString(),
                csv(all));
    }

    private static String caption(SceneRun run, boolean cut) {
        StringBuilder text = new StringBuilder(
                "Distance of neighbouring points over the time from one to the next. What was asked "
                        + "for is drawn as late as the first onset of the recall came, so that the two can be compared. ");
        text.append(Words.capitalised(run.score().sentence().replaceFirst("^arm: ", "")))
                .append('.');
        run.score().figures().stream()
                .filter(figure -> figure.name().equals("exponent of speed over curvature"))
                .findFirst()
                .ifPresent(figure -> text.append(String.format(
                                Locale.ROOT,
                                " Speed goes as curvature to the power of %.3f, fitted over the strokes; the two-thirds power law says −0.333.",
                                figure.value())
                        .replace("of -", "of −")));
        return text + (cut ? " Cut: only the first " + Words.grouped(MOST_LEGS) + " legs are drawn." : "");
    }

    private static String recalled(Frame frame, List<ArmTrack.Leg> legs, Predicate<ArmTrack.Leg> which) {
        return stairs(frame, legs, which, ArmTrack.Leg::began, leg -> leg.began() + leg.took(), ArmTrack.Leg::speed);
    }

    /** A step a leg, joined where one begins as the one before ends. */
    private static String stairs(
            Frame frame,
            List<ArmTrack.Leg> legs,
            Predicate<ArmTrack.Leg> which,
            ToDoubleFunction<ArmTrack.Leg> from,
            ToDoubleFunction<ArmTrack.Leg> until,
            ToDoubleFunction<ArmTrack.Leg> value) {
        StringBuilder d = new StringBuilder();
        double reached = Double.NaN;
        for (ArmTrack.Leg leg : legs) {
            if (!which.test(leg)) {
                reached = Double.NaN;
                continue;
            }
            double start = frame.x().at(from.applyAsDouble(leg));
            double height = frame.y().at(value.applyAsDouble(leg));
            boolean joined = Math.abs(start - reached) < 0.05;
            d.append(joined ? "V" + Svg.number(height) : "M" + Svg.at(start, height));
            reached = frame.x().at(until.applyAsDouble(leg));
            d.append('H').append(Svg.number(reached));
        }
        return d.toString();
    }

    private static Csv csv(List<ArmTrack.Leg> legs) {
        return new Csv(
                "from_point,to_point,asked_from_s,asked_takes_s,asked_mm_s,recalled_from_s,recalled_takes_s,recalled_mm_s,pen_down",
                legs.size(),
                k -> {
                    ArmTrack.Leg leg = legs.get(k);
                    return leg.from() + "," + leg.to() + "," + Csv.cell(leg.due()) + "," + Csv.cell(leg.asked()) + ","
                            + Csv.cell(leg.askedSpeed()) + "," + Csv.cell(leg.began()) + "," + Csv.cell(leg.took())
                            + ","
                            + Csv.cell(leg.speed()) + "," + leg.drawn();
                });
    }

    /** What a run under controls drew; each cue or gate is gone to with the pen up. */
    private static DrawingScore drawing(SceneRun run, List<ArmTrack.Stop> stops) {
        List<PenPoint> asked = new ArrayList<>();
        List<PenPoint> found = new ArrayList<>();
        double sum = 0;
        double largest = 0;
        int penErrors = 0;
        for (ArmTrack.Stop stop : stops) {
            boolean jump = stop.begins() && !asked.isEmpty();
            asked.add(jump ? lifted(stop.asked()) : stop.asked());
            found.add(jump ? lifted(stop.found()) : stop.found());
            double error = stop.asked().distance(stop.found());
            sum += error;
            largest = Math.max(largest, error);
            penErrors += stop.asked().down() == stop.found().down() ? 0 : 1;
        }
        double tolerance = run.scene().setting().get("toleranceMm") instanceof Number mm ? mm.doubleValue() : 0;
        return new DrawingScore(
                asked,
                found,
                outline(run.scene().setting()),
                sum / stops.size(),
                largest,
                penErrors,
                tolerance,
                penErrors == 0 && largest <= tolerance);
    }

    private static PenPoint lifted(PenPoint p) {
        return new PenPoint(p.x(), p.y(), false);
    }

    private static List<List<PenPoint>> outline(Map<String, Object> setting) {
        List<List<PenPoint>> strokes = new ArrayList<>();
        if (setting.get("outline") instanceof List<?> outline) {
            for (Object stroke : outline) {
                List<PenPoint> points = new ArrayList<>();
                for (Object point : stroke instanceof List<?> list ? list : List.of()) {
                    if (point instanceof List<?> xy
                            && xy.size() >= 2
                            && xy.get(0) instanceof Number px
                            && xy.get(1) instanceof Number py) {
                        points.add(new PenPoint(px.doubleValue(), py.doubleValue(), true));
                    }
                }
                strokes.add(points);
            }
        }
        return strokes;
    }
}
