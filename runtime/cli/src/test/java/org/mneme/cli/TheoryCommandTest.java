package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class TheoryCommandTest {
    @Test
    void polynomialCapacityFollowsTheFormula() {
        JsonNode json = Outcome.of("theory", "--features", 100, "--degree", 2, "--json")
                .succeeded()
                .json();

        // N^d / (2 (2d-1)!! ln N), and the same / (d + 1)
        double transition = 100.0 * 100 / (2 * 3 * Math.log(100));
        assertEquals(transition, json.get("transitionCapacity").asDouble(), 1e-9 * transition);
        assertEquals(transition / 3, json.get("sequenceCapacity").asDouble(), 1e-9 * transition);
    }

    @Test
    void exponentialCapacityFollowsTheFormula() {
        JsonNode json = Outcome.of("theory", "--features", 20, "--exponential", "--patterns", 1000, "--json")
                .succeeded()
                .json();

        // beta^(N-1) / (2 ln N), beta = e^2 / cosh 2; crosstalk (P-1) beta^(1-N)
        double beta = Math.exp(2) / Math.cosh(2);
        double transition = Math.pow(beta, 19) / (2 * Math.log(20));
        assertEquals(transition, json.get("transitionCapacity").asDouble(), 1e-9 * transition);
        double variance = 999 * Math.pow(beta, -19);
        assertEquals(variance, json.get("crosstalkVariance").asDouble(), 1e-9 * variance);
    }

    @Test
    void mixedNetworkOfTheTimingFigureHoldsPatternsFourSteps() {
        JsonNode json = Outcome.of(
                        "theory", "--features", 100, "--degree", 2, "--lambda", 2.5, "--steps-per-pattern", 5, "--json")
                .succeeded()
                .json();

        assertEquals(4, json.get("dwell").asInt());
        assertEquals(false, json.get("dwellIsExact").asBoolean());
        assertEquals(2, json.get("symmetricDegree").asInt());
    }

    @Test
    void textHoldsTheSameFigures() {
        String text = Outcome.of("theory", "--features", 100, "--degree", 2)
                .succeeded()
                .out();

        assertTrue(text.matches("(?s).*transitionCapacity +361\\.912\\R.*sequenceCapacity +120\\.637\\R"), text);
    }
}
