package org.mneme.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mneme.report.WalkerBody.Line;
import org.mneme.report.WalkerMotion.Change;
import org.mneme.report.WalkerMotion.Sample;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.SceneRun;

/** A walker's joints over time: the poses asked for, the states read, and what moves after the plant; above them its motifs, and figures. */
final class WalkerPlot {
    private static final double MOST_SECONDS = 20;
    private static final int SAMPLES = 1_600;
    private static final int MOST_JOINTS = 12;
    private static final double STRIP = 92;
    private static final double BAND = 22;
    private static final double PANEL = 58;
    private static final double GAP = 22;
    private static final int MOST_FIGURES = 16;
    private static final double ROOM = 1.12;
    /** Where a joint's name may stand, user units. */
    private static final double NAME = 120;

    private static final String ASKED = "bar ink";
    private static final String RECALLED = "curve wide c1";
    private static final String SMOOTH = "curve c0";

    private final SceneRun run;
    private final WalkerBody body;
    private final WalkerMotion motion;
    private final List<Integer> joints;
    private final Axis x;
    private final Svg svg = new Svg();

    private WalkerPlot(SceneRun run) {
        this.run = run;
        this.body = WalkerBody.of(run.scene());
        this.motion = WalkerMotion.of(run, MOST_SECONDS, SAMPLES);
        this.joints = shown();
        this.x = new Axis(0, Math.max(1e-3, motion.seconds()), Frame.LEFT, Frame.WIDTH - Frame.RIGHT, "time, s", false);
    }

    /**
     * Draws a run.
     *
     * @param run of a walker
     * @return the plot; without curves where nothing was recalled
     */
    static Plot of(SceneRun run) {
        return new WalkerPlot(run).draw();
    }

    /** The joints that move most, in the order of the channels. */
    private List<Integer> shown() {
        List<Channel> channels = run.scene().channels();
        return body.joints().stream()
                .sorted(Comparator.comparingDouble((Integer c) ->
                                channels.get(c).low() - channels.get(c).high())
                        .thenComparingInt(c -> c))
                .limit(MOST_JOINTS)
                .sorted()
                .toList();
    }

    private Plot draw() {
        double top = Frame.TOP;
        boolean figures = !body.segments().isEmpty() && !motion.samples().isEmpty();
        if (figures) {
            figures(top, top + STRIP);
            top += STRIP + 6;
        }
        bands(top);
        top += BAND + 24;
        double first = top;
        for (int c : joints) {
            panel(c, top);
            top += PANEL + GAP;
        }
        double bottom = top - GAP;
        marks(first - 24 - BAND, bottom);
        Frame.below(svg, x, bottom);
        String plant = run.scene()
                .plant()
                .map(p -> ", through a low-pass of " + Words.count(p.order(), "stage") + " of "
                        + Words.number(p.tauSeconds() * 1e3) + " ms")
                .orElse("");
        Frame.legend(
                svg,
                List.of(
                        Frame.Entry.line(ASKED, "asked for"),
                        Frame.Entry.line(RECALLED, "read from the spikes"),
                        Frame.Entry.line(SMOOTH, "what moves")));
        return new Plot(
                "walker",
                "The walker's joints",
                Words.capitalised(run.score().sentence()) + ". Joint angles in degrees, read from the spikes alone"
                        + plant + "." + cut(),
                Frame.WIDTH,
                bottom + Frame.BOTTOM,
                svg.toString(),
                csv());
    }

    private String cut() {
        StringBuilder text = new StringBuilder();
        if (joints.size() < body.joints().size()) {
            text.append(" Only the ").append(joints.size()).append(" joints that move most are drawn.");
        }
        double whole = run.performance().seconds((double) run.performance().endTick());
        if (motion.seconds() < whole) {
            text.append(" Only the first ")
                    .append(Words.number(motion.seconds()))
                    .append(" s are drawn.");
        }
        return text.toString();
    }

    /** Figures from the side at even times, each above its time. */
    private void figures(double top, double ground) {
        double low = 0;
        double wide = 1;
        double high = 1;
        for (Sample sample : motion.samples()) {
            for (Line line : body.lines(numbers(sample.smooth()))) {
                low = Math.min(low, Math.min(line.fromX(), line.toX()));
                wide = Math.max(wide, Math.max(line.fromX(), line.toX()));
                high = Math.max(high, Math.max(line.fromY(), line.toY()));
            }
        }
        double scale = (ground - top - 6) / high;
        double width = ROOM * (wide - low) * scale;
        int count = Math.clamp((long) ((x.to() - x.from()) / width), 1, MOST_FIGURES);
        StringBuilder far = new StringBuilder();
        StringBuilder middle = new StringBuilder();
        StringBuilder near = new StringBuilder();
        for (int k = 0; k < count; k++) {
            double at = x.from() + (k + 0.5) * (x.to() - x.from()) / count;
            int index = Math.clamp(Math.round((at - x.from()) / (x.to() - x.from()) * (SAMPLES - 1)), 0, SAMPLES - 1);
            double left = at - (low + wide) / 2 * scale;
            for (Line line : body.lines(numbers(motion.samples().get(index).smooth()))) {
                StringBuilder path =
                        line.side().equals("far") ? far : line.side().equals("near") ? near : middle;
                path.append('M')
                        .append(Svg.at(left + line.fromX() * scale, ground - line.fromY() * scale))
                        .append('L')
                        .append(Svg.at(left + line.toX() * scale, ground - line.toY() * scale));
            }
        }
        svg.path("axis", "M" + Svg.at(x.from(), ground + 1) + "H" + Svg.number(x.to()));
        svg.path("curve thin c1", far).path("curve ink", middle).path("curve c0", near);
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    /** Which motif is asked for when. */
    private void bands(double top) {
        List<Change> changes = motion.changes();
        int from = 0;
        for (int k = 1; k <= changes.size(); k++) {
            String name = body.motif(changes.get(from).pattern());
            if (k == changes.size() || !body.motif(changes.get(k).pattern()).equals(name)) {
                double left = x.at(changes.get(from).seconds());
                double right = x.at(motion.end(k - 1));
                if (!name.isEmpty()) {
                    svg.element("rect")
                            .set("class", "box")
                            .set("x", left)
                            .set("y", top)
                            .set("width", Math.max(1, right - left))
                            .set("height", BAND)
                            .close();
                    if (right - left > 24) {
                        svg.text("", "start", left + 6, top + 15.5, Svg.shortened(name, right - left - 10));
                    }
                }
                from = k;
            }
        }
    }

    private void panel(int c, double top) {
        Channel channel = run.scene().channels().get(c);
        double margin = 0.06 * Math.max(1e-6, channel.high() - channel.low());
        Axis y = new Axis(channel.low() - margin, channel.high() + margin, top + PANEL, top, channel.name(), false);
        svg.element("rect")
                .set("class", "box")
                .set("x", x.from())
                .set("y", top)
                .set("width", x.to() - x.from())
                .set("height", PANEL)
                .close();
        svg.text("", "start", x.from(), top - 6, Svg.shortened(channel.name(), 300));
        Axis.Step step = y.step(3);
        for (double value : y.ticks(3)) {
            svg.text("soft", "end", x.from() - 8, y.at(value) + 4.5, Axis.text(value, step));
        }
        StringBuilder asked = new StringBuilder();
        StringBuilder recalled = new StringBuilder();
        for (int k = 0; k < motion.changes().size(); k++) {
            Change change = motion.changes().get(k);
            double until = x.at(motion.end(k));
            stair(recalled, k, until, y.at(inside(change.read().get(c), y)));
            stair(asked, k, until, y.at(inside(change.asked().get(c), y)));
        }
        StringBuilder smooth = new StringBuilder();
        for (Sample sample : motion.samples()) {
            smooth.append(smooth.isEmpty() ? 'M' : 'L')
                    .append(Svg.at(
                            x.at(sample.seconds()), y.at(inside(sample.smooth().get(c), y))));
        }
        svg.path(RECALLED, recalled).path(SMOOTH, smooth).path(ASKED, asked);
    }

    private void stair(StringBuilder d, int change, double until, double y) {
        d.append(change == 0 ? "M" + Svg.at(x.at(motion.changes().get(0).seconds()), y) : "V" + Svg.number(y))
                .append('H')
                .append(Svg.number(until));
    }

    private static double inside(double value, Axis y) {
        return Math.clamp(value, y.low(), y.high());
    }

    private void marks(double top, double bottom) {
        StringBuilder cues = new StringBuilder();
        StringBuilder gates = new StringBuilder();
        double free = x.from() + NAME;
        for (Change change : motion.changes()) {
            if (change.begins() && change.seconds() > 0) {
                boolean cue = far(change);
                double at = x.at(change.seconds());
                (cue ? cues : gates)
                        .append('M')
                        .append(Svg.at(at, bottom))
                        .append('V')
                        .append(Svg.number(top));
                String word = cue ? "noisy cue" : "gate or cue";
                if (at > free && at + Svg.width(word) < x.to()) {
                    svg.text("soft", "start", at + 4, top + BAND + 17, word);
                    free = at + Svg.width(word) + 12;
                }
            }
        }
        svg.path("dash c1", cues).path("dash c2", gates);
    }

    /** Whether a state is read so far off that bits of it must have been flipped. */
    private boolean far(Change change) {
        double tolerance = run.scene().setting().get("tolerance") instanceof Number number ? number.doubleValue() : 0;
        return body.joints().stream()
                .anyMatch(c -> Math.abs(change.asked().get(c) - change.read().get(c)) > tolerance);
    }

    private Csv csv() {
        List<String> names = new ArrayList<>(List.of("seconds", "pattern"));
        for (int c : joints) {
            String name = run.scene().channels().get(c).name();
            names.addAll(List.of(Csv.cell(name + " asked"), Csv.cell(name + " read"), Csv.cell(name + " moves")));
        }
        return new Csv(String.join(",", names), motion.samples().size(), k -> {
            Sample sample = motion.samples().get(k);
            Change change = motion.changes().get(sample.change());
            StringBuilder row = new StringBuilder(Csv.cell(sample.seconds()) + "," + change.pattern());
            for (int c : joints) {
                row.append(',')
                        .append(Csv.cell(change.asked().get(c)))
                        .append(',')
                        .append(Csv.cell(change.read().get(c)))
                        .append(',')
                        .append(Csv.cell(sample.smooth().get(c)));
            }
            return row.toString();
        });
    }
}
