package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.pass.Compilation;
import org.mneme.simulator.SimulatorBackend;

/** A memory as large as the handwriting one, for cores of 4,096 axons. */
class BoardScaleTest {
    private static final int PATTERNS = 8_920;
    private static final int FEATURES = 784;

    @Test
    void manyPatternsGoThroughRelaysWithoutACopyOfTheirBits() {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(PATTERNS, FEATURES, 1, 0),
                Successors.cycle(PATTERNS),
                new Interaction.Exponential(1));
        Compilation compiled = Compilation.of(
                memory,
                "auto",
                LoweringOptions.defaults().with(BoardTargets.loihiLike(4_096).abilities()));
        Lowered lowered = compiled.lowered();
        SpikingGraph graph = lowered.graph();
        // three parts of the hidden units, a relay each a rail, and a relay each for the inhibitor
        assertEquals(
                3 * 2 * FEATURES + 3,
                graph.populations().stream()
                        .filter(p -> p.name().contains("_part_"))
                        .mapToInt(p -> p.size())
                        .sum());
        int views = 0;
        BitMatrix first = bits(graph.projections().stream()
                .filter(p -> p.name().equals("matches"))
                .findFirst()
                .orElseThrow());
        for (Projection p : graph.projections()) {
            if (p.weights() instanceof Weights.SignMatrix) {
                assertSame(first, bits(p), p.name());
                views++;
            }
        }
        assertEquals(4, views);
        assertEquals(4, lowered.codec().ticksPerStep());
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            recall.cue(memory.patterns().row(17), 0);
            var steps = recall.recall(5, 500);
            for (int k = 0; k < 5; k++) {
                assertEquals(memory.patterns().row(17 + k), steps.get(k).state(), "step " + k);
            }
        }
        assertTrue(
                lowered.notes().stream().anyMatch(n -> n.contains("unverified: largest-threshold")),
                lowered.notes().toString());
    }

    private static BitMatrix bits(Projection projection) {
        return ((Weights.SignMatrix) projection.weights()).plus();
    }
}
