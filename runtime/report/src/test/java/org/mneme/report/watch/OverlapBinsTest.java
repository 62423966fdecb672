package org.mneme.report.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

class OverlapBinsTest {
    @Test
    void allPatternsHaveABinAndBinsAreFew() {
        for (int patterns : new int[] {1, 2, 119, 120, 121, 240, 241, 100_000}) {
            OverlapBins bins = OverlapBins.of(patterns);
            assertTrue(bins.count() <= OverlapBins.MOST, bins.toString());
            assertEquals(bins.count() - 1, (patterns - 1) / bins.size(), bins.toString());
        }
    }

    @Test
    void aBinShowsTheLargestOverlapOfItsPatterns() {
        PatternSet patterns = PatternSet.random(250, 100, 1, 0);
        StepReader reader = new StepReader(patterns, Optional.empty());
        OverlapBins bins = OverlapBins.of(250);
        Random random = new Random(2);
        for (int round = 0; round < 20; round++) {
            Signs state = patterns.row(random.nextInt(250)).flip(random.nextInt(100));
            WatchStep step = reader.read(0, 0, state, false, false);
            int second = -100;
            for (int mu = 0; mu < 250; mu++) {
                int overlap = patterns.overlap(mu, state);
                assertTrue(step.overlaps().at(mu / bins.size()) >= overlap, "round " + round);
                assertTrue(overlap <= step.overlap(), "round " + round);
                second = mu == step.winner() ? second : Math.max(second, overlap);
            }
            assertEquals(patterns.overlap(step.winner(), state), step.overlap(), "round " + round);
            assertEquals(second, step.second(), "round " + round);
            assertEquals(step.overlap(), step.overlaps().max(), "round " + round);
        }
    }

    @Test
    void anUnknownStateHasNoWinner() {
        StepReader reader = new StepReader(PatternSet.random(3, 10, 1, 0), Optional.empty());
        WatchStep step = reader.read(4, 9, Signs.zeros(10), true, false);
        assertEquals(-1, step.winner());
        assertEquals("000", step.state().orElseThrow().known());
        assertTrue(step.silent());
    }

    @Test
    void aPatternAloneIsItsOwnRunnerUp() {
        PatternSet patterns = PatternSet.random(1, 10, 1, 0);
        WatchStep step = new StepReader(patterns, Optional.empty()).read(0, 0, patterns.row(0), false, true);
        assertEquals(100, step.second());
    }
}
