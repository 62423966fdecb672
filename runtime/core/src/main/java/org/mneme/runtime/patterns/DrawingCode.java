package org.mneme.runtime.patterns;

import java.util.List;
import org.mneme.bits.Signs;

/** A movement encoded as patterns. Reading a state uses the code only, never the stored patterns. */
public interface DrawingCode {
    /**
     * Returns the movement that was asked for, one point a pattern, in pattern order.
     *
     * @return P points
     */
    List<PenPoint> target();

    /**
     * Reads a state.
     *
     * @param state N signs
     * @return where the pen is
     */
    PenPoint read(Signs state);

    /**
     * Returns the drawing as it was given, before sampling, for showing beside the recall: polylines.
     *
     * @return one list of points a stroke
     */
    List<List<PenPoint>> outline();

    /**
     * Returns the largest distance, in mm, between the point asked for and the point recalled that still counts as drawn right.
     *
     * @return &gt; 0
     */
    double toleranceMillimetres();
}
