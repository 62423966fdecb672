package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Lowered;
import org.mneme.model.SequenceMemory;
import org.mneme.runtime.backend.Execution;
import org.mneme.simulator.SimulatorBackend;

/** Winners of the stochastic lowering are drawn from softmax(κh). */
class StochasticSoftmaxTest {
    private static final long SEED = 20260101;
    private static final double[] KAPPAS = {0.1, 0.2, 0.4};
    private static final int UNITS = 6;
    private static final int WINNERS = 10_000;
    private static final double ALPHA = 0.01;

    private static double[] softmax(SequenceMemory memory, double kappa) {
        Signs state = memory.patterns().row(0);
        double[] weights = new double[memory.count()];
        Arrays.setAll(
                weights, mu -> StrictMath.exp(kappa * (memory.patterns().overlap(mu, state) - memory.features())));
        return weights;
    }

    private static long[] winners(Lowered lowered, SequenceMemory memory, int count) {
        try (Execution execution = StochasticRuns.open(new SimulatorBackend(), lowered, SEED, "hidden")) {
            execution.inject(lowered.codec().cue(memory.patterns().row(0), 0));
            return StochasticRuns.winners(execution, lowered, count);
        }
    }

    @Test
    void winnersFollowSoftmaxAndAKappaTwentyPercentOffIsSeen() {
        double[] right = new double[KAPPAS.length];
        double[] low = new double[KAPPAS.length];
        double[] high = new double[KAPPAS.length];
        for (int k = 0; k < KAPPAS.length; k++) {
            SequenceMemory memory = StochasticRuns.hub(UNITS, KAPPAS[k]);
            long[] wins = winners(StochasticRuns.lowered(memory, 0.2), memory, WINNERS);
            right[k] = StochasticStatistics.chiSquareP(wins, softmax(memory, KAPPAS[k]));
            low[k] = StochasticStatistics.chiSquareP(wins, softmax(memory, 0.8 * KAPPAS[k]));
            high[k] = StochasticStatistics.chiSquareP(wins, softmax(memory, 1.2 * KAPPAS[k]));
        }
        String context = "seed " + SEED + ", p " + Arrays.toString(right) + ", low " + Arrays.toString(low) + ", high "
                + Arrays.toString(high);
        boolean[] all = {true, true, true};
        assertArrayEquals(new boolean[KAPPAS.length], StochasticStatistics.holm(right, ALPHA), context);
        assertArrayEquals(all, StochasticStatistics.holm(low, ALPHA), context);
        assertArrayEquals(all, StochasticStatistics.holm(high, ALPHA), context);
    }

    /** At Σρ dt = 0.2 units escape together, and before their potentials have settled. */
    @Test
    void thirtyTimesTheRatesAreSeenNotToBeSoftmax() {
        SequenceMemory memory = StochasticRuns.hub(UNITS, 0.4);
        Lowered hastened = StochasticRuns.hastened(StochasticRuns.lowered(memory, 0.2), 30);
        double p = StochasticStatistics.chiSquareP(winners(hastened, memory, 3 * WINNERS), softmax(memory, 0.4));
        assertTrue(p < ALPHA, "p " + p + ", seed " + SEED);
    }

    @Test
    void gatesLeaveSoftmaxOverOpenUnits() {
        SequenceMemory memory = StochasticRuns.hub(UNITS, 0.2);
        Lowered lowered = StochasticRuns.lowered(memory, 0.2);
        double[] weights = softmax(memory, 0.2);
        try (Execution execution = StochasticRuns.open(new SimulatorBackend(), lowered, SEED, "hidden")) {
            execution.inject(
                    lowered.codec().gate(Ints.of(0, 2, 5), memory.patterns().row(0), 0));
            long[] wins = StochasticRuns.winners(execution, lowered, 3000);
            for (int closed : new int[] {1, 3, 4}) {
                weights[closed] = 0;
                assertEquals(0, wins[closed], "wins of a closed unit");
            }
            double p = StochasticStatistics.chiSquareP(wins, weights);
            assertTrue(p > ALPHA, "p " + p + ", seed " + SEED);
        }
    }

    @Test
    void gatesSwitchMidRunAndOpenAgain() {
        SequenceMemory memory = StochasticRuns.hub(3, 0.2);
        Lowered lowered = StochasticRuns.lowered(memory, 0.2);
        Signs state = memory.patterns().row(0);
        try (Execution execution = StochasticRuns.open(new SimulatorBackend(), lowered, SEED, "hidden")) {
            execution.inject(lowered.codec().gate(Ints.of(2), Signs.zeros(state.length()), 0));
            execution.inject(lowered.codec().cue(state, 0));
            long[] first = StochasticRuns.winners(execution, lowered, 20);
            execution.inject(lowered.codec().gate(Ints.of(1), state, execution.tick()));
            long[] second = StochasticRuns.winners(execution, lowered, 20);
            execution.inject(lowered.codec().gate(Ints.range(3), state, execution.tick()));
            long[] third = StochasticRuns.winners(execution, lowered, 200);
            assertEquals(0, first[0] + first[1], "closed at first");
            assertEquals(0, second[0] + second[2], "closed after the switch");
            assertTrue(third[0] > 0 && third[1] > 0 && third[2] > 0, "all open: " + Arrays.toString(third));
        }
    }

    /** Tables of χ²: 11.070 and 15.086 for 5 degrees of freedom, 6.635 for 1, 9.210 for 2. */
    @Test
    void chiSquareTailEqualsPublishedTables() {
        assertEquals(0.05, StochasticStatistics.upperGamma(2.5, 11.0705 / 2), 1e-5);
        assertEquals(0.01, StochasticStatistics.upperGamma(2.5, 15.0863 / 2), 1e-5);
        assertEquals(0.01, StochasticStatistics.upperGamma(0.5, 6.6349 / 2), 1e-5);
        assertEquals(0.01, StochasticStatistics.upperGamma(1, 9.2103 / 2), 1e-5);
        assertEquals(0.5, StochasticStatistics.upperGamma(0.5, 0.4549 / 2), 1e-4);
    }
}
