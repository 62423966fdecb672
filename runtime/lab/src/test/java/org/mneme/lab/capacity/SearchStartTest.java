package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Signs;
import org.mneme.lab.capacity.SearchStart.From;
import org.mneme.model.PatternSet;

class SearchStartTest {
    private static SearchStart start(Network network, int features) {
        return SearchStart.of(CapacityQuestion.of(network, features, Measure.TRANSITION), 1);
    }

    @Test
    void startsAtTwoAndAHalfTimesTheory() {
        assertEquals(new SearchStart(181, From.THEORY), start(Networks.polynomial(2), 40));
    }

    @Test
    void startsWherePatternsCoincideIfTheoryPromisesMore() {
        SearchStart start = start(Networks.EXPONENTIAL, 12);

        assertEquals(From.COINCIDENCE, start.from());
        assertEquals(2 + Math.ceil(Math.sqrt(8192 * Math.log(1e6))), start.patterns());
    }

    @Test
    void doublesWhereThereIsNoTheory() {
        for (Network network : List.of(Networks.THRESHOLD, Networks.PSEUDOINVERSE)) {
            SearchStart start = start(network, 30);

            assertEquals(From.DOUBLING, start.from(), network.label());
            assertEquals(1, Integer.bitCount(start.patterns()), network.label());
        }
        CapacityQuestion biased = CapacityQuestion.of(Networks.polynomial(2), 40, Measure.TRANSITION)
                .withBias(0.5);
        assertEquals(From.DOUBLING, SearchStart.of(biased, 1).from());
    }

    /** At N = 20, d = 40, theory promises less than one pattern. */
    @Test
    void doublesWhereTheoryIsTooLow() {
        SearchStart start = start(Networks.polynomial(40), 20);

        assertEquals(From.DOUBLING, start.from());
        assertTrue(start.patterns() > 100, start::toString);
    }

    @Test
    void networkThatHoldsMoreThanCanBeTestedIsRefused() {
        CapacityQuestion question = CapacityQuestion.of(Networks.EXPONENTIAL, 64, Measure.TRANSITION);

        CapacityTooLargeException error = new CapacityTooLargeException(question);

        assertEquals(
                "capacity of exponential, excluded at N = 64: is more than the 16777216 patterns that can be tested; ask for fewer features",
                error.getMessage());
        assertEquals(question, error.question());
        assertThrows(InvalidValueException.class, () -> start(Networks.LINEAR, 1));
    }

    /** Words of a draw are counted before it is made. */
    @Test
    void drawThatNoArrayHoldsIsRefused() {
        CapacityQuestion question = CapacityQuestion.of(Networks.polynomial(5), 60_000, Measure.TRANSITION);

        DrawTooLargeException error =
                assertThrows(DrawTooLargeException.class, () -> start(Networks.polynomial(5), 60_000));

        assertEquals(
                "capacity of polynomial d=5, excluded at N = 60000: needs a draw of 16777216 patterns, and a draw of so many "
                        + "features has at most 2289428; ask for fewer features",
                error.getMessage());
        assertEquals(question, error.question());
        assertEquals(SearchStart.MOST_PATTERNS, error.patterns());
        for (Network network : List.of(Networks.EXPONENTIAL, Networks.LINEAR, Networks.MIXED)) {
            assertThrows(
                    DrawTooLargeException.class, () -> start(network, CapacityQuestion.MOST_FEATURES), network.label());
        }
        assertThrows(InvalidValueException.class, () -> start(Networks.LINEAR, CapacityQuestion.MOST_FEATURES + 1));
        assertThrows(InvalidValueException.class, () -> start(Networks.LINEAR, Integer.MAX_VALUE));
    }

    @Test
    void gridFallsByOnePercentToOne() {
        int[] grid = new SearchStart(201, From.THEORY).grid();

        assertArrayEquals(new int[] {201, 198, 196, 194, 192}, Arrays.copyOf(grid, 5));
        assertEquals(1, grid[grid.length - 1]);
        for (int k = 1; k < grid.length; k++) {
            assertTrue(grid[k] < grid[k - 1], "index " + k);
        }
    }

    /** The bound that a start relies on: of many draws there, none is without a coincidence. */
    @Test
    void patternsCoincideAtTheBound() {
        for (int features : new int[] {4, 8, 12}) {
            int patterns = (int) SearchStart.coincidence(features);
            for (int seed = 0; seed < 50; seed++) {
                PatternSet drawn = PatternSet.random(patterns, features, seed, 0);
                Set<Signs> distinct = new HashSet<>();
                for (int mu = 0; mu < patterns; mu++) {
                    distinct.add(drawn.row(mu));
                }
                assertTrue(distinct.size() < patterns, "N = " + features + ", seed " + seed);
            }
        }
    }
}
