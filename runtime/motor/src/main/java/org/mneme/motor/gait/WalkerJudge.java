package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mneme.motor.gait.Signal.Sampled;
import org.mneme.motor.gait.WalkerTrack.Stretch;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.SceneScore;
import org.mneme.runtime.scene.SceneScore.Figure;

/**
 * Judges what moved against the movement asked for, both after the same plant.
 *
 * <p>From a cue that is read wrong until {@value #SETTLING} time constants after the joints are read right, errors are told apart: that is
 * recovery. Everywhere else no joint may be off by more than the tolerance.
 */
final class WalkerJudge {
    private static final double STEP = 0.005;
    /** Samples in which a jump is looked for: 10 ms. */
    private static final int WINDOW = 2;

    private static final int MOST_SAMPLES = 100_000;
    private static final int SETTLING = 10;
    private static final int MOST_ROWS = 1_000;

    private final WalkerScene scene;
    private final Performance performance;
    private final List<Moment> moments;
    private final List<List<Double>> rows = new ArrayList<>();
    private int switches;
    private int recoveries;
    private int longestRecovery;
    private int lost;
    private double largestSwitch;
    private double longestWait;

    WalkerJudge(WalkerScene scene, Performance performance) {
        this.scene = scene;
        this.performance = performance;
        this.moments = performance.moments();
    }

    /** A stretch of time in which errors are those of a recovery. */
    private record Span(double from, double until) {}

    SceneScore score() {
        if (moments.isEmpty()) {
            return new SceneScore(false, "walker: nothing was recalled", List.of(), SceneScore.Table.none());
        }
        WalkerTrack track = WalkerTrack.of(scene, performance);
        List<Span> spans = new ArrayList<>();
        track.stretches().forEach(stretch -> recovery(stretch).ifPresent(spans::add));
        track.stretches().forEach(this::tell);
        double step = Math.max(STEP, track.seconds() / MOST_SAMPLES);
        int count = 1 + (int) Math.floor(track.seconds() / step);
        Sampled asked = track.asked().sampled(scene.lowPass(), step, count);
        Sampled moved = track.recalled().sampled(scene.lowPass(), step, count);
        Errors errors = new Errors();
        for (int k = 0; k < count; k++) {
            double time = k * step;
            boolean recovering = spans.stream().anyMatch(s -> time >= s.from() && time <= s.until());
            errors.add(asked.smooth().get(k), moved.smooth().get(k), recovering);
        }
        return score(errors, moved, step, track.drift());
    }

    /** Errors of the joints after the plant, °. */
    private final class Errors {
        private double largest;
        private double largestRecovering;
        private double squares;
        private long count;

        void add(double[] wanted, double[] found, boolean recovering) {
            for (int c : scene.body().joints()) {
                double error = Math.abs(found[c] - wanted[c]);
                if (recovering) {
                    largestRecovering = Math.max(largestRecovering, error);
                } else {
                    largest = Math.max(largest, error);
                    squares += error * error;
                    count++;
                }
            }
        }

        double rms() {
            return count == 0 ? 0 : Math.sqrt(squares / count);
        }
    }

    private SceneScore score(Errors errors, Sampled moved, double step, double drift) {
        double before = jump(moved.raw());
        double after = jump(moved.smooth());
        double window = 1e3 * WINDOW * step;
        boolean right = errors.largest <= scene.tolerance() && lost == 0 && performance.whole();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("rms joint error", errors.rms(), "°"));
        figures.add(new Figure("largest joint error", errors.largest, "°"));
        figures.add(new Figure("largest joint error in recovery", errors.largestRecovering, "°"));
        String within = String.format(Locale.ROOT, "largest jump of a joint in %.0f ms ", window);
        figures.add(new Figure(within + "before the plant", before, "°"));
        figures.add(new Figure(within + "after the plant", after, "°"));
        figures.add(new Figure("largest angular speed", largest(moved.rate()), "°/s"));
        if (scene.lowPass().order() > 1) {
            figures.add(new Figure("largest angular acceleration", largest(moved.acceleration()), "°/s²"));
        }
        figures.add(new Figure("motif switches", switches, ""));
        figures.add(new Figure("largest jump at a switch", largestSwitch, "°"));
        figures.add(new Figure("recoveries", recoveries, ""));
        figures.add(new Figure("recall steps of the longest recovery", longestRecovery, ""));
        figures.add(new Figure("longest wait of a cue or switch", longestWait, "ms"));
        figures.add(new Figure("largest drift", 1e3 * drift, "ms"));
        travel(moved, step, figures);
        return new SceneScore(right, sentence(errors, before, after, window), figures, table());
    }

    private String sentence(Errors errors, double before, double after, double window) {
        StringBuilder sentence = new StringBuilder(String.format(
                Locale.ROOT,
                "walker: joints within %.1f° of the movement (rms %.1f°), %d motif %s",
                errors.largest,
                errors.rms(),
                switches,
                switches == 1 ? "switch" : "switches"));
        if (recoveries > 0) {
            sentence.append(String.format(
                    Locale.ROOT,
                    ", %d %s in %d recall %s",
                    recoveries,
                    recoveries == 1 ? "recovery" : "recoveries",
                    longestRecovery,
                    longestRecovery == 1 ? "step" : "steps"));
        }
        if (lost > 0) {
            sentence.append(", ")
                    .append(lost)
                    .append(" cue")
                    .append(lost == 1 ? "" : "s")
                    .append(" not recovered from");
        }
        sentence.append(String.format(
                Locale.ROOT, "; largest jump in %.0f ms %.1f° before the plant, %.1f° after", window, before, after));
        if (!performance.whole()) {
            sentence.append("; judged up to the last state that was kept");
        }
        return sentence.toString();
    }

    /** How far it went and turned. */
    private void travel(Sampled moved, double step, List<Figure> figures) {
        BodyMotion body = scene.body();
        if (body.speed() >= 0) {
            double way = moved.smooth().stream()
                    .mapToDouble(values -> body.sign() * values[body.speed()] * step)
                    .sum();
            figures.add(new Figure("way", way / 1e3, "m"));
        }
        if (body.turn() >= 0) {
            double turned = moved.smooth().stream()
                    .mapToDouble(values -> values[body.turn()] * step)
                    .sum();
            figures.add(new Figure("turned", turned, "°"));
        }
    }

    private double largest(List<Double> byChannel) {
        return scene.body().joints().stream().mapToDouble(byChannel::get).max().orElse(0);
    }

    private double jump(List<double[]> samples) {
        double largest = 0;
        for (int k = WINDOW; k < samples.size(); k++) {
            largest = Math.max(largest, scene.body().difference(samples.get(k), samples.get(k - WINDOW)));
        }
        return largest;
    }

    private Optional<Span> recovery(Stretch stretch) {
        Moment start = moments.get(stretch.first());
        boolean cut = stretch.until() < moments.size();
        if (stretch.right() == stretch.first() || start.pattern() < 0) {
            return Optional.empty();
        }
        if (stretch.right() < 0) {
            // one that the next cue or gate cuts off at once had no chance to recover
            boolean noChance = cut && stretch.until() == stretch.first() + 1;
            lost += noChance ? 0 : 1;
            return noChance
                    ? Optional.of(
                            span(start.tick(), moments.get(stretch.until()).tick()))
                    : Optional.empty();
        }
        recoveries++;
        longestRecovery = Math.max(longestRecovery, steps(stretch));
        return Optional.of(span(start.tick(), moments.get(stretch.right()).tick()));
    }

    private Span span(long from, long right) {
        return new Span(
                performance.seconds((double) from),
                performance.seconds((double) right) + SETTLING * scene.lowPass().tauSeconds());
    }

    /** Recall steps from the start of a stretch until its joints are right. */
    private int steps(Stretch stretch) {
        long from = moments.get(stretch.first()).tick();
        long until = moments.get(Math.max(stretch.first(), stretch.right())).tick();
        return (int) performance.stepTicks().stream()
                .filter(tick -> tick > from && tick <= until)
                .count();
    }

    /** A row of the table: what began, what it came from and led to. */
    private void tell(Stretch stretch) {
        Moment start = moments.get(stretch.first());
        Optional<Moment> before =
                stretch.first() == 0 ? Optional.empty() : Optional.of(moments.get(stretch.first() - 1));
        Optional<Moment> next = stretch.next() < 0 ? Optional.empty() : Optional.of(moments.get(stretch.next()));
        int from = before.map(Moment::pattern).orElse(-1);
        int to = next.map(Moment::pattern).orElse(-1);
        boolean switched = before.isPresent() && next.isPresent() && scene.motif(from) != scene.motif(to);
        double jump = switched
                ? scene.body()
                        .difference(
                                scene.read(before.orElseThrow().state()),
                                scene.read(next.orElseThrow().state()))
                : Double.NaN;
        if (switched) {
            switches++;
            largestSwitch = Math.max(largestSwitch, jump);
        }
        int second = stretch.first() + 1;
        double wait = second < stretch.until()
                ? 1e3
                        * (performance.seconds((double) moments.get(second).tick())
                                - performance.seconds((double) start.tick()))
                : Double.NaN;
        boolean wrongAtFirst = stretch.right() != stretch.first();
        if ((switched || wrongAtFirst) && !Double.isNaN(wait)) {
            longestWait = Math.max(longestWait, wait);
        }
        if (rows.size() < MOST_ROWS) {
            double off = start.pattern() < 0
                    ? Double.NaN
                    : scene.body().difference(scene.read(start.state()), scene.wanted(start.pattern()));
            rows.add(List.of(
                    performance.seconds((double) start.tick()),
                    from < 0 ? Double.NaN : from,
                    (double) start.pattern(),
                    to < 0 ? Double.NaN : to,
                    jump,
                    off,
                    switched || wrongAtFirst ? wait : 0,
                    stretch.right() < 0 ? Double.NaN : steps(stretch)));
        }
    }

    private SceneScore.Table table() {
        return new SceneScore.Table(
                "Cues and switches",
                List.of(
                        "begins, s",
                        "pose before",
                        "pose at the start",
                        "pose it goes on with",
                        "jump of a joint at a switch, °",
                        "joints off at the start, °",
                        "waits, ms",
                        "recall steps until right"),
                rows);
    }
}
