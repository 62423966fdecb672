package org.mneme.motor;

import org.mneme.InputException;

/** Fewer points than the strokes of a drawing need. */
public final class TooFewPointsException extends InputException {
    private static final long serialVersionUID = 1L;

    private final int points;
    private final int needed;

    TooFewPointsException(int points, int needed, int strokes) {
        super("points: " + points + " are too few for " + strokes + (strokes == 1 ? " stroke" : " strokes")
                + "; their ends and the pen lifts between them need " + needed);
        this.points = points;
        this.needed = needed;
    }

    /**
     * Returns how many points were asked for.
     *
     * @return P
     */
    public int points() {
        return points;
    }

    /**
     * Returns the least number of points.
     *
     * @return more than {@link #points()}
     */
    public int needed() {
        return needed;
    }
}
