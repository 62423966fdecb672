package org.mneme.motor.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The notes of a part of a file, moved to a grid, and how far they were moved.
 *
 * @param keys pitches of hands, ascending
 * @param notes ascending by start; none of a key overlap
 * @param largest the largest distance that an onset was moved, points
 * @param mean the mean distance, points
 * @param shortened notes that are shorter than half a point, and last one
 * @param merged notes that fall on another of their key, and are lost
 * @param clipped notes that sound over an end of the part, and are cut there
 */
record Quantisation(
        List<Key> keys, List<GridNote> notes, double largest, double mean, int shortened, int merged, int clipped) {
    /** A note of a key before it is known which others there are. */
    private record Moved(Key key, long start, long end) {}

    /**
     * Moves notes to a grid.
     *
     * @param music whose notes
     * @param grid where to
     * @param from first point of the part
     * @param to the first after it
     */
    static Quantisation of(MidiMusic music, Grid grid, long from, long to) {
        int shortened = 0;
        int clipped = 0;
        int count = 0;
        double largest = 0;
        double sum = 0;
        TreeMap<Key, List<Moved>> byKey = new TreeMap<>();
        for (MidiNote note : music.notes()) {
            long start = grid.nearest(note.on(), music.resolution());
            long end = Math.max(start, grid.nearest(note.off(), music.resolution()));
            if (start >= to || Math.max(end, start + 1) <= from) {
                continue;
            }
            double moved = Math.abs(note.on() * (double) grid.parts() / (4.0 * music.resolution()) - start);
            largest = Math.max(largest, moved);
            sum += moved;
            count++;
            shortened += end == start ? 1 : 0;
            end = Math.max(end, start + 1);
            clipped += start < from || end > to ? 1 : 0;
            Key key = new Key(note.pitch(), note.voice());
            byKey.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new Moved(key, Math.max(start, from), Math.min(end, to)));
        }
        List<Key> keys = List.copyOf(byKey.keySet());
        List<GridNote> notes = new ArrayList<>();
        int merged = 0;
        for (int k = 0; k < keys.size(); k++) {
            List<Moved> moved = byKey.getOrDefault(keys.get(k), List.of());
            merged += apart(moved, k, notes);
        }
        notes.sort(Comparator.comparingLong(GridNote::start).thenComparingInt(GridNote::key));
        return new Quantisation(
                keys, List.copyOf(notes), largest, count == 0 ? 0 : sum / count, shortened, merged, clipped);
    }

    /** Ends each note of a key where the next begins; returns how many begin together with another. */
    private static int apart(List<Moved> moved, int key, List<GridNote> notes) {
        TreeMap<Long, Long> ends = new TreeMap<>();
        moved.forEach(note -> ends.merge(note.start(), note.end(), Math::max));
        ends.forEach((start, end) -> {
            Long next = ends.higherKey(start);
            notes.add(new GridNote(key, start, next == null ? end : Math.min(end, next)));
        });
        return moved.size() - ends.size();
    }

    /** The points at which what sounds changes. */
    TreeSet<Long> changes() {
        TreeSet<Long> changes = new TreeSet<>();
        notes.forEach(note -> {
            changes.add(note.start());
            changes.add(note.end());
        });
        return changes;
    }

    /** What the user should know. */
    List<String> told(Grid grid, double pointSeconds) {
        List<String> told = new ArrayList<>();
        told.add(String.format(
                Locale.ROOT,
                "grid %s: notes are moved by at most %.1f ms, %.1f ms on average",
                grid,
                1e3 * largest * pointSeconds,
                1e3 * mean * pointSeconds));
        if (shortened > 0) {
            told.add(shortened + (shortened == 1 ? " note is" : " notes are") + " shorter than half of " + grid
                    + " and made that long; a finer grid keeps them short");
        }
        if (merged > 0) {
            told.add(merged + (merged == 1 ? " note falls" : " notes fall")
                    + " on another of the same pitch on the grid of " + grid
                    + ", and only one of the two sounds; a finer grid keeps both");
        }
        if (clipped > 0) {
            told.add(clipped + (clipped == 1 ? " note sounds" : " notes sound")
                    + " over an end of these bars, and is cut there");
        }
        return told;
    }
}
