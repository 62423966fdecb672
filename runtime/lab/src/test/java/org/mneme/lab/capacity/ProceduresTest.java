package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.model.Interaction;

class ProceduresTest {
    /** Network, N, bias, trials. */
    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(Networks.polynomial(2), 24, 0.0, 30),
                Arguments.of(Networks.polynomial(3), 20, 0.0, 15),
                Arguments.of(Networks.EXPONENTIAL, 10, 0.0, 20),
                Arguments.of(Networks.LINEAR, 30, 0.0, 30),
                Arguments.of(Networks.MIXED, 24, 0.0, 15),
                Arguments.of(Networks.THRESHOLD, 20, 0.0, 20),
                Arguments.of(Networks.PSEUDOINVERSE, 12, 0.5, 5),
                Arguments.of(Networks.polynomial(2), 30, 0.6, 15));
    }

    private static List<CapacityPoint> both(CapacityQuestion question, int trials, long seed) {
        return Capacity.run(
                List.of(question.with(Procedure.DESCENT), question.with(Procedure.BISECTION)),
                trials,
                seed,
                Optional.empty(),
                1,
                CapacityProgress.NONE);
    }

    private static List<Integer> capacities(CapacityPoint point) {
        return point.trials().stream().map(Trial::capacity).toList();
    }

    private static long draws(CapacityPoint point) {
        return point.trials().stream().mapToLong(Trial::draws).sum();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void bisectionFindsTheCapacityOfTheDescentTrialByTrial(Network network, int features, double bias, int trials) {
        for (Measure measure : Measure.values()) {
            CapacityQuestion question =
                    CapacityQuestion.of(network, features, measure).withBias(bias);

            List<CapacityPoint> points = both(question, trials, 5);

            assertEquals(capacities(points.getFirst()), capacities(points.getLast()), question::toString);
            assertTrue(draws(points.getLast()) <= draws(points.getFirst()), question::toString);
        }
    }

    @Test
    void bisectionTestsFarFewerDraws() {
        List<CapacityPoint> points = both(CapacityQuestion.of(Networks.polynomial(3), 30, Measure.TRANSITION), 5, 3);

        assertEquals(capacities(points.getFirst()), capacities(points.getLast()));
        assertTrue(
                2 * draws(points.getLast()) < draws(points.getFirst()),
                () -> draws(points.getLast()) + " draws instead of " + draws(points.getFirst()));
    }

    @Test
    void descentGoesDownByOnePercent() {
        Trial trial = both(CapacityQuestion.of(Networks.polynomial(2), 40, Measure.TRANSITION), 1, 1)
                .getFirst()
                .trials()
                .getFirst();

        List<Attempt> attempts = trial.attempts();
        assertEquals(
                Math.ceil(2.5 * 40 * 40 / (2 * 3 * Math.log(40))),
                attempts.getFirst().patterns());
        for (int k = 1; k < attempts.size(); k++) {
            assertTrue(attempts.get(k - 1).failed(), "attempt " + k);
            assertEquals(
                    (int) Math.floor(0.99 * attempts.get(k - 1).patterns()),
                    attempts.get(k).patterns(),
                    "attempt " + k);
        }
        assertFalse(attempts.getLast().failed());
        assertEquals(trial.capacity(), attempts.getLast().patterns());
        assertEquals(trial.capacity(), attempts.getLast().tested());
    }

    @Test
    void drawsProbedByBisectionAreThoseOfTheDescent() {
        List<CapacityPoint> points = both(CapacityQuestion.of(Networks.polynomial(3), 24, Measure.TRANSITION), 5, 11);
        for (int trial = 0; trial < 5; trial++) {
            List<Attempt> descent = points.getFirst().trials().get(trial).attempts();
            points.getLast().trials().get(trial).attempts().stream()
                    .filter(Attempt::failed)
                    .filter(attempt -> attempt.patterns() > descent.getLast().patterns())
                    .forEach(attempt -> assertTrue(descent.contains(attempt), attempt::toString));
        }
    }

    /** Where even two patterns fail, the one that is left follows itself. */
    @Test
    void networkThatHoldsNoTwoPatternsHoldsOne() {
        Network everyoneFires = Networks.excluded(new Interaction.Threshold(new BigDecimal("0.01")));

        CapacityPoint point = both(CapacityQuestion.of(everyoneFires, 30, Measure.TRANSITION), 3, 1)
                .getFirst();

        assertEquals(List.of(1, 1, 1), capacities(point));
        assertEquals(0, point.deviation());
    }
}
