package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Source;

class ShrinkerTest {
    private static Optional<String> hasASpikeOfASource(Case given) {
        boolean source = given.graph().populations().stream().anyMatch(p -> p.model() instanceof Source);
        return source && !given.input().isEmpty() ? Optional.of("a source spikes") : Optional.empty();
    }

    @Test
    void reportsTheSeedAndTheSmallestCaseThatStillFails() {
        Case large = RandomGraphs.of(8);
        assertTrue(large.graph().populations().size() > 2 && large.input().size() > 20);
        String report = new Shrinker(ShrinkerTest::hasASpikeOfASource).report(large);
        assertTrue(report.startsWith("seed 8: a source spikes"), report);
        assertTrue(report.contains(" in 1 populations"), report);
        assertTrue(report.contains(" in 0 projections"), report);
        int spikes = report.split("SourceSpike\\[", -1).length - 1;
        assertTrue(spikes >= 1 && spikes <= 8, report);
    }
}
