package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Signs;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.pass.Compilation;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;

/** Weights rounded away from zero to what a target holds: the same recall, and the same spikes as with the exact ones. */
class BoardStrengthsTest {
    private static final int TRIALS = 40;
    private static final int STEPS = 10;

    record Kind(String target, boolean threshold, boolean dwell, SpikingOptions.Form form) {
        /** Coarse weights, so that few strengths are held as they are. */
        BoardTargets board() {
            return target.equals("loihi")
                    ? BoardTargets.loihiLike(1 << 16)
                            .with(
                                    BoardTargets.format("excitatory", 0, 15, 1, 0, 9, 4),
                                    BoardTargets.format("inhibitory", -16, 0, 1, 0, 9, 4),
                                    BoardTargets.format("mixed", -16, 14, 2, -1, 9, 4))
                    : BoardTargets.trueNorthLike(1 << 16).with(BoardTargets.format("signed", -8, 7, 1, 0, 9, 4));
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of("loihi", "truenorth")
                .flatMap(target -> Stream.of(
                        new Kind(target, true, false, SpikingOptions.Form.INHIBITOR),
                        new Kind(target, false, false, SpikingOptions.Form.INHIBITOR),
                        new Kind(target, false, true, SpikingOptions.Form.INHIBITOR),
                        new Kind(target, false, false, SpikingOptions.Form.LATERAL)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void recallIsTheThreeValuedReferencesAndSpikesAreThoseOfExactWeights(Kind kind) {
        int rounded = 0;
        int steps = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = SpikingMemories.draw(Likeness.of(trial), kind.threshold(), kind.dwell(), random);
            Signs cue = SpikingMemories.cue(memory, random);
            // a match weight that the formats hold
            LoweringOptions options =
                    LoweringOptions.defaults().with(new SpikingOptions(kind.form(), Optional.empty()));
            Lowered exact = new SpikingLowering().lower(memory, options);
            Lowered board = Compilation.of(
                            memory, "spiking", options.with(kind.board().abilities()))
                    .lowered();
            rounded += uniform(exact.graph()).equals(uniform(board.graph())) ? 0 : 1;
            List<SpikingRecall.Step> expected = SpikingMemories.expected(new ThreeValuedRecall(memory), cue, STEPS);
            try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), board)) {
                recall.cue(cue, 0);
                int patience = SpikingMemories.patience(memory, options.spiking());
                assertEquals(expected, recall.recall(STEPS, patience), kind + ", trial " + trial);
            }
            steps += expected.size();
            Signs second = SpikingMemories.cue(memory, random);
            long tick = exact.codec().alignCue(0, 17 + random.nextInt(9));
            assertTrue(
                    recued(exact, cue, second, tick).equals(recued(board, cue, second, tick)),
                    kind + ", trial " + trial);
        }
        assertTrue(rounded > TRIALS / 2, rounded + " graphs with rounded weights");
        assertTrue(steps > 3 * TRIALS, steps + " steps");
    }

    @Test
    void aFullWinnerTakeAllFitsNineBitWeights() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(120, 126, 1, 0), Successors.cycle(120), new Interaction.Softmax(1));
        Lowered lowered = Compilation.of(
                        memory,
                        "auto",
                        LoweringOptions.defaults()
                                .with(BoardTargets.trueNorthLike(256).abilities()))
                .lowered();
        assertEquals("spiking", lowered.lowering());
        assertEquals(2, lowered.graph().population("clear").size());
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            recall.cue(memory.patterns().row(3), 0);
            recall.advance(50);
            recall.cue(memory.patterns().row(70).flip(1, 5, 9), 50);
            List<SpikingRecall.Step> found = recall.recall(STEPS, 400);
            for (int k = 1; k < STEPS; k++) {
                assertEquals(memory.patterns().row(70 + k), found.get(k).state(), "step " + k);
            }
        }
    }

    private static List<Spikes.Spike> recued(Lowered lowered, Signs cue, Signs second, long tick) {
        List<SourceSpike> inputs = new ArrayList<>(lowered.codec().cue(cue, 0));
        inputs.addAll(lowered.codec().cue(second, tick));
        int shift = lowered.graph().population("clear").size();
        return Spikes.of(lowered.graph(), Spikes.neurons(lowered.graph()), inputs, 100).stream()
                .map(s -> new Spikes.Spike(s.tick(), s.neuron() - shift, s.payload()))
                .toList();
    }

    private static List<Double> uniform(SpikingGraph graph) {
        return graph.projections().stream()
                .map(Projection::weights)
                .filter(Weights.Uniform.class::isInstance)
                .map(w -> ((Weights.Uniform) w).weight())
                .toList();
    }

    @Test
    void gatesAndTempoAreHeldToo() {
        SplittableRandom random = new SplittableRandom(7);
        SequenceMemory memory = SpikingMemories.draw(Likeness.RANDOM, false, true, random);
        LoweringOptions options = LoweringOptions.defaults().with(Set.of(CodecControl.GATE, CodecControl.TEMPO));
        Lowered exact = new SpikingLowering().lower(memory, options);
        Lowered board = Compilation.of(
                        memory,
                        "spiking",
                        options.with(BoardTargets.loihiLike(1 << 16).abilities()))
                .lowered();
        List<Spikes.Spike> expected = paced(exact, memory);
        assertTrue(expected.size() > 100, expected.size() + " spikes");
        assertTrue(expected.equals(paced(board, memory)));
    }

    /** Spikes of all but the clear neurons, of which a board may need several: by tick and name. */
    private static List<Spikes.Spike> paced(Lowered lowered, SequenceMemory memory) {
        List<SourceSpike> inputs = new ArrayList<>(lowered.codec().tempo(0.5, 0));
        inputs.addAll(lowered.codec().cue(memory.patterns().row(0), 3));
        inputs.addAll(lowered.codec().cue(memory.patterns().row(1), 151));
        int shift = lowered.graph().population("clear").size();
        return Spikes.of(lowered.graph(), Spikes.neurons(lowered.graph()), inputs, 300).stream()
                .map(s -> new Spikes.Spike(s.tick(), s.neuron() - shift, s.payload()))
                .toList();
    }
}
