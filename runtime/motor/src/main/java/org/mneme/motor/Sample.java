package org.mneme.motor;

import org.mneme.runtime.patterns.PenPoint;

/**
 * A point of a sampled movement, and where on the drawing it is.
 *
 * @param point where the pen is
 * @param stroke the stroke it draws; −1 with the pen up
 * @param along mm along the stroke; 0 with the pen up
 */
record Sample(PenPoint point, int stroke, double along) {
    /** Says whether the pen draws all the way to another sample. */
    boolean drawsTo(Sample next) {
        return stroke >= 0 && stroke == next.stroke;
    }
}
