package org.mneme.report.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ticks per second over the last second. Single-threaded; of bounded size. */
final class Meter {
    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN = SECOND / 20;

    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(long nanos, long tick) {}

    /** Starts anew: time stood still, or ticks did not follow each other. */
    void reset() {
        marks.clear();
    }

    /** Is told the time, and the tick that is next then. */
    void mark(long nanos, long tick) {
        if (marks.isEmpty() || nanos - marks.getLast().nanos() >= BETWEEN) {
            marks.add(new Mark(nanos, tick));
        }
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > SECOND) {
            marks.removeFirst();
        }
    }

    /** Ticks per second; 0 before there are two marks. */
    double rate() {
        if (marks.size() < 2) {
            return 0;
        }
        Mark first = marks.getFirst();
        Mark last = marks.getLast();
        return (last.tick() - first.tick()) * (double) SECOND / (last.nanos() - first.nanos());
    }
}
