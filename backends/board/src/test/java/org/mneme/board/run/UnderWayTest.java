package org.mneme.board.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix.Orientation;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.property.Case;
import org.mneme.simulator.property.RandomGraphs;
import org.mneme.simulator.property.Run;
import org.mneme.simulator.reference.DenseBackend;

class UnderWayTest {
    private static final int SEEDS = 150;

    private int known;
    private int unknown;
    private int idle;

    @Test
    void theReferenceIsNeverIdleWhileASpikeIsKnownToBeUnderWay() {
        for (long seed = 0; seed < SEEDS; seed++) {
            compare(RandomGraphs.of(seed));
        }
        assertTrue(known > 300 && unknown > 300 && idle > 300, () -> known + ", " + unknown + ", " + idle);
    }

    private void compare(Case given) {
        UnderWay underWay = new UnderWay(given.graph());
        ExecutionOptions options = new ExecutionOptions(given.executionSeed(), 1, Run.everything(given));
        try (Execution judge = new DenseBackend().open(given.graph(), options)) {
            judge.inject(given.input());
            for (long tick = 1; tick <= 2 * given.ticks(); tick++) {
                judge.advance(tick, (at, neuron, _) -> underWay.add(at, neuron));
                boolean goesOn = underWay.goesOn(tick);
                boolean atRest = judge.idle();
                String where = "seed " + given.seed() + ", tick " + tick;
                assertFalse(goesOn && atRest, where);
                known += goesOn ? 1 : 0;
                unknown += goesOn || atRest ? 0 : 1;
                idle += atRest ? 1 : 0;
            }
        }
    }

    @Test
    void aSpikeIsUnderWayForTheShortestDelay() {
        assertLasts(2, new Weights.Uniform(1));
        assertLasts(2, new Weights.OneToOne(Parameter.of(1)));
        assertLasts(2, new Weights.Dense(new NumberMatrix.Int8(2, 2, new byte[] {1, 0, 0, 1})));
        assertLasts(2, signs(Orientation.ROWS_ARE_SOURCES, 1, 0));
        assertLasts(2, signs(Orientation.ROWS_ARE_TARGETS, 1, Weights.SignMatrix.ABSENT));
        assertLasts(2, sparse(0, 1, 2));
    }

    @Test
    void whereSomeNeuronHasNoSynapsesNothingIsKnown() {
        assertLasts(0, signs(Orientation.ROWS_ARE_SOURCES, 1, Weights.SignMatrix.ABSENT));
        assertLasts(0, signs(Orientation.ROWS_ARE_TARGETS, Weights.SignMatrix.ABSENT, Weights.SignMatrix.ABSENT));
        assertLasts(0, sparse(0, 0, 2));
        assertLasts(0, sparse(0, 2, 2));
    }

    private static Weights signs(Orientation orientation, int... rows) {
        BitMatrix plus = BitMatrix.of(2, 2, (row, column) -> row == column);
        return new Weights.SignMatrix(plus, Optional.empty(), orientation, Optional.of(Ints.of(rows)), 1, false);
    }

    private static Weights sparse(int... offsets) {
        return new Weights.Sparse(2, Ints.of(offsets), Ints.of(0, 1), new NumberMatrix.Int8(1, 2, new byte[] {1, 1}));
    }

    /** Two sources to two neurons, with delays of 2 and 5 ticks. */
    private static void assertLasts(int ticks, Weights weights) {
        UnderWay underWay = new UnderWay(new GraphBuilder("g", new NumberDomain.Fixed(24), 0.001)
                .population("in", 2, new Source(1))
                .population("out", 2, new Lif(Membrane.memoryless(Parameter.of(5))))
                .projection("p", "in", "out", weights, Ints.of(2, 5))
                .build());
        assertFalse(underWay.goesOn(0));
        for (int neuron = 0; neuron < 2; neuron++) {
            long tick = 10 + 10L * neuron;
            underWay.add(tick, neuron);
            assertEquals(ticks > 0, underWay.goesOn(tick + ticks), weights::toString);
            assertFalse(underWay.goesOn(tick + ticks + 1), weights::toString);
        }
        underWay.add(50, 2);
        assertFalse(underWay.goesOn(50), "a neuron without synapses");
    }
}
