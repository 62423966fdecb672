package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.runtime.backend.InjectionException.Reason;

class InjectionTest {
    private static Bench bench() {
        return new Bench(new GraphBuilder("refusals", Bench.FIXED_32, 0.001)
                .population("in", 3, new Source(9))
                .population("n", 1, new Graded(new Phi.Identity(), false, false))
                .projection("p", "in", "n", new Weights.Uniform(1), Ints.of(2))
                .build());
    }

    private static void refuses(Bench bench, Reason reason, SourceSpike... spikes) {
        InjectionException refused = assertThrows(InjectionException.class, () -> bench.engine.inject(List.of(spikes)));
        assertEquals(reason, refused.reason());
        assertEquals(spikes[spikes.length - 1], refused.spike());
    }

    @Test
    void everyMistakeIsRefusedAndThenNothingIsAdded() {
        try (Bench bench = bench()) {
            bench.to(5);
            SourceSpike good = new SourceSpike("in", 5, 0, 9);
            refuses(bench, Reason.LATE, good, new SourceSpike("in", 4, 1, 1));
            refuses(bench, Reason.DUPLICATE, good, new SourceSpike("in", 5, 0, 1));
            refuses(bench, Reason.NO_SOURCE, good, new SourceSpike("n", 5, 0, 1));
            refuses(bench, Reason.NO_SOURCE, good, new SourceSpike("nobody", 5, 0, 1));
            refuses(bench, Reason.NO_NEURON, good, new SourceSpike("in", 5, 3, 1));
            refuses(bench, Reason.NO_NEURON, good, new SourceSpike("in", 5, -1, 1));
            refuses(bench, Reason.PAYLOAD, good, new SourceSpike("in", 5, 1, 0));
            refuses(bench, Reason.PAYLOAD, good, new SourceSpike("in", 5, 1, 10));
            refuses(bench, Reason.PAYLOAD, good, new SourceSpike("in", 5, 1, -10));
            refuses(bench, Reason.PAYLOAD, good, new SourceSpike("in", 5, 1, Long.MIN_VALUE));
            assertTrue(bench.engine.idle());
            assertEquals(List.of(), bench.to(9));
        }
    }

    @Test
    void aSpikeThatStillWaitsIsADuplicateToo() {
        try (Bench bench = bench()) {
            bench.spike("in", 7, 1, -9);
            refuses(bench, Reason.DUPLICATE, new SourceSpike("in", 7, 1, 2));
            bench.spike("in", 7, 2, 2).spike("in", 3, 1, 5).spike("in", 7, 0, 1).spike("in", 3, 0, 4);
            assertFalse(bench.engine.idle());
            assertEquals(List.of("3:0=4", "3:1=5", "5:3=9", "7:0=1", "7:1=-9", "7:2=2", "9:3=-6"), bench.to(20));
            assertTrue(bench.engine.idle());
        }
    }
}
