package org.mneme.motor.music;

import java.util.Locale;
import org.mneme.InputException;

/** A tempo so much faster than that of the beginning that a change of notes is shorter than a recall step. */
public final class HastyTempoException extends InputException {
    private static final long serialVersionUID = 1L;

    private final int bar;
    private final int needed;

    HastyTempoException(int bar, double times, int stepsPerGrid, int needed) {
        super(String.format(
                Locale.ROOT,
                "steps-per-grid: %d is too coarse for bar %d, which goes %.2f times as fast as the beginning; use at least"
                        + " %d",
                stepsPerGrid,
                bar,
                times,
                needed));
        this.bar = bar;
        this.needed = needed;
    }

    /**
     * Returns where it is.
     *
     * @return the bar, 1 for the first of the file
     */
    public int bar() {
        return bar;
    }

    /**
     * Returns how many steps a unit of the grid would be enough.
     *
     * @return ≥ 2
     */
    public int needed() {
        return needed;
    }
}
