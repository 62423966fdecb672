package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the bars of a file begin, in points of a grid; the last entry is where the last bar ends. */
final class BarLines {
    private static final int MOST_BARS = 100_000;

    private final List<Long> lines = new ArrayList<>();

    /**
     * Counts bars until all of the music is in one.
     *
     * @param file named in messages
     * @param music whose time signatures hold
     * @param grid the bars begin on
     * @param end the last point at which something is
     */
    BarLines(Path file, MidiMusic music, Grid grid, long end) {
        double tick = 0;
        int next = 0;
        Meter meter = Meter.COMMON;
        lines.add(0L);
        while (lines.getLast() < end || lines.size() < 2) {
            while (next < music.meters().size() && music.meters().get(next).tick() <= tick) {
                meter = music.meters().get(next++);
            }
            double bar = 4.0 * music.resolution() * meter.beats() / meter.unit();
            // a signature in the middle of a bar ends it
            boolean cut =
                    next < music.meters().size() && music.meters().get(next).tick() < tick + bar;
            tick = cut ? music.meters().get(next).tick() : tick + bar;
            long line = grid.nearest(Math.round(tick), music.resolution());
            if (line > lines.getLast()) {
                lines.add(line);
            }
            if (lines.size() > MOST_BARS) {
                throw new UnreadableMidiException(file, "is of more than " + MOST_BARS + " bars; save a part of it");
            }
        }
    }

    /** How many bars there are. */
    int count() {
        return lines.size() - 1;
    }

    /** Returns where a bar begins, 1 for the first; that after the last is the end. */
    long begin(int bar) {
        return lines.get(bar - 1);
    }

    /** Returns the bar that a point is in; the last where it is after all. */
    int of(long point) {
        int low = 1;
        int high = count();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (begin(middle) <= point) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
