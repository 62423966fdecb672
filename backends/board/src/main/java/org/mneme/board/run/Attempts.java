package org.mneme.board.run;

import java.time.Duration;
import org.mneme.board.driver.BoardTransientException;

/** Tries again what failed for now, with longer and longer waits, until a deadline. */
final class Attempts {
    private static final long FIRST_WAIT = 1_000_000;
    private static final long LONGEST_WAIT = 200_000_000;

    private final BoardClock clock;
    private final long end;
    private final long each;
    private long wait = FIRST_WAIT;
    private int failed;

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        /** Tries once, with a deadline in ns. */
        void run(long deadline);
    }

    /**
     * Begins now.
     *
     * @param clock tells the time
     * @param deadline for all attempts
     * @param attempts that share it where each takes all its time, ≥ 1
     */
    Attempts(BoardClock clock, Duration deadline, int attempts) {
        this.clock = clock;
        this.end = clock.nanoTime() + deadline.toNanos();
        this.each = Math.max(1, deadline.toNanos() / attempts);
    }

    /** Time for the next attempt, ns; not above 0 where none is left. */
    long next() {
        return Math.min(each, end - clock.nanoTime());
    }

    /**
     * Waits before another attempt.
     *
     * @param failure of the last one
     * @throws BoardTransientException the failure, where there is no time for another; it says how often it was tried
     */
    void waitAfter(BoardTransientException failure) {
        failed++;
        long left = end - clock.nanoTime();
        if (left <= wait) {
            throw failure.after(failed);
        }
        clock.sleep(wait);
        wait = Math.min(2 * wait, LONGEST_WAIT);
        if (next() <= 0) {
            throw failure.after(failed);
        }
    }

    /**
     * Tries until it works.
     *
     * @param attempt what; it must not matter whether it is done once or twice
     * @throws BoardTransientException the last failure, where the deadline passed
     */
    void until(Attempt attempt) {
        while (true) {
            try {
                attempt.run(Math.max(1, next()));
                return;
            } catch (BoardTransientException e) {
                waitAfter(e);
            }
        }
    }
}
