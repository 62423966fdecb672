package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphValidator;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.pass.BoardPasses;
import org.mneme.pass.MemorylessNeurons;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.lowering.BoardTargets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** Passes for boards rewrite random graphs; what the populations of the graph spike stays the same. */
class BoardPassesKeepSpikesTest {
    private static final int CASES = 200;

    /** Ticks that delays are longer, so that there is time for relays. */
    private static final int ROOM = 3;

    private final Backend engine = Engine.backend();

    private List<Run.Fired> spikes(Case given, int neurons) {
        try (Run run = new Run(engine, given)) {
            run.inject(0, given.ticks());
            return run.advance(given.ticks()).stream()
                    .filter(fired -> fired.neuron() < neurons)
                    .toList();
        }
    }

    private static int neurons(SpikingGraph graph) {
        int[] first = graph.firstIds();
        return first[first.length - 1];
    }

    /** How many graphs were rewritten; each is run before and after. */
    private int rewritten(Function<SpikingGraph, SpikingGraph> rewriting, Function<Case, Case> drawn) {
        int changed = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Case given = drawn.apply(RandomGraphs.of(seed));
            SpikingGraph after = rewriting.apply(given.graph());
            // a relay's payload has looser bounds than a source's, so that a sum may no longer be proved to fit 64 bits
            if (after.equals(given.graph()) || !GraphValidator.mistakes(after).isEmpty()) {
                continue;
            }
            changed++;
            int neurons = neurons(given.graph());
            assertTrue(
                    spikes(given, neurons).equals(spikes(given.with(after), neurons)),
                    "seed " + seed + ": " + given.text());
        }
        return changed;
    }

    /** Potentials that are forgotten each tick. */
    private static Case forgetful(Case given) {
        SpikingGraph graph = given.graph();
        List<Population> populations = graph.populations().stream()
                .map(p -> p.model() instanceof Lif lif
                        ? new Population(p.name(), p.size(), new Lif(forgetful(lif.membrane())))
                        : p)
                .toList();
        return given.with(
                new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, graph.projections()));
    }

    private static Membrane forgetful(Membrane m) {
        return new Membrane(
                m.current(),
                Decay.Fraction.of(Decay.Fraction.ALL),
                m.bias(),
                m.threshold(),
                m.reset(),
                m.floor(),
                m.refractory());
    }

    private static Target noDecay() {
        return BoardTargets.everything(1 << 20)
                .without(Trait.POTENTIAL_DECAY, Trait.LINEAR_LEAK)
                .target();
    }

    @Test
    void neuronsWithoutMemorySpikeAlikeAsIntegratorsWithAFloor() {
        int changed =
                rewritten(g -> new MemorylessNeurons(noDecay()).apply(g).graph(), BoardPassesKeepSpikesTest::forgetful);
        assertTrue(changed > CASES / 6, changed + " graphs with neurons without memory");
    }

    @Test
    void neuronsWithoutMemorySpikeAlikeWithALargeLeak() {
        Target target = BoardTargets.everything(1 << 20)
                .without(Trait.POTENTIAL_DECAY, Trait.FLOOR)
                .with(Quantity.LARGEST_LEAK, 1L << 30)
                .target();
        int changed =
                rewritten(g -> new MemorylessNeurons(target).apply(g).graph(), BoardPassesKeepSpikesTest::forgetful);
        assertTrue(changed > CASES / 30, changed + " graphs with neurons without memory");
    }

    @Test
    void aFloorOneTooLowIsNoticed() {
        int noticed = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Case given = forgetful(RandomGraphs.of(seed));
            SpikingGraph after =
                    new MemorylessNeurons(noDecay()).apply(given.graph()).graph();
            if (!after.equals(given.graph())) {
                int neurons = neurons(given.graph());
                noticed += spikes(given, neurons).equals(spikes(given.with(lowFloors(after)), neurons)) ? 0 : 1;
            }
        }
        assertTrue(noticed > 0, "never noticed");
    }

    private static SpikingGraph lowFloors(SpikingGraph graph) {
        List<Population> populations = new ArrayList<>();
        for (Population p : graph.populations()) {
            populations.add(
                    p.model() instanceof Lif lif
                                    && lif.membrane().floor().length() == 1
                                    && lif.membrane().floor().at(0) == 0
                                    && lif.membrane().potential().equals(Decay.Fraction.of(0))
                            ? new Population(p.name(), p.size(), new Lif(lowered(lif.membrane())))
                            : p);
        }
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, graph.projections());
    }

    private static Membrane lowered(Membrane m) {
        return new Membrane(
                m.current(), m.potential(), m.bias(), m.threshold(), m.reset(), Parameter.of(-1), m.refractory());
    }

    /** Longer delays, so that relays fit, and sources of payload 1 that send 1, as the codecs of binary circuits do. */
    private static Case roomy(Case given) {
        SpikingGraph graph = given.graph();
        List<Projection> later = graph.projections().stream()
                .map(p -> new Projection(
                        p.name(),
                        p.source(),
                        p.target(),
                        p.port(),
                        p.weights(),
                        Ints.of(p.delay().stream().map(d -> d + ROOM).toArray())))
                .toList();
        List<SourceSpike> input = given.input().stream()
                .map(s -> s.payload() == -1 ? new SourceSpike(s.population(), s.tick(), s.neuron(), 1) : s)
                .toList();
        return given.with(
                        new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), graph.populations(), later))
                .withInput(input);
    }

    private static SpikingGraph split(SpikingGraph graph, int axons, boolean sums) {
        BoardTargets target = BoardTargets.everything(axons).with(Quantity.LONGEST_DELAY, 5);
        if (!sums) {
            target.without(Trait.GRADED_IDENTITY);
        }
        BoardPasses.Result result = BoardPasses.apply(graph, target.target(), false);
        boolean wide = result.misfits().stream().anyMatch(m -> m.object().equals("relays"));
        return wide || graph.domain() instanceof NumberDomain.Real ? graph : result.graph();
    }

    private int parts;

    @Test
    void sumsThroughRelaysAreTheSums() {
        for (int axons = 2; axons <= 4; axons += 2) {
            int most = axons;
            parts = 0;
            rewritten(g -> counted(split(g, most, true)), BoardPassesKeepSpikesTest::roomy);
            assertTrue(parts > CASES / 12, parts + " graphs through relays with " + axons + " axons");
        }
    }

    private SpikingGraph counted(SpikingGraph graph) {
        parts += graph.populations().stream().anyMatch(p -> p.name().contains("_part_")) ? 1 : 0;
        return graph;
    }

    @Test
    void spikesThroughRelaysAreTheSpikesWhereOneIsEnough() {
        parts = 0;
        rewritten(g -> counted(split(anyAnswers(g), 3, false)), c -> roomy(c.with(anyAnswers(c.graph()))));
        assertTrue(parts > 2, parts + " graphs through binary relays");
    }

    /** Lif neurons without memory and θ = 0, so that some of them can be proved to answer any spike. */
    private static SpikingGraph anyAnswers(SpikingGraph graph) {
        if (graph.domain() instanceof NumberDomain.Real) {
            return graph;
        }
        List<Population> populations = graph.populations().stream()
                .map(p -> p.model() instanceof Lif || p.model() instanceof Graded
                        ? new Population(p.name(), p.size(), new Lif(Membrane.memoryless(Parameter.of(0))))
                        : p)
                .toList();
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, graph.projections());
    }

    @Test
    void everyRefusalNamesAnObjectAndARemedy() {
        int refused = 0;
        for (long seed = 0; seed < CASES; seed++) {
            BoardPasses.Result result = BoardPasses.apply(
                    RandomGraphs.of(seed).graph(), BoardTargets.tinyOdinLike().target(), false);
            refused += result.misfits().isEmpty() ? 0 : 1;
            result.misfits().forEach(m -> {
                assertTrue(m.object().contains(" ") || m.object().equals("relays"), m.sentence());
                assertTrue(!m.remedy().isBlank() && !m.excess().isBlank(), m.sentence());
            });
        }
        assertTrue(refused > CASES * 8 / 10, refused + " refused");
    }

    @Test
    void whatFitsTheTargetWithEverythingIsLeftAsItIs() {
        int fit = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SpikingGraph graph = RandomGraphs.of(seed).graph();
            BoardPasses.Result result =
                    BoardPasses.apply(graph, BoardTargets.everything(1 << 20).target(), false);
            if (graph.domain() instanceof NumberDomain.Real) {
                assertEquals(1, result.misfits().size(), "seed " + seed);
            } else if (result.misfits().isEmpty()) {
                fit++;
            }
        }
        assertTrue(fit > CASES / 4, fit + " fit");
    }
}
