package org.mneme.motor.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.SceneScore;
import org.mneme.runtime.scene.SceneScore.Figure;

/**
 * Compares the notes that were recalled with those that were due.
 *
 * <p>A noisy cue takes longer, and all that follows it is late by the same: that is told as the lateness of the start, and taken off the
 * errors. A note is right if it begins, and ends, within half a unit of the grid of when it should, at the tempo it was due at.
 */
final class NotesJudge {
    private static final int FARTHEST = 4;
    private static final double SLOWEST = 16;
    private static final double ROUNDING = 1e-6;

    private final NotesScene scene;
    private final Performance performance;
    private final NotesTiming timing;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A note that was due, one that was recalled, or both.
     *
     * @param key of the note
     * @param due from and to when it was to sound, ticks; NaN where it was not
     * @param recalled from and to when it sounded, ticks; NaN where it did not
     * @param onset how much later it began than due, ticks, the lateness of the start taken off
     * @param end how much later it ended; NaN where it still sounded at the end of the run
     * @param right whether it was within the tolerance
     */
    record Row(int key, Span due, Span recalled, double onset, double end, boolean right) {
        /** When something sounds, ticks. */
        record Span(double from, double to) {
            static final Span NEVER = new Span(Double.NaN, Double.NaN);
        }

        double at() {
            return Double.isNaN(due.from()) ? recalled.from() : due.from();
        }
    }

    private NotesJudge(NotesScene scene, Performance performance) {
        this.scene = scene;
        this.performance = performance;
        this.timing = NotesTiming.of(scene, performance);
        int keys = scene.keys().size();
        List<List<PlayedNote>> due = byKey(timing.due(), keys);
        List<List<PlayedNote>> recalled = byKey(timing.recalled(), keys);
        for (int key = 0; key < keys; key++) {
            match(due.get(key), recalled.get(key));
        }
        rows.sort(Comparator.comparingDouble(Row::at).thenComparingInt(Row::key));
    }

    static SceneScore judge(NotesScene scene, Performance performance) {
        return new NotesJudge(scene, performance).score();
    }

    /** The notes one by one, in the order in which they are due. */
    static List<Row> rows(NotesScene scene, Performance performance) {
        return List.copyOf(new NotesJudge(scene, performance).rows);
    }

    private static List<List<PlayedNote>> byKey(List<PlayedNote> notes, int keys) {
        List<List<PlayedNote>> byKey = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            byKey.add(new ArrayList<>());
        }
        notes.forEach(note -> byKey.get(note.key()).add(note));
        return byKey;
    }

    /** A note due takes the one recalled with its chord; those that are left over take the nearest. */
    private void match(List<PlayedNote> due, List<PlayedNote> recalled) {
        Map<Integer, PlayedNote> byVisit = new HashMap<>();
        recalled.forEach(note -> byVisit.putIfAbsent(timing.visits().get(note.visit()), note));
        List<PlayedNote> left = new ArrayList<>();
        List<PlayedNote> others = new ArrayList<>(recalled);
        for (PlayedNote note : due) {
            PlayedNote same = byVisit.get(note.visit());
            if (same == null) {
                left.add(note);
            } else {
                both(note, same);
                others.remove(same);
            }
        }
        nearest(left, others);
    }

    /** Each note due takes the recalled one nearest to it, which takes none nearer. */
    private void nearest(List<PlayedNote> due, List<PlayedNote> recalled) {
        int d = 0;
        int r = 0;
        while (d < due.size() || r < recalled.size()) {
            if (d == due.size()) {
                extra(recalled.get(r++));
            } else if (r == recalled.size()) {
                missing(due.get(d++));
            } else {
                double error = onset(due.get(d), recalled.get(r));
                if (d + 1 < due.size() && Math.abs(onset(due.get(d + 1), recalled.get(r))) < Math.abs(error)) {
                    missing(due.get(d++));
                } else if (r + 1 < recalled.size()
                        && Math.abs(onset(due.get(d), recalled.get(r + 1))) < Math.abs(error)) {
                    extra(recalled.get(r++));
                } else if (Math.abs(error) <= FARTHEST * 2 * tolerance(due.get(d))) {
                    both(due.get(d++), recalled.get(r++));
                } else if (error < 0) {
                    extra(recalled.get(r++));
                } else {
                    missing(due.get(d++));
                }
            }
        }
    }

    private double onset(PlayedNote due, PlayedNote recalled) {
        return recalled.from() - due.from() - timing.lateAt(recalled.from());
    }

    /** Half a unit of the grid at the tempo at which the note is due, ticks. */
    private double tolerance(PlayedNote due) {
        return timing.unitTicks() / 2 * Math.min(SLOWEST, timing.slowness(due.visit()));
    }

    private void both(PlayedNote due, PlayedNote recalled) {
        double onset = onset(due, recalled);
        boolean ended = due.ended() && recalled.ended();
        double end = ended ? recalled.to() - due.to() - timing.lateAt(recalled.to()) : Double.NaN;
        double most = tolerance(due) + ROUNDING;
        boolean right = Math.abs(onset) <= most && (!ended || Math.abs(end) <= most);
        rows.add(new Row(due.key(), span(due), span(recalled), onset, end, right));
    }

    private void missing(PlayedNote due) {
        rows.add(new Row(due.key(), span(due), Row.Span.NEVER, Double.NaN, Double.NaN, false));
    }

    private void extra(PlayedNote recalled) {
        rows.add(new Row(recalled.key(), Row.Span.NEVER, span(recalled), Double.NaN, Double.NaN, false));
    }

    private static Row.Span span(PlayedNote note) {
        return new Row.Span(note.from(), note.to());
    }

    private SceneScore score() {
        double millis = 1e3 * performance.tickSeconds();
        long due = rows.stream().filter(row -> !Double.isNaN(row.due().from())).count();
        long missing =
                rows.stream().filter(row -> Double.isNaN(row.recalled().from())).count();
        long extra = rows.size() - due;
        long right = rows.stream().filter(Row::right).count();
        long mistimed = due - missing - right;
        double[] onsets = errors(rows.stream().mapToDouble(Row::onset));
        double[] lengths = errors(rows.stream().mapToDouble(row -> row.end() - row.onset()));
        double largest = max(onsets) * millis;
        double tolerance = timing.unitTicks() / 2 * millis;
        List<Figure> figures = List.of(
                new Figure("notes due", due, ""),
                new Figure("notes right", right, ""),
                new Figure("notes missing", missing, ""),
                new Figure("notes extra", extra, ""),
                new Figure("notes at a wrong time", mistimed, ""),
                new Figure("largest onset error", largest, "ms"),
                new Figure("mean onset error", mean(onsets) * millis, "ms"),
                new Figure("largest error of a duration", max(lengths) * millis, "ms"),
                new Figure("mean error of a duration", mean(lengths) * millis, "ms"),
                new Figure("lateness after the cue", timing.latest() * millis, "ms"),
                new Figure("tolerance at tempo 1", tolerance, "ms"));
        boolean wholly = right == due && extra == 0 && due > 0;
        return new SceneScore(wholly, sentence(due, right, missing, extra, mistimed, largest), figures, table());
    }

    private String sentence(long due, long right, long missing, long extra, long mistimed, double largest) {
        StringBuilder text = new StringBuilder("notes: " + right + " of " + due + " right");
        if (missing > 0) {
            text.append(", ").append(missing).append(" missing");
        }
        if (extra > 0) {
            text.append(", ").append(extra).append(" extra");
        }
        if (mistimed > 0) {
            text.append(", ").append(mistimed).append(" at a wrong time");
        }
        text.append(String.format(Locale.ROOT, ", largest onset error %.1f ms", largest));
        if (timing.latest() > 0) {
            double late = timing.latest() * performance.tickSeconds() * 1e3;
            text.append(String.format(Locale.ROOT, ", after a noisy cue %.1f ms late", late));
        }
        return text.toString();
    }

    private static double[] errors(DoubleStream errors) {
        return errors.filter(error -> !Double.isNaN(error)).map(Math::abs).toArray();
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().orElse(0);
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(0);
    }

    private SceneScore.Table table() {
        List<List<Double>> cells = new ArrayList<>();
        for (Row row : rows) {
            Key key = scene.keys().get(row.key());
            cells.add(List.of(
                    (double) key.pitch(),
                    key.voice() + 1.0,
                    performance.seconds(row.due().from()),
                    performance.seconds(row.recalled().from()),
                    row.onset() * performance.tickSeconds() * 1e3,
                    (row.due().to() - row.due().from()) * performance.tickSeconds(),
                    (row.recalled().to() - row.recalled().from()) * performance.tickSeconds()));
        }
        return new SceneScore.Table("notes", COLUMNS, cells);
    }

    /** Headings of the table; a pitch is MIDI's number, hands are counted from 1. */
    static final List<String> COLUMNS =
            List.of("pitch", "hand", "due, s", "recalled, s", "onset error, ms", "due length, s", "recalled length, s");
}
