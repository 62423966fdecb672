package org.mneme.report.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last frames of a run, numbered from 0 on. One thread appends and never waits; any number of threads read, each from where it
 * stands, and find out what they missed.
 */
final class Feed {
    /** The most frames that are kept. */
    static final int SIZE = 512;

    private final AtomicReferenceArray<Numbered> ring = new AtomicReferenceArray<>(SIZE);
    private volatile long end;

    private record Numbered(long number, Frame frame) {}

    /**
     * What was read.
     *
     * @param frames in order, one after the other
     * @param next where to go on
     */
    record Part(List<Frame> frames, long next) {}

    /** Appends a frame; only one thread may. */
    void append(Frame frame) {
        long number = end;
        ring.set((int) (number % SIZE), new Numbered(number, frame));
        end = number + 1;
    }

    /** The number of the next frame. */
    long end() {
        return end;
    }

    /**
     * Returns the frames from a number on, or, where there are more than so many, the last ones.
     *
     * @param from number of the first wanted
     * @param most frames, ≤ {@link #SIZE}
     * @return the frames; none where there are none yet
     */
    Part read(long from, int most) {
        List<Frame> frames = new ArrayList<>();
        long last = end;
        long first = Math.max(from, last - most);
        for (long number = first; number < last; number++) {
            Optional<Numbered> found = Optional.ofNullable(ring.get((int) (number % SIZE)));
            if (found.isEmpty() || found.get().number() != number) {
                // overtaken: what is there now comes later
                frames.clear();
                continue;
            }
            frames.add(found.get().frame());
        }
        return new Part(frames, last);
    }
}
