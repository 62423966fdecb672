package org.mneme.motor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.SceneScore;

/**
 * How well a recall drew: position, pen, time and speed, point by point.
 *
 * <p>How late the first point after a cue or a gate comes is told apart from the drift after it: a noisy cue takes the memory extra ticks,
 * and all that follows is late by as much. It is in time where the later points come less than a recall step early or late in the mean,
 * each after the one before, and none by two steps and half its time: a tempo is kept in whole steps, and changes between two of them.
 */
final class ArmJudge {
    private static final double ON_TIME_MILLIS = 1e-6;
    private static final double SAME_GAIN = 1e-6;
    private static final int LEAST_LEGS = 3;
    private static final int COARSE_STEPS = 2;
    private static final List<String> COLUMNS = List.of(
            "point",
            "due, s",
            "seen, s",
            "late, ms",
            "error, mm",
            "pen asked",
            "pen",
            "speed asked, mm/s",
            "speed, mm/s");

    private final ArmScene scene;
    private final Performance performance;
    private final List<ArmVisit> visits;
    private final List<Run> runs = new ArrayList<>();
    private double firstLate = Double.NaN;
    private double drift;
    private double uneven;
    private int intervals;
    private boolean coarse;

    ArmJudge(ArmScene scene, Performance performance) {
        this.scene = scene;
        this.performance = performance;
        this.visits = ArmVisit.of(scene, performance);
        lateness();
        speeds();
    }

    /**
     * A leg of the movement as it was recalled.
     *
     * @param leg 0…P−2 where it leads from a point to the next of the drawing, else −1
     * @param from where the visit it starts from stands
     * @param asked speed, mm/s
     * @param recalled speed, mm/s
     * @param seconds that it should take
     * @param took s
     * @param drawn whether the pen should be down at both ends
     * @param first whether it starts at a cue or a gate
     */
    private record Run(
            int leg,
            int from,
            double asked,
            double recalled,
            double seconds,
            double took,
            boolean drawn,
            boolean first) {}

    private void lateness() {
        double base = 0;
        double before = 0;
        double due = 0;
        boolean first = false;
        for (ArmVisit visit : visits) {
            double late = visit.late();
            if (visit.begins()) {
                first = true;
            } else if (Double.isNaN(late)) {
                continue;
            } else if (first) {
                base = late;
                firstLate = Double.isNaN(firstLate) || Math.abs(late) > Math.abs(firstLate) ? late : firstLate;
                first = false;
            } else {
                drift = Math.max(drift, Math.abs(late - base));
                double off = Math.abs(late - before);
                uneven += off;
                intervals++;
                coarse |= off >= COARSE_STEPS * performance.ticksPerStep() && off > (visit.due() - due) / 2;
            }
            before = late;
            due = visit.due();
        }
    }

    private void speeds() {
        for (int k = 1; k < visits.size(); k++) {
            ArmVisit from = visits.get(k - 1);
            ArmVisit to = visits.get(k);
            double seconds = (to.due() - from.due()) * performance.tickSeconds();
            double took = (to.tick() - from.tick()) * performance.tickSeconds();
            if (!to.begins() && seconds > 0 && Double.isFinite(seconds) && took > 0) {
                double way = scene.asked(from.pattern()).distance(scene.asked(to.pattern()));
                boolean next = to.pattern() == from.pattern() + 1;
                runs.add(new Run(
                        next ? from.pattern() : -1,
                        k - 1,
                        way / seconds,
                        from.pen().distance(to.pen()) / took,
                        seconds,
                        took,
                        scene.asked(from.pattern()).down()
                                && scene.asked(to.pattern()).down(),
                        from.begins()));
            }
        }
    }

    SceneScore score() {
        List<ArmVisit> judged = visits.stream().filter(ArmVisit::judged).toList();
        long off = judged.stream()
                .filter(v -> !(v.error() <= scene.tolerance()) || v.penWrong())
                .count();
        boolean inTime = !coarse && uneven < Math.max(1, intervals) * performance.ticksPerStep();
        return new SceneScore(
                !judged.isEmpty() && off == 0 && inTime, sentence(judged.size(), off), figures(judged), table());
    }

    private String sentence(int judged, long off) {
        if (judged == 0) {
            return "arm: no point was recalled";
        }
        String points = off == 0
                ? String.format(Locale.ROOT, "every point recalled within %.2f mm", scene.tolerance())
                : String.format(
                        Locale.ROOT,
                        "%d of %d points off by more than %.2f mm or with a wrong pen",
                        off,
                        judged,
                        scene.tolerance());
        return "arm: " + points + timing() + (performance.whole() ? "" : " (its later states were not kept)");
    }

    private String timing() {
        if (Double.isNaN(firstLate)) {
            return "";
        }
        double first = millis(firstLate);
        double later = millis(drift);
        if (Math.abs(first) < ON_TIME_MILLIS) {
            return later < ON_TIME_MILLIS
                    ? ", every onset on time"
                    : String.format(Locale.ROOT, ", every onset within %.1f ms", later);
        }
        return String.format(
                        Locale.ROOT, ", the first onset %.1f ms %s, ", Math.abs(first), first > 0 ? "late" : "early")
                + (later < ON_TIME_MILLIS
                        ? "those after it on time"
                        : String.format(Locale.ROOT, "those after it within %.1f ms", later));
    }

    private double millis(double ticks) {
        return 1e3 * ticks * performance.tickSeconds();
    }

    private List<SceneScore.Figure> figures(List<ArmVisit> judged) {
        List<SceneScore.Figure> figures = new ArrayList<>();
        figures.add(new SceneScore.Figure("points judged", judged.size(), ""));
        figures.add(new SceneScore.Figure(
                "mean position error",
                judged.stream().mapToDouble(ArmVisit::error).average().orElse(0),
                "mm"));
        figures.add(new SceneScore.Figure(
                "largest position error",
                judged.stream().mapToDouble(ArmVisit::error).max().orElse(0),
                "mm"));
        figures.add(new SceneScore.Figure(
                "pen errors", judged.stream().filter(ArmVisit::penWrong).count(), ""));
        if (!Double.isNaN(firstLate)) {
            figures.add(new SceneScore.Figure("first onset late", millis(firstLate), "ms"));
            figures.add(new SceneScore.Figure("largest drift after it", millis(drift), "ms"));
        }
        List<Run> later = runs.stream().filter(run -> !run.first()).toList();
        if (!later.isEmpty()) {
            speedFigures(later, figures);
        }
        return figures;
    }

    private void speedFigures(List<Run> later, List<SceneScore.Figure> figures) {
        double asked =
                later.stream().mapToDouble(run -> run.asked() * run.seconds()).sum();
        double recalled =
                later.stream().mapToDouble(run -> run.recalled() * run.took()).sum();
        double off = later.stream()
                .mapToDouble(run -> Math.abs(run.recalled() - run.asked()) * run.seconds())
                .sum();
        figures.add(new SceneScore.Figure(
                "mean speed asked",
                asked / later.stream().mapToDouble(Run::seconds).sum(),
                "mm/s"));
        figures.add(new SceneScore.Figure(
                "mean speed recalled",
                recalled / later.stream().mapToDouble(Run::took).sum(),
                "mm/s"));
        if (asked > 0) {
            figures.add(new SceneScore.Figure("speed off by, in the mean", 100 * off / asked, "%"));
        }
        List<Run> drawn =
                later.stream().filter(run -> run.drawn() && run.leg() >= 0).toList();
        Line profile = new Line();
        drawn.forEach(run -> profile.add(run.asked(), run.recalled()));
        profile.correlation().ifPresent(r -> figures.add(new SceneScore.Figure("speed correlation", r, "")));
        if (atOneGain(later)) {
            Line law = new Line();
            for (Run run : drawn) {
                Timetable.Leg leg = scene.timetable().legs().get(run.leg());
                law.add(Math.log(leg.bend()), Math.log(leg.length() / run.took()));
            }
            law.slope().ifPresent(b -> figures.add(new SceneScore.Figure("exponent of speed over curvature", b, "")));
        }
    }

    /** Whether the patterns' own dwell times were in force, at one tempo: only then does the law say how fast the pen should be. */
    private boolean atOneGain(List<Run> later) {
        double first = Double.NaN;
        for (Run run : later) {
            int steps = scene.timetable().dwell().at(visits.get(run.from()).pattern());
            double gain = steps / run.seconds();
            first = Double.isNaN(first) ? gain : first;
            if (!(Math.abs(gain / first - 1) < SAME_GAIN)) {
                return false;
            }
        }
        return later.size() >= LEAST_LEGS;
    }

    private SceneScore.Table table() {
        double[] asked = filled();
        double[] recalled = filled();
        for (Run run : runs) {
            asked[run.from()] = run.asked();
            recalled[run.from()] = run.recalled();
        }
        List<List<Double>> rows = new ArrayList<>();
        for (int k = 0; k < visits.size(); k++) {
            ArmVisit visit = visits.get(k);
            rows.add(List.of(
                    (double) visit.pattern(),
                    performance.seconds(visit.due()),
                    performance.seconds((double) visit.tick()),
                    millis(visit.late()),
                    visit.error(),
                    scene.asked(visit.pattern()).down() ? 1.0 : 0.0,
                    visit.pen().down() ? 1.0 : 0.0,
                    asked[k],
                    recalled[k]));
        }
        return new SceneScore.Table(
                "Each point of the movement: onset, position, and speed to the next", COLUMNS, rows);
    }

    private double[] filled() {
        double[] values = new double[visits.size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
