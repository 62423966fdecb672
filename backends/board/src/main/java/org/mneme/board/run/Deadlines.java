package org.mneme.board.run;

import java.time.Duration;
import org.mneme.InvalidValueException;

/**
 * How long operations on a board may take, all attempts and waits included.
 *
 * @param open to open the board, also while another session holds it
 * @param load for a whole program
 * @param step for one call of {@link BoardSession#step}
 * @param call for anything else
 */
public record Deadlines(Duration open, Duration load, Duration step, Duration call) {
    /** Enough for what is not out of order: 5 s to open, 10 min to load, 60 s to step, 10 s for anything else. */
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofSeconds(10));

    /** Checks the ranges. */
    public Deadlines {
        requireTime("open", open);
        requireTime("load", load);
        requireTime("step", step);
        requireTime("call", call);
    }

    private static void requireTime(String what, Duration time) {
        if (!time.isPositive() || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidValueException("deadline to " + what, time, "a time above 0 of at most a day");
        }
    }
}
