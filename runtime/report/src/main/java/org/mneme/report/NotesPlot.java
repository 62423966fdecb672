package org.mneme.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.scene.SceneScore;

/** The notes asked for and the notes recalled, as on a piano roll, with the errors of their onsets below; in rows, as music is written. */
final class NotesPlot {
    private static final double SECONDS_A_ROW = 12;
    private static final int MOST_ROWS = 4;
    private static final double LONGEST = 300;
    private static final double PIXELS_A_PITCH = 5;
    private static final double LEAST_ROLL = 80;
    private static final double MOST_ROLL = 260;
    private static final double ERRORS = 44;
    private static final double GAP = 30;
    private static final double NARROWEST = 1.5;
    private static final int OCTAVE = 12;
    private static final int MOST_HANDS = 4;
    private static final String ASKED = "bar ink";
    private static final String MISSING = "dash bad";
    private static final String EXTRA = "wrong bad";
    private final SceneRun run;
    private final List<Note> notes;
    private final double end;
    private final double perRow;
    private final int rows;
    private final Axis pitches;
    private final double worst;
    private final Svg svg = new Svg();

    /** A row of the table; NaN where there is no such time. */
    private record Note(int pitch, int hand, double due, double recalled, double error, double asked, double held) {
        static Note of(List<Double> row) {
            return new Note(
                    row.get(0).intValue(),
                    row.get(1).intValue(),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    row.get(5),
                    row.get(6));
        }

        double until() {
            return Math.max(Double.isNaN(due) ? 0 : due + asked, Double.isNaN(recalled) ? 0 : recalled + held);
        }

        double from() {
            return Double.isNaN(due) ? recalled : Double.isNaN(recalled) ? due : Math.min(due, recalled);
        }
    }

    private NotesPlot(SceneRun run) {
        this.run = run;
        this.notes = run.score().table().rows().stream().map(Note::of).toList();
        double last = notes.stream().mapToDouble(Note::until).max().orElse(1);
        this.end = Math.min(LONGEST, last);
        this.rows = Math.clamp((long) Math.ceil(end / SECONDS_A_ROW - 1e-9), 1, MOST_ROWS);
        this.perRow = end / rows;
        int low = notes.stream().mapToInt(Note::pitch).min().orElse(60) - 1;
        int high = notes.stream().mapToInt(Note::pitch).max().orElse(72) + 1;
        double height = Math.clamp(PIXELS_A_PITCH * (high - low), LEAST_ROLL, MOST_ROLL);
        this.pitches = new Axis(low - 0.5, high + 0.5, height, 0, "pitch", true);
        double largest = notes.stream()
                .mapToDouble(note -> Math.abs(note.error()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        this.worst = Math.max(1, largest * 1.15);
    }

    static Plot of(SceneRun run) {
        return new NotesPlot(run).draw();
    }

    private Plot draw() {
        Frame.legend(svg, legend());
        double top = Frame.TOP + 8;
        for (int row = 0; row < rows; row++) {
            top = row(row, top) + (row + 1 < rows ? GAP : 0);
        }
        return new Plot(
                "notes", "Notes asked for and notes recalled", caption(), Frame.WIDTH, top + 6, svg.toString(), csv());
    }

    private List<Frame.Entry> legend() {
        List<Frame.Entry> entries = new ArrayList<>();
        List<String> names = names();
        for (int hand = 0; hand < Math.min(MOST_HANDS, names.size()); hand++) {
            entries.add(new Frame.Entry(
                    "full c" + colour(hand), "m2 -3h16v6h-16z", "recalled, " + Svg.beginning(names.get(hand), 16)));
        }
        entries.add(new Frame.Entry(ASKED, "m2 -3h16v6h-16z", "asked for"));
        return entries;
    }

    private List<String> names() {
        return run.scene().setting().get("handNames") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static int colour(int hand) {
        return hand % Style.series();
    }

    /** Draws a row, and returns where it ends. */
    private double row(int row, double top) {
        Axis x = new Axis(row * perRow, (row + 1) * perRow, Frame.LEFT, Frame.WIDTH - Frame.RIGHT, "time, s", false);
        box(x, top, pitches.from());
        octaves(x, top);
        roll(x, top);
        double errors = top + pitches.from() + 10;
        box(x, errors, ERRORS);
        Axis y = new Axis(-worst, worst, errors + ERRORS - 4, errors + 4, "ms", false);
        svg.path("grid", "M" + Svg.at(x.from(), y.at(0)) + "H" + Svg.number(x.to()));
        for (double value : new double[] {-worst, worst}) {
            String text = (value > 0 ? "+" : "−") + Words.number(Math.round(worst * 10) / 10.0);
            svg.text("soft", "end", x.from() - 8, y.at(value) + (value > 0 ? 9 : 0), text);
        }
        if (row == 0) {
            svg.text("", "start", 8, Frame.TOP - 20, "pitch; below: onset error, ms");
        }
        StringBuilder dots = new StringBuilder();
        shown(x).filter(note -> Double.isFinite(note.error()))
                .forEach(note -> dots.append('M')
                        .append(Svg.at(x.at(note.recalled()), y.at(note.error())))
                        .append("h0"));
        svg.path("dots small ink", dots);
        Frame.below(svg, x, errors + ERRORS);
        return errors + ERRORS + 44;
    }

    private Stream<Note> shown(Axis x) {
        return notes.stream().filter(note -> note.from() < x.high() && note.until() > x.low());
    }

    private void box(Axis x, double top, double height) {
        svg.element("rect")
                .set("class", "box")
                .set("x", x.from())
                .set("y", top)
                .set("width", x.to() - x.from())
                .set("height", height)
                .close();
    }

    /** A line and a name at each C. */
    private void octaves(Axis x, double top) {
        StringBuilder lines = new StringBuilder();
        for (int pitch = Math.ceilDiv((int) Math.ceil(pitches.low()), OCTAVE) * OCTAVE;
                pitch <= pitches.high();
                pitch += OCTAVE) {
            double y = top + pitches.at(pitch);
            lines.append('M').append(Svg.at(x.from(), y)).append('H').append(Svg.number(x.to()));
            svg.text("soft", "end", x.from() - 8, y + 4.5, "C" + (pitch / OCTAVE - 1));
        }
        svg.path("grid", lines);
    }

    private void roll(Axis x, double top) {
        Map<String, StringBuilder> paths = new LinkedHashMap<>();
        List<Note> shown = shown(x).toList();
        for (Note note : shown) {
            if (!Double.isNaN(note.recalled())) {
                bar(paths, "full c" + colour(note.hand() - 1), x, top, note, note.recalled(), note.held());
            }
        }
        for (Note note : shown) {
            if (Double.isNaN(note.due())) {
                bar(paths, EXTRA, x, top, note, note.recalled(), note.held());
            } else {
                bar(paths, Double.isNaN(note.recalled()) ? MISSING : ASKED, x, top, note, note.due(), note.asked());
            }
        }
        paths.forEach(svg::path);
    }

    private void bar(
            Map<String, StringBuilder> paths, String style, Axis x, double top, Note note, double from, double held) {
        double left = x.at(Math.max(x.low(), from));
        double wide = Math.max(NARROWEST, x.at(Math.min(x.high(), from + held)) - left);
        double high = pitches.at(0) - pitches.at(1) - 1.4;
        if (from >= x.high() || from + held <= x.low()) {
            return;
        }
        paths.computeIfAbsent(style, _ -> new StringBuilder())
                .append('M')
                .append(Svg.at(left, top + pitches.at(note.pitch()) - high / 2))
                .append('h')
                .append(Svg.number(wide))
                .append('v')
                .append(Svg.number(high))
                .append("H")
                .append(Svg.number(left))
                .append('z');
    }

    private long count(Predicate<Note> which) {
        return notes.stream().filter(which).count();
    }

    private String caption() {
        StringBuilder text =
                new StringBuilder("Filled: what was recalled, read from the decoded features alone; outlined: what was"
                        + " asked for, when it was due. Below each row, how much later each note began than it was due"
                        + " (dots above the line are late). ");
        text.append(Words.capitalised(run.score().sentence())).append('.');
        if (count(note -> Double.isNaN(note.recalled())) > 0) {
            text.append(" Dashed: missing.");
        }
        if (count(note -> Double.isNaN(note.due())) > 0) {
            text.append(" Outlined in red: not asked for.");
        }
        if (notes.stream().anyMatch(note -> note.until() > end)) {
            text.append(" Cut: only the first ").append(Words.number(end)).append(" s are drawn.");
        }
        return text.toString();
    }

    private Csv csv() {
        SceneScore.Table table = run.score().table();
        return new Csv(
                "pitch,hand,due_s,recalled_s,onset_error_ms,due_length_s,recalled_length_s",
                table.rows().size(),
                k -> String.join(
                        ",",
                        table.rows().get(k).stream()
                                .map(value -> Csv.cell(value))
                                .toList()));
    }
}
