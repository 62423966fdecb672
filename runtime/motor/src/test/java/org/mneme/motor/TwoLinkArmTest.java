package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InvalidValueException;
import org.mneme.runtime.patterns.PenPoint;

class TwoLinkArmTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void forwardUndoesInverse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            double a = random.nextDouble(50, 400);
            double b = random.nextDouble(50, 400);
            double sx = random.nextDouble(-500, 500);
            double sy = random.nextDouble(-500, 500);
            double r = random.nextDouble(Math.abs(a - b) + 1e-3, a + b - 1e-3);
            double direction = random.nextDouble(-Math.PI, Math.PI);
            PenPoint point = new PenPoint(sx + r * Math.cos(direction), sy + r * Math.sin(direction), i % 2 == 0);
            TwoLinkArm arm = TwoLinkArm.facing(a, b, sx, sy, point.x() + 5, point.y() - 5);
            PenPoint back = arm.forward(arm.inverse(i, point), point.down());
            int draw = i;
            assertTrue(
                    back.distance(point) < 1e-6, () -> "seed " + seed + ", draw " + draw + ": " + point + " → " + back);
            assertEquals(point.down(), back.down());
        }
    }

    @Test
    void elbowBendsOneWayAndAnglesFollowContinuously() {
        // the shoulder is to the right of the circle, where atan2 jumps from π to −π
        TwoLinkArm arm = TwoLinkArm.facing(250, 250, 350, 0, 0, 0);
        JointAngles before = arm.inverse(0, new PenPoint(60, 0, true));
        for (int i = 1; i <= 360; i++) {
            double t = Math.toRadians(i);
            JointAngles now = arm.inverse(i, new PenPoint(60 * Math.cos(t), 60 * Math.sin(t), true));
            assertTrue(now.elbow() > 0 && now.elbow() < Math.PI);
            assertTrue(Math.abs(now.shoulder() - before.shoulder()) < 0.02, "shoulder at degree " + i);
            assertTrue(Math.abs(now.elbow() - before.elbow()) < 0.02, "elbow at degree " + i);
            before = now;
        }
    }

    @Test
    void straightArmReachesItsLengthAndNoFarther() {
        TwoLinkArm arm = TwoLinkArm.facing(200, 100, 0, 0, 0, -250);
        assertEquals(0, arm.inverse(0, new PenPoint(0, -300, true)).elbow(), 1e-6);
        OutOfReachException far =
                assertThrows(OutOfReachException.class, () -> arm.inverse(7, new PenPoint(0, -300.1, true)));
        assertEquals(7, far.index());
        assertEquals(300.1, far.distance(), 1e-9);
        assertTrue(far.getMessage().startsWith("point 7 of the movement, (0.0, -300.1) mm"), far.getMessage());
        assertThrows(OutOfReachException.class, () -> arm.inverse(0, new PenPoint(0, 99.9, true)));
        assertThrows(OutOfReachException.class, () -> arm.inverse(0, new PenPoint(Double.NaN, 1, true)));
    }

    @Test
    void linksHaveLength() {
        assertThrows(InvalidValueException.class, () -> new TwoLinkArm(0, 1, 0, 0, 0));
        assertThrows(InvalidValueException.class, () -> new TwoLinkArm(1, Double.NaN, 0, 0, 0));
    }
}
