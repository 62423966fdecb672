package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.pass.Compilation;
import org.mneme.pass.UnfitException;
import org.mneme.targets.Quantity;
import org.mneme.targets.Trait;

/** Spiking circuits through relays spike as they do without, to the tick; what relays would change is refused. */
class FanInSplitTest {
    private static final int TRIALS = 40;

    private static SequenceMemory draw(boolean threshold, SplittableRandom random) {
        int n = 3 + random.nextInt(5);
        int p = 24 + random.nextInt(200);
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < p; mu++) {
            int[] signs = random.ints(n, 0, 2).map(b -> 2 * b - 1).toArray();
            rows.add(Signs.of(signs));
        }
        int[] next = random.ints(p, -1, p).toArray();
        Successors successors = random.nextBoolean() ? Successors.cycle(p) : new Successors(Ints.of(next));
        return SequenceMemory.of(
                PatternSet.of(rows),
                successors,
                threshold ? new Interaction.Threshold(new BigDecimal("0.8")) : new Interaction.Exponential(1));
    }

    private static Compilation compile(SequenceMemory memory, BoardTargets target) {
        return Compilation.of(memory, "spiking", LoweringOptions.defaults().with(target.abilities()));
    }

    /** A cue, and another while the recall runs. */
    private static List<SourceSpike> cues(SequenceMemory memory, Lowered lowered, SplittableRandom random) {
        List<SourceSpike> inputs = new ArrayList<>(lowered.codec().cue(SpikingMemories.cue(memory, random), 0));
        long second = lowered.codec().alignCue(0, 20 + random.nextInt(20));
        inputs.addAll(lowered.codec().cue(SpikingMemories.cue(memory, random), second));
        return inputs;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void spikesAreThoseOfTheUnsplitGraphWithTheSameLatencies(boolean threshold) {
        int relayed = 0;
        int deep = 0;
        long spikes = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = draw(threshold, random);
            int axons = 2 * memory.features() + 3 + random.nextInt(12);
            Compilation split = compile(memory, BoardTargets.loihiLike(axons));
            LoweringOptions options = split.fitting().orElseThrow().options();
            Lowered whole = new SpikingLowering().lower(memory, options);
            SpikingGraph graph = split.lowered().graph();
            int neurons = Spikes.neurons(whole.graph());
            relayed += Spikes.neurons(graph) > neurons ? 1 : 0;
            deep += graph.populations().stream().anyMatch(p -> p.name().startsWith("next_part_2")) ? 1 : 0;
            assertEquals(whole.codec(), split.lowered().codec(), "trial " + trial);
            List<SourceSpike> inputs = cues(memory, whole, random);
            List<Spikes.Spike> expected = Spikes.of(whole.graph(), neurons, inputs, 120);
            List<Spikes.Spike> found = Spikes.of(graph, neurons, inputs, 120);
            assertTrue(expected.equals(found), "trial " + trial + " with " + axons + " axons");
            spikes += found.size();
            if (trial < 8) {
                assertFits(graph, axons, trial);
            }
        }
        assertTrue(relayed > TRIALS / 2, relayed + " of " + TRIALS + " needed relays");
        assertTrue(deep > 3, deep + " needed relays of relays");
        assertTrue(spikes > 1000L * TRIALS / 10, spikes + " spikes");
    }

    /** No neuron hears more sources than a core has axons. */
    private static void assertFits(SpikingGraph graph, int axons, int trial) {
        for (Population target : graph.populations()) {
            int most = 0;
            for (int j = 0; j < target.size(); j++) {
                int heard = 0;
                for (Projection p : graph.projections()) {
                    int sources = graph.population(p.source()).size();
                    for (int i = 0; p.target().equals(target.name()) && i < sources; i++) {
                        heard += p.weights().at(i, j) == 0 ? 0 : 1;
                    }
                }
                most = Math.max(most, heard);
            }
            assertTrue(most <= axons, "trial " + trial + ": " + target.name() + " hears " + most + " of " + axons);
        }
    }

    @Test
    void aRelayThatIsATickLateIsNoticed() {
        int noticed = 0;
        for (int trial = 0; trial < 10; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = draw(true, random);
            Compilation split = compile(memory, BoardTargets.loihiLike(2 * memory.features() + 3));
            SpikingGraph graph = split.lowered().graph();
            Lowered whole = new SpikingLowering()
                    .lower(memory, split.fitting().orElseThrow().options());
            SpikingGraph late = new SpikingGraph(
                    graph.name(),
                    graph.domain(),
                    graph.tickSeconds(),
                    graph.populations(),
                    graph.projections().stream()
                            .map(p -> p.name().startsWith("next_part_1_to")
                                    ? new Projection(
                                            p.name(), p.source(), p.target(), p.port(), p.weights(), Ints.of(2))
                                    : p)
                            .toList());
            List<SourceSpike> inputs = cues(memory, whole, random);
            int neurons = Spikes.neurons(whole.graph());
            noticed += Spikes.of(whole.graph(), neurons, inputs, 120).equals(Spikes.of(late, neurons, inputs, 120))
                    ? 0
                    : 1;
        }
        assertNotEquals(0, noticed);
    }

    @Test
    void relaysTakeTicksOfThePeriodAndTheCodecKnows() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(60, 9, 1, 0), Successors.cycle(60), new Interaction.Softmax(1));
        Compilation narrow = compile(memory, BoardTargets.loihiLike(24));
        Compilation wide = compile(memory, BoardTargets.loihiLike(200));
        assertEquals(3, wide.lowered().codec().ticksPerStep());
        assertEquals(4, narrow.lowered().codec().ticksPerStep());
        SpikingOptions options = narrow.fitting().orElseThrow().options().spiking();
        assertEquals(SpikingOptions.Votes.ANY, options.votes());
        assertEquals(2, options.latencies().orElseThrow().answer());
        assertEquals(3, options.latencies().orElseThrow().reset());
        assertTrue(
                narrow.steps().stream().anyMatch(step -> step.name().equals("lower-again")),
                narrow.steps().toString());
        assertTrue(narrow.lowered().notes().stream().anyMatch(note -> note.contains("both rails")));
    }

    @Test
    void aMajorityOfWinnersIsKeptWhereAllFitOnACore() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(60, 9, 1, 0), Successors.cycle(60), new Interaction.Softmax(1));
        Compilation wide = compile(memory, BoardTargets.loihiLike(62));
        assertEquals(
                SpikingOptions.Votes.MAJORITY,
                wide.fitting().orElseThrow().options().spiking().votes());
    }

    @Test
    void dwellsAreRefusedWithTheNearestNumberOfPatterns() {
        SequenceMemory memory = SequenceMemory.of(
                        PatternSet.random(40, 9, 1, 0), Successors.cycle(40), new Interaction.Exponential(1))
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, new Interaction.Linear()));
        UnfitException e = assertThrows(UnfitException.class, () -> compile(memory, BoardTargets.loihiLike(50)));
        assertEquals(1, e.exitCode());
        String rails = e.misfits().getFirst().sentence();
        assertTrue(rails.startsWith("population rails: hears 82 axons"), rails);
        assertTrue(rails.contains("both signs"), rails);
        assertTrue(rails.contains("one a pattern"), rails);
        assertEquals(
                Quantity.INPUT_AXONS_PER_CORE,
                e.misfits().getFirst().exceeded().orElseThrow().quantity());
    }

    @Test
    void leakyRailsOfTheStochasticFormAreRefused() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(60, 9, 1, 0), Successors.cycle(60), new Interaction.Exponential(1));
        LoweringOptions options = LoweringOptions.defaults()
                .with(BoardTargets.everything(50).without(Trait.GRADED_IDENTITY).abilities());
        UnfitException e = assertThrows(UnfitException.class, () -> Compilation.of(memory, "stochastic", options));
        assertTrue(e.getMessage().contains("population rails: hears"), e.getMessage());
        assertTrue(e.getMessage().contains("psi cannot go through relays"), e.getMessage());
    }

    @Test
    void autoGoesOnToALoweringThatFits() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(60, 9, 1, 0), Successors.cycle(60), new Interaction.Exponential(1));
        BoardTargets target = BoardTargets.everything(50).without(Trait.GRADED_IDENTITY);
        Compilation compiled =
                Compilation.of(memory, "auto", LoweringOptions.defaults().with(target.abilities()));
        assertEquals("spiking", compiled.lowered().lowering());
        assertEquals("graded", compiled.passedOver().getFirst().lowering());
        assertTrue(
                compiled.passedOver().getFirst().reason().contains("psi cannot go through relays"),
                compiled.passedOver().toString());
    }

    @Test
    void tooManyFeaturesForAHiddenUnitAreRefused() {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(30, 40, 1, 0), Successors.cycle(30), new Interaction.Exponential(1));
        UnfitException e = assertThrows(UnfitException.class, () -> compile(memory, BoardTargets.loihiLike(42)));
        String hidden = e.misfits().getFirst().sentence();
        assertTrue(
                hidden.contains(
                        "population hidden: hears 83 axons (80 of matches, 1 of ramp_hidden, 1 of reset, 1 of clear_hidden), one neuron up to 43"),
                hidden);
        assertTrue(hidden.contains("hidden adds up how many sources spike"), hidden);
        assertTrue(hidden.contains("make rails at most 78 neurons, two a feature"), hidden);
    }
}
