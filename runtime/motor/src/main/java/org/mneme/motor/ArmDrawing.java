package org.mneme.motor;

import java.util.List;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.DrawingCode;
import org.mneme.runtime.patterns.PenPoint;

/** A drawing by the arm, and how to read where its pen is from a state. */
final class ArmDrawing implements DrawingCode {
    private final TwoLinkArm arm;
    private final MovementCode code;
    private final List<PenPoint> target;
    private final List<List<PenPoint>> outline;
    private final double tolerance;

    ArmDrawing(TwoLinkArm arm, MovementCode code, List<PenPoint> target, Drawing drawing, double tolerance) {
        this.arm = arm;
        this.code = code;
        this.target = List.copyOf(target);
        this.outline = drawing.strokes();
        this.tolerance = tolerance;
    }

    @Override
    public List<PenPoint> target() {
        return target;
    }

    @Override
    public PenPoint read(Signs state) {
        return arm.forward(code.angles(state), code.down(state));
    }

    @Override
    public List<List<PenPoint>> outline() {
        return outline;
    }

    @Override
    public double toleranceMillimetres() {
        return tolerance;
    }
}
