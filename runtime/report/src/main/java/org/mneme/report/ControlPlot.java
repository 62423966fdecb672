package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.mneme.bits.Ints;
import org.mneme.runtime.result.ControlFigures;
import org.mneme.runtime.result.ControlFigures.Told;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.RecallScore;

/** Order and overlap over time, with what the run was told: marks for cues, gates and motifs, a step line for the tempo. */
final class ControlPlot {
    private static final double ORDER = 250;
    private static final double OVERLAP = 90;
    private static final double TEMPO = 60;
    private static final double GAP = 34;
    private static final double LINE = 17;
    private static final int MOST_LANES = 6;
    private static final int MOST_MARKS = 400;
    private static final int MOST_STATES = 5000;
    private static final int MOST_UNITS = 24;
    private static final String GATE = "dash c2";
    private static final String CUE = "dash c1";

    private final RecallScore score;
    private final ControlFigures controls;
    private final Svg svg = new Svg();
    private final int states;
    private final Axis x;
    private final List<Label> labels = new ArrayList<>();
    private final boolean tempos;

    /** A mark's text and the lane it stands in, −1 where there was no room. */
    private record Label(Told told, String text, int lane) {}

    private ControlPlot(RunResult result, ControlFigures controls) {
        this.score = result.recall();
        this.controls = controls;
        this.states = Math.min(MOST_STATES, controls.ticks().length());
        long end = states < controls.ticks().length() ? controls.ticks().at(states) : result.ticks();
        this.x = new Axis(0, Math.max(1, end), Frame.LEFT, Frame.WIDTH - Frame.RIGHT, "tick", true);
        this.tempos = controls.told().stream().anyMatch(Told.Tempo.class::isInstance);
        place(end);
    }

    static Plot of(RunResult result, ControlFigures controls) {
        return new ControlPlot(result, controls).draw();
    }

    /** Each label takes the lowest lane in which it overlaps none before it. */
    private void place(long end) {
        double[] free = new double[MOST_LANES];
        for (Told told : controls.told()) {
            if (told instanceof Told.Tempo || told.tick() > end || labels.size() >= MOST_MARKS) {
                continue;
            }
            String text = text(told);
            double left = left(told, text);
            int lane = -1;
            for (int k = 0; k < MOST_LANES && lane < 0; k++) {
                lane = left >= free[k] ? k : -1;
            }
            if (lane >= 0) {
                free[lane] = left + Svg.width(text) + 10;
            }
            labels.add(new Label(told, text, lane));
        }
    }

    private double left(Told told, String text) {
        return Math.min(x.at((double) told.tick()) + 4, Frame.WIDTH - 4 - Svg.width(text));
    }

    private static String text(Told told) {
        return switch (told) {
            case Told.Cue cue -> "cue " + cue.pattern();
            case Told.Gate gate -> "gate " + Svg.beginning(ranges(gate.open()), MOST_UNITS);
            case Told.Motif motif -> "motif " + motif.motif();
            case Told.Tempo tempo -> "tempo " + Words.number(tempo.gain());
        };
    }

    private static String ranges(Ints open) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < open.length(); i++) {
            int first = open.at(i);
            while (i + 1 < open.length() && open.at(i + 1) == open.at(i) + 1) {
                i++;
            }
            text.add(open.at(i) == first ? "" + first : first + "–" + open.at(i));
        }
        return text.toString();
    }

    private Plot draw() {
        int lanes = 1 + labels.stream().mapToInt(Label::lane).max().orElse(-1);
        double top = Frame.TOP - 12 + LINE * lanes + GAP;
        Axis order = panel(
                top,
                ORDER,
                "pattern nearest to S(t)",
                0,
                Math.max(1, score.overlaps().patterns() - 1),
                true);
        double bottom = top + ORDER + GAP;
        double lowest = Math.min(
                0, score.overlaps().expected().min() / (double) score.overlaps().features());
        Axis overlap = panel(bottom, OVERLAP, "overlap m of the pattern expected", lowest, 1, false);
        bottom += OVERLAP;
        marks(bottom);
        stairs("curve bold c0", order, state -> score.winners().at(state));
        stairs(
                "curve ink",
                overlap,
                state -> score.winners().at(state) < 0
                        ? Double.NaN
                        : score.overlaps().expected().at(state)
                                / (double) score.overlaps().features());
        if (tempos) {
            bottom += GAP;
            tempo(panel(bottom, TEMPO, "tempo", 0, Math.max(1, fastest()), false));
            bottom += TEMPO;
        }
        Frame.below(svg, x, bottom);
        return new Plot(
                "controls",
                "What it was told, and when",
                caption(),
                Frame.WIDTH,
                bottom + Frame.BOTTOM,
                svg.toString(),
                csv());
    }

    private String caption() {
        StringBuilder text = new StringBuilder(
                "The nearest stored pattern over time. Dashed: cues and motifs (orange) and gates (green),"
                        + " each at the tick it acts from.");
        if (tempos) {
            text.append(" The line at the bottom is the tempo: 1 as lowered, 0 paused.");
        }
        if (labels.stream().anyMatch(label -> label.lane() < 0)) {
            text.append(" Where they are dense, some have no label; the table has them all.");
        }
        if (states < controls.ticks().length()) {
            text.append(" Cut: only the first ")
                    .append(states)
                    .append(" of ")
                    .append(controls.ticks().length());
            text.append(" states are drawn.");
        }
        return text.toString();
    }

    private double fastest() {
        return controls.told().stream()
                .mapToDouble(told -> told instanceof Told.Tempo tempo ? tempo.gain() : 0)
                .max()
                .orElse(1);
    }

    private Axis panel(double top, double height, String what, double low, double high, boolean whole) {
        Axis y = new Axis(low, high, top + height - 4, top + 4, what, whole);
        svg.element("rect")
                .set("class", "box")
                .set("x", x.from())
                .set("y", top)
                .set("width", x.to() - x.from())
                .set("height", height)
                .close();
        svg.text("strong", "start", x.from(), top - 7, what);
        int most = (int) Math.max(2, height / 36);
        Axis.Step step = y.step(most);
        for (double value : y.ticks(most)) {
            svg.text("soft", "end", x.from() - 8, y.at(value) + 4.5, Axis.text(value, step));
        }
        return y;
    }

    private void marks(double bottom) {
        StringBuilder cues = new StringBuilder();
        StringBuilder gates = new StringBuilder();
        for (Label label : labels) {
            double at = x.at((double) label.told().tick());
            double y = Frame.TOP - 12 + LINE * (label.lane() + 1);
            double from = label.lane() < 0 ? Frame.TOP - 12 + LINE * MOST_LANES : y - 11;
            (label.told() instanceof Told.Gate ? gates : cues)
                    .append('M')
                    .append(Svg.at(at, bottom))
                    .append('V')
                    .append(Svg.number(from));
            if (label.lane() >= 0) {
                svg.text("", "start", left(label.told(), label.text()), y, label.text());
            }
        }
        svg.path(CUE, cues);
        svg.path(GATE, gates);
    }

    /** A value of each state; what is not a number leaves a gap. */
    @FunctionalInterface
    private interface OfState {
        double at(int state);
    }

    private void stairs(String style, Axis y, OfState value) {
        StringBuilder d = new StringBuilder();
        int state = 0;
        while (state < states) {
            double v = value.at(state);
            int first = state++;
            while (state < states && value.at(state) == v) {
                state++;
            }
            if (v >= y.low() && !Double.isNaN(v)) {
                double end = Math.min(
                        x.to(), x.at((double) (state < states ? controls.ticks().at(state) : afterLast())));
                double from = x.at((double) controls.ticks().at(first));
                d.append('M').append(Svg.at(from, y.at(v))).append('H').append(Svg.number(Math.max(end, from + 1)));
            }
        }
        svg.path(style, d);
    }

    /** The last state is drawn as long as the one before. */
    private long afterLast() {
        Ints ticks = controls.ticks();
        return states < 2 ? ticks.at(states - 1) + 1L : 2L * ticks.at(states - 1) - ticks.at(states - 2);
    }

    private void tempo(Axis y) {
        StringBuilder d = new StringBuilder("M").append(Svg.at(x.from(), y.at(1)));
        double labelled = 0;
        for (Told told : controls.told()) {
            if (told instanceof Told.Tempo tempo && tempo.tick() <= x.high()) {
                double at = x.at((double) tempo.tick());
                d.append('H').append(Svg.number(at)).append('V').append(Svg.number(y.at(tempo.gain())));
                String text = text(told);
                double left = left(told, text);
                if (left >= labelled) {
                    double above = y.at(tempo.gain()) - 5;
                    svg.text("soft", "start", left, above < y.to() + 8 ? y.at(tempo.gain()) + 16 : above, text);
                    labelled = left + Svg.width(text) + 10;
                }
            }
        }
        svg.path("curve bold c3", d.append('H').append(Svg.number(x.to())));
    }

    private Csv csv() {
        return new Csv("tick,control,what", controls.told().size(), k -> {
            Told told = controls.told().get(k);
            String what = switch (told) {
                case Told.Cue cue -> "pattern " + cue.pattern() + " with " + cue.flipped() + " bits flipped";
                case Told.Gate gate -> "open " + ranges(gate.open());
                case Told.Motif motif -> "motif " + motif.motif() + " from pattern " + motif.pattern();
                case Told.Tempo tempo -> "gain " + Csv.cell(tempo.gain());
            };
            return told.tick() + "," + told.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "," + Csv.cell(what);
        });
    }
}
