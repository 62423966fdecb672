package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Population;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.map.Workload;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.experiment.BoardExperiment;
import org.mneme.runtime.experiment.ExpectedRates;

class ExpectedRatesTest {
    private static final SequenceMemory MEMORY =
            SequenceMemory.of(PatternSet.random(8, 64, 1, 0.0), Successors.cycle(8), new Interaction.Exponential(1));

    private static Map<String, Double> rates(Lowered lowered) {
        return ExpectedRates.of(lowered, MEMORY.patterns().row(0), 1);
    }

    /** Half of the rails spike once a recall step of three ticks, and one hidden unit. */
    @Test
    void ratesAreThoseOfTheRecall() {
        Lowered lowered = Lowerings.named("spiking").lower(MEMORY, LoweringOptions.defaults());
        Map<String, Double> rates = rates(lowered);
        int period = lowered.codec().ticksPerStep();
        assertEquals(0.5 / period, rates.getOrDefault("rails", -1.0), 0.05 / period);
        assertEquals(1.0 / 8 / period, rates.getOrDefault("hidden", -1.0), 0.02 / period);
        assertTrue(rates.getOrDefault("cue", -1.0) > 0 && rates.getOrDefault("cue", -1.0) < 0.05, () -> "" + rates);
        assertEquals(rates, rates(lowered));
    }

    @Test
    void everyPopulationHasOne() {
        Lowered lowered = Lowerings.auto(MEMORY);
        Set<String> populations =
                lowered.graph().populations().stream().map(Population::name).collect(Collectors.toSet());
        assertEquals(populations, rates(lowered).keySet());
        assertTrue(rates(lowered).values().stream().allMatch(rate -> rate >= 0 && rate <= 1));
    }

    @Test
    void theHostHearsWhatIsDecoded() {
        Lowered lowered = Lowerings.auto(MEMORY);
        Workload workload = BoardExperiment.workload(lowered, Map.of());
        assertEquals(
                Set.of(lowered.codec().featurePopulation(), lowered.codec().hiddenPopulation()), workload.probed());
        assertEquals(1.0, workload.rate("any"));
    }
}
