package org.mneme.motor;

import java.util.Locale;
import org.mneme.InputException;
import org.mneme.runtime.patterns.PenPoint;

/** A point of a movement that the arm cannot reach. */
public final class OutOfReachException extends InputException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final transient PenPoint point;
    private final double distance;

    OutOfReachException(int index, PenPoint point, double distance, double nearest, double farthest) {
        super(String.format(
                Locale.ROOT,
                "point %d of the movement, (%s, %s) mm, is out of the arm's reach: %s mm from the shoulder, reach is"
                        + " %s…%s mm; make the drawing smaller with width-mm, the arm longer with upper-arm-mm and forearm-mm,"
                        + " or move the shoulder with shoulder-x-mm and shoulder-y-mm",
                index,
                Shown.millimetres(point.x()),
                Shown.millimetres(point.y()),
                Shown.millimetres(distance),
                Shown.millimetres(nearest),
                Shown.millimetres(farthest)));
        this.index = index;
        this.point = point;
        this.distance = distance;
    }

    /**
     * Returns which point of the movement it is.
     *
     * @return 0…P−1
     */
    public int index() {
        return index;
    }

    /**
     * Returns where it is.
     *
     * @return the point
     */
    public PenPoint point() {
        return point;
    }

    /**
     * Returns how far it is from the shoulder.
     *
     * @return mm
     */
    public double distance() {
        return distance;
    }
}
