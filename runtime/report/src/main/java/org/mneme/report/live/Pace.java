package org.mneme.report.live;

/** How many ticks are due: counted from one moment, so that nothing adds up to a drift. Single-threaded. */
final class Pace {
    private static final double SECOND = 1e9;
    /** What is further behind is given up. */
    private static final double MOST_BEHIND_SECONDS = 0.25;

    private final double ticksPerSecond;
    private long anchorNanos;
    private long anchorTick;

    /**
     * Starts without an anchor.
     *
     * @param ticksPerSecond wanted, &gt; 0
     */
    Pace(double ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
    }

    /** From now on a tick is the next. */
    void from(long nanos, long tick) {
        anchorNanos = nanos;
        anchorTick = tick;
    }

    /**
     * Returns the ticks that should have been executed and have not.
     *
     * @param nanos now
     * @param tick the next to be executed
     * @return ≥ 0
     */
    long due(long nanos, long tick) {
        double behind = (nanos - anchorNanos) / SECOND * ticksPerSecond - (tick - anchorTick);
        double most = Math.max(1, MOST_BEHIND_SECONDS * ticksPerSecond);
        if (behind > most) {
            from(nanos - (long) (most / ticksPerSecond * SECOND), tick);
            behind = most;
        }
        return Math.max(0, (long) Math.floor(behind));
    }

    /**
     * Returns how long it is until a tick is due.
     *
     * @param nanos now
     * @param tick the next to be executed
     * @return nanoseconds, ≥ 0
     */
    long untilDue(long nanos, long tick) {
        double due = (tick - anchorTick + 1) / ticksPerSecond * SECOND;
        return Math.max(0, (long) Math.ceil(due) - (nanos - anchorNanos));
    }

    double ticksPerSecond() {
        return ticksPerSecond;
    }
}
