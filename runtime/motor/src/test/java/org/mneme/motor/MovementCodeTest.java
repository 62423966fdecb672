package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Signs;

class MovementCodeTest {
    private static final List<JointAngles> RANGE = List.of(new JointAngles(0.5, 1.2), new JointAngles(1.1, 1.8));

    private static MovementCode code(int features, double context, long seed) {
        return MovementCode.over(RANGE, features, context, seed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.2})
    void postureAndPenSurviveFlips(double flips) {
        MovementCode code = code(600, 0.33, 1);
        double sum = 0;
        int count = 0;
        for (int place = 0; place < 40; place++) {
            JointAngles angles = new JointAngles(0.5 + 0.015 * place, 1.8 - 0.015 * place);
            for (boolean down : new boolean[] {true, false}) {
                Signs state = Given.flipped(code.encode(place, angles, down), flips, place);
                assertEquals(down, code.down(state), "pen at place " + place);
                sum += Math.abs(code.angles(state).shoulder() - angles.shoulder())
                        + Math.abs(code.angles(state).elbow() - angles.elbow());
                count += 2;
            }
        }
        assertTrue(sum / count < 0.001 + 0.05 * flips * flips * 4, "mean error " + sum / count + " rad");
    }

    @Test
    void samePostureAtAnotherPlaceIsAnotherPattern() {
        MovementCode code = code(600, 0.33, 1);
        JointAngles angles = new JointAngles(0.8, 1.5);
        for (int place = 1; place < 200; place++) {
            int h = code.encode(0, angles, true).overlap(code.encode(place, angles, true));
            assertTrue(h < 0.8 * 600, "places 0 and " + place + " overlap by " + h);
        }
    }

    @Test
    void contextAloneTellsPlacesApart() {
        JointAngles angles = new JointAngles(0.8, 1.5);
        MovementCode without = code(600, 0, 1);
        assertEquals(without.encode(0, angles, true), without.encode(1, angles, true));
        assertNotEquals(without.encode(0, angles, true), without.encode(0, angles, false));
    }

    @Test
    void readingAnUnknownStateIsSomePlaceWithThePenUp() {
        MovementCode code = code(600, 0.33, 1);
        Signs unknown = Signs.zeros(600);
        assertTrue(Double.isFinite(code.angles(unknown).shoulder()));
        assertEquals(false, code.down(unknown));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, 64, 65, 1000})
    void everyFeatureIsUsedWhateverTheirNumber(int features) {
        for (double context : new double[] {0, 0.33, 0.5}) {
            MovementCode code = code(features, context, 3);
            Signs state = code.encode(5, new JointAngles(0.8, 1.5), true);
            assertEquals(features, state.length());
            assertEquals(0, state.zeroCount());
        }
    }

    @Test
    void seedDrawsTheCode() {
        JointAngles angles = new JointAngles(0.8, 1.5);
        assertEquals(
                code(600, 0.33, 4).encode(2, angles, true), code(600, 0.33, 4).encode(2, angles, true));
        int h = code(600, 0.33, 4)
                .encode(2, angles, true)
                .overlap(code(600, 0.33, 5).encode(2, angles, true));
        assertTrue(Math.abs(h) < 150, "overlap of two codes " + h);
    }
}
