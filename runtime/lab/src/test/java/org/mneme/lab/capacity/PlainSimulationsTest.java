package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.model.Interaction;

/** Capacities that a plain simulation, written apart from this one, measured in 20 trials with excluded self-coupling. */
class PlainSimulationsTest {
    private static final int TRIALS = 20;
    private static final long SEED = 1;

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(Networks.polynomial(2), 40, 54, 6),
                Arguments.of(Networks.polynomial(2), 60, 99, 7),
                Arguments.of(Networks.polynomial(3), 30, 147, 12),
                Arguments.of(Networks.EXPONENTIAL, 12, 55, 12),
                Arguments.of(Networks.EXPONENTIAL, 14, 104, 18));
    }

    private static CapacityPoint measured(Network network, int features) {
        CapacityQuestion question = CapacityQuestion.of(network, features, Measure.TRANSITION);
        return Capacity.run(List.of(question), TRIALS, SEED, Optional.empty(), 1, CapacityProgress.NONE)
                .getFirst();
    }

    /** Standard errors of the difference between ours and theirs. */
    private static double distance(CapacityPoint point, double mean, double deviation) {
        double theirs = deviation / Math.sqrt(TRIALS);
        return Math.abs(point.mean() - mean) / Math.hypot(theirs, point.error());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void plainSimulationIsReproducedWithinTwoStandardErrors(
            Network network, int features, double mean, double deviation) {
        CapacityPoint point = measured(network, features);

        assertTrue(
                distance(point, mean, deviation) < 2,
                () -> network.label() + ", N = " + features + ": " + point.mean() + " ± " + point.deviation()
                        + ", seed " + SEED);
    }

    /** What tells the networks apart: included self-coupling holds another number of patterns, far outside the band. */
    @Test
    void includedSelfCouplingIsNotTakenForExcluded() {
        CapacityPoint point = measured(Networks.included(new Interaction.Exponential(1)), 12);

        assertTrue(distance(point, 55, 12) > 4, () -> point.mean() + " ± " + point.deviation());
    }

    @Test
    void anotherDegreeIsNotTakenForThisOne() {
        CapacityPoint point = measured(Networks.polynomial(3), 20);

        assertTrue(distance(point, 147, 12) > 4, () -> point.mean() + " ± " + point.deviation());
    }
}
