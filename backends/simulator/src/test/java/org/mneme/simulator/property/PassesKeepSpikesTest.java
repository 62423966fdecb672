package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.ir.GraphValidator;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.pass.DropEmptyProjections;
import org.mneme.pass.NarrowWeights;
import org.mneme.pass.Pass;
import org.mneme.pass.RelayDelays;
import org.mneme.runtime.backend.Backend;

/** Passes rewrite random graphs; what their populations spike stays the same. */
class PassesKeepSpikesTest {
    private static final int CASES = 300;

    private final Backend engine = Engine.backend();

    /** The spikes of the populations that the graph had before. */
    private List<Run.Fired> spikes(Case given, int neurons) {
        try (Run run = new Run(engine, given)) {
            run.inject(0, given.ticks());
            return run.advance(given.ticks()).stream()
                    .filter(fired -> fired.neuron() < neurons)
                    .toList();
        }
    }

    private static int neurons(Case given) {
        int[] first = given.graph().firstIds();
        return first[first.length - 1];
    }

    private int changedBy(Pass pass) {
        int changed = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Case given = RandomGraphs.of(seed);
            SpikingGraph after = pass.apply(given.graph()).graph();
            if (after.equals(given.graph()) || !GraphValidator.mistakes(after).isEmpty()) {
                continue;
            }
            changed++;
            List<Run.Fired> expected = spikes(given, neurons(given));
            List<Run.Fired> found = spikes(given.with(after), neurons(given));
            // not assertEquals: a difference would print all spikes of both
            assertTrue(found.equals(expected), pass.name() + ", " + given.text());
        }
        return changed;
    }

    @Test
    void delaysThroughRelaysSpikeAsLongDelaysDo() {
        for (int longest = 1; longest <= 4; longest++) {
            int changed = changedBy(new RelayDelays(longest));
            assertTrue(changed > CASES / 6, changed + " graphs had a delay beyond " + longest);
        }
    }

    @Test
    void noDelayIsLongerThanTheLongestAfterwards() {
        for (long seed = 0; seed < CASES; seed++) {
            SpikingGraph graph = RandomGraphs.of(seed).graph();
            if (graph.domain() instanceof NumberDomain.Real) {
                continue;
            }
            for (Projection projection : new RelayDelays(2).apply(graph).graph().projections()) {
                assertTrue(projection.delay().max() <= 2, "seed " + seed + ": " + projection.name());
                assertTrue(projection.delay().min() >= 1, "seed " + seed + ": " + projection.name());
            }
        }
    }

    @Test
    void aRelayOneTickTooLateIsNoticed() {
        int noticed = 0;
        for (long seed = 0; seed < 60; seed++) {
            Case given = RandomGraphs.of(seed);
            SpikingGraph relayed = new RelayDelays(2).apply(given.graph()).graph();
            SpikingGraph late = lateRelays(relayed, neurons(given));
            if (GraphValidator.mistakes(late).isEmpty()) {
                noticed += spikes(given, neurons(given)).equals(spikes(given.with(late), neurons(given))) ? 0 : 1;
            }
        }
        assertNotEquals(0, noticed, "graphs whose spikes a late relay changed");
    }

    private static SpikingGraph lateRelays(SpikingGraph graph, int original) {
        List<Projection> projections = new ArrayList<>();
        int[] first = graph.firstIds();
        for (Projection p : graph.projections()) {
            boolean ofRelay = first[graph.populations().indexOf(graph.population(p.target()))] >= original;
            projections.add(
                    ofRelay
                            ? new Projection(
                                    p.name(),
                                    p.source(),
                                    p.target(),
                                    p.port(),
                                    p.weights(),
                                    Ints.of(p.delay().max() + 1))
                            : p);
        }
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), graph.populations(), projections);
    }

    @Test
    void narrowerWeightsAndDroppedProjectionsChangeNoSpike() {
        changedBy(new DropEmptyProjections());
        assertTrue(changedBy(new NarrowWeights()) > CASES / 10, "graphs with weights wider than they need");
    }
}
