package org.mneme.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** A line on a terminal that says how far work is and how long it will take; nothing where there is no terminal. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long EVERY_NANOS = 100_000_000L;
    private static final double SECOND = 1e9;

    private final PrintWriter err;
    private final String what;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last;
    private boolean drawn;

    private ProgressBar(PrintWriter err, String what, boolean shown) {
        this.err = err;
        this.what = what;
        this.shown = shown;
    }

    /**
     * Starts a bar.
     *
     * @param err where it is drawn
     * @param what a word for the work
     * @return the bar
     */
    static ProgressBar on(PrintWriter err, String what) {
        return new ProgressBar(err, what, isTerminal());
    }

    /** There may be no console: the implementation in java.base, the default of JDK 25, has one on terminals only. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /**
     * Draws the bar, at most ten times a second.
     *
     * @param done 0…total
     * @param total ≥ 1
     */
    void update(long done, long total) {
        long now = System.nanoTime();
        if (!shown || now - start < EVERY_NANOS * 3 || (now - last < EVERY_NANOS && done < total)) {
            return;
        }
        last = now;
        drawn = true;
        err.print("\r" + text(what, done, total, (now - start) / SECOND));
        err.flush();
    }

    /**
     * Returns the line.
     *
     * @param what a word for the work
     * @param done 0…total
     * @param total ≥ 1
     * @param seconds since the start
     * @return such as "recall [=====     ] 50 %, 12 s left"
     */
    static String text(String what, long done, long total, double seconds) {
        double share = total <= 0 ? 1 : Math.clamp((double) done / total, 0, 1);
        int full = (int) Math.round(share * WIDTH);
        String left = done <= 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f s left", Math.ceil(seconds / done * Math.max(0, total - done)));
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f %%%s  ",
                what,
                "=".repeat(full),
                " ".repeat(WIDTH - full),
                100 * share,
                left);
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (drawn) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            err.flush();
        }
    }
}
