package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mneme.simulator.reference.DenseBackend;

class CoverageTest {
    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    @BeforeAll
    static void count() {
        LongStream.range(0, Suite.CASES)
                .parallel()
                .mapToObj(seed -> Coverage.of(RandomGraphs.of(seed), new DenseBackend()))
                .toList()
                .forEach(found -> found.forEach(what -> COUNTS.merge(what, 1, Integer::sum)));
    }

    private static int graphsWith(String what) {
        return COUNTS.getOrDefault(what, 0);
    }

    @Test
    void activityNeitherDiesNorExplodes() {
        assertTrue(graphsWith("activity: spikes in 20 % of ticks") >= 0.3 * Suite.CASES, COUNTS::toString);
        assertTrue(graphsWith("activity: above half of all neurons and ticks") <= 0.3 * Suite.CASES, COUNTS::toString);
    }

    @Test
    void everyModelWeightFormAndCornerOccursInFiftyGraphs() {
        String[] all = {
            "model: Source",
            "model: Lif",
            "model: Escape",
            "model: Graded",
            "phi: Sign",
            "phi: Identity",
            "phi: Table",
            "phi: Power",
            "phi: Exponential",
            "phi: Step",
            "hazard: Table",
            "hazard: Exponential",
            "weights: SignMatrix ROWS_ARE_SOURCES",
            "weights: SignMatrix ROWS_ARE_TARGETS",
            "sign matrix: unsigned",
            "sign matrix: mask",
            "sign matrix: permuted rows",
            "sign matrix: absent rows",
            "sign matrix: scaled",
            "sign matrix: several words",
            "weights: Dense Int8",
            "weights: Dense Int16",
            "weights: Dense Int32",
            "weights: Dense Real64",
            "weights: Sparse",
            "weights: OneToOne",
            "weights: Uniform",
            "reset: Hard",
            "reset: Subtract",
            "decay: Fraction",
            "decay: Linear",
            "floor: none",
            "graded: retain",
            "graded: sendZero",
            "source: payloads",
            "projection: recurrent",
            "delay: one a target",
            "parameters: one a neuron",
            "happens: delay above 1",
            "happens: saturation",
            "happens: refractory",
            "happens: floor",
            "happens: sign tie"
        };
        String rare = Arrays.stream(all)
                .filter(what -> graphsWith(what) < 50)
                .map(what -> what + " in " + graphsWith(what))
                .collect(Collectors.joining(", "));
        assertEquals("", rare, COUNTS::toString);
    }

    @Test
    void longDelaysAndSeveralTablesOccur() {
        assertTrue(graphsWith("delay: above 100") >= 10, COUNTS::toString);
        assertTrue(graphsWith("phi: several tables") >= 20, COUNTS::toString);
    }
}
