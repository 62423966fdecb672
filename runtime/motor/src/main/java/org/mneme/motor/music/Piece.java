package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.mneme.InvalidValueException;
import org.mneme.runtime.score.Trajectory;

/**
 * Music on a grid, chord by chord; each bar begins a chord, and the last one is silent.
 *
 * @param music what the file says
 * @param grid of its points
 * @param quantisation its notes
 * @param gridSeconds duration of a unit of the grid at the tempo of the beginning, s
 * @param stepsPerGrid recall steps of such a unit
 * @param chords in order
 */
record Piece(
        MidiMusic music,
        Grid grid,
        Quantisation quantisation,
        double gridSeconds,
        int stepsPerGrid,
        List<Chord> chords) {
    /** The most chords of a piece. */
    static final int MOST_PATTERNS = 10_000;

    /**
     * Takes a part of a file.
     *
     * @param file named in messages
     * @param music what it says
     * @param settings grid, bars and steps
     * @throws org.mneme.InputException if no note is in it, or it is too long
     */
    static Piece of(Path file, MidiMusic music, MusicSettings settings) {
        return new Maker(file, music, settings).make();
    }

    /** Returns the bars that are played, ascending. */
    List<Integer> bars() {
        return chords.stream().map(Chord::bar).filter(bar -> bar > 0).distinct().toList();
    }

    /** Returns when a point of the grid is that begins or ends a note, in units of the grid at the tempo of the beginning. */
    double units(long point) {
        int low = 0;
        int high = chords.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (chords.get(middle).point() <= point) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return chords.get(low).step() / (double) stepsPerGrid;
    }

    /** Makes one. */
    private static final class Maker {
        private final Path file;
        private final MidiMusic music;
        private final MusicSettings settings;
        private final Grid grid;

        private Maker(Path file, MidiMusic music, MusicSettings settings) {
            this.file = file;
            this.music = music;
            this.settings = settings;
            this.grid = settings.grid();
        }

        Piece make() {
            if (music.notes().isEmpty()) {
                throw new NoNotesException(file, "it", music.drums());
            }
            BarLines lines = new BarLines(file, music, grid, lastPoint());
            BarRange bars = settings.bars();
            if (bars.from() > lines.count()) {
                throw settings.barsSetting()
                        .error("there is no bar " + bars.from() + "; the file has " + lines.count()
                                + (lines.count() == 1 ? " bar" : " bars"));
            }
            long from = lines.begin(bars.from());
            long to = lines.begin(Math.min(bars.to(), lines.count()) + 1);
            Quantisation notes = Quantisation.of(music, grid, from, to);
            if (notes.notes().isEmpty()) {
                throw new NoNotesException(file, "bars " + bars, 0);
            }
            NavigableSet<Long> changes = changes(notes, lines);
            if (changes.size() - 1 > MOST_PATTERNS) {
                throw new LongPieceException(file, changes.size() - 1, MOST_PATTERNS, fits(changes, lines));
            }
            long first = changes.first();
            double gridSeconds =
                    music.tempo().quarterSeconds(Math.round(grid.tick(first, music.resolution()))) / grid.perQuarter();
            return new Piece(
                    music,
                    grid,
                    notes,
                    gridSeconds,
                    settings.stepsPerGrid(),
                    chords(notes, changes, lines, gridSeconds));
        }

        private long lastPoint() {
            long last = 1;
            for (MidiNote note : music.notes()) {
                long start = grid.nearest(note.on(), music.resolution());
                last = Math.max(last, Math.max(start + 1, grid.nearest(note.off(), music.resolution())));
            }
            return last;
        }

        /** Changes of the notes, beginnings of bars, and the ends of the silence before and after. */
        private NavigableSet<Long> changes(Quantisation notes, BarLines lines) {
            TreeSet<Long> changes = notes.changes();
            int first = lines.of(changes.first());
            long end = changes.last();
            int last = lines.of(end - 1);
            for (int bar = first; bar <= last; bar++) {
                changes.add(lines.begin(bar));
            }
            changes.add(end < lines.begin(last + 1) ? lines.begin(last + 1) : end + 1);
            return changes;
        }

        private Optional<BarRange> fits(NavigableSet<Long> changes, BarLines lines) {
            int first = lines.of(changes.first());
            int last = first - 1;
            while (last < lines.count()
                    && changes.headSet(lines.begin(last + 2), false).size() + 1 <= MOST_PATTERNS) {
                last++;
            }
            return last < first ? Optional.empty() : Optional.of(new BarRange(first, last));
        }

        private List<Chord> chords(Quantisation notes, NavigableSet<Long> changes, BarLines lines, double gridSeconds) {
            List<Chord> chords = new ArrayList<>();
            List<Long> points = List.copyOf(changes);
            long lastNote = notes.changes().last();
            int next = 0;
            List<GridNote> open = new ArrayList<>();
            long step = 0;
            for (int i = 0; i + 1 < points.size(); i++) {
                long point = points.get(i);
                open.removeIf(note -> note.end() <= point);
                BitSet struck = new BitSet();
                while (next < notes.notes().size() && notes.notes().get(next).start() == point) {
                    open.add(notes.notes().get(next));
                    struck.set(notes.notes().get(next++).key());
                }
                BitSet sounding = new BitSet();
                open.forEach(note -> sounding.set(note.key()));
                long end = step(points.getFirst(), points.get(i + 1), gridSeconds);
                int bar = lines.of(point);
                if (end <= step) {
                    throw hasty(point, points.get(i + 1), bar, gridSeconds);
                }
                boolean after = point == lastNote && lines.begin(lines.of(point - 1) + 1) == point;
                chords.add(new Chord(point, step, Math.toIntExact(end - step), after ? 0 : bar, sounding, struck));
                step = end;
            }
            return List.copyOf(chords);
        }

        private double seconds(long point) {
            return music.tempo().seconds(grid.tick(point, music.resolution()));
        }

        private long step(long first, long point, double gridSeconds) {
            double steps = settings.stepsPerGrid() * (seconds(point) - seconds(first)) / gridSeconds;
            if (steps > Trajectory.MOST_STEPS) {
                throw new InvalidValueException(
                        file.toString(),
                        "a piece of " + Math.round(steps) + " recall steps or more",
                        "possible: at most " + Trajectory.MOST_STEPS
                                + "; give some of its bars, such as bars: 1-4, or fewer steps-per-grid");
            }
            return Math.round(steps);
        }

        private HastyTempoException hasty(long point, long next, int bar, double gridSeconds) {
            double units = (seconds(next) - seconds(point)) / gridSeconds;
            int needed = (int) Math.min(Integer.MAX_VALUE, Math.max(settings.stepsPerGrid() + 1, Math.ceil(1 / units)));
            return new HastyTempoException(bar, (next - point) / units, settings.stepsPerGrid(), needed);
        }
    }
}
