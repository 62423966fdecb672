package org.mneme.board.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.property.Case;
import org.mneme.simulator.property.Comparison;
import org.mneme.simulator.property.Coverage;
import org.mneme.simulator.property.PlainCircuits;
import org.mneme.simulator.property.RandomGraphs;
import org.mneme.simulator.property.Shrinker;
import org.mneme.simulator.reference.DenseBackend;

/** The emulator against the dense reference stepper and the engine, over random graphs on boards of every shape. */
@Timeout(300)
class EmulatorEqualsReferenceTest {
    private final Map<String, Integer> covered = new TreeMap<>();

    @BeforeAll
    static void anEmulatorIsThere() {
        EmulatedBoards.assumeEmulator();
    }

    /** Runs cases of seeds 0…until−1 and says which ran. */
    private static List<Fitted> run(long until, LongFunction<Case> cases, LongFunction<String> boards) {
        List<Fitted> ran = new ArrayList<>();
        for (long seed = 0; seed < until; seed++) {
            String board = boards.apply(seed);
            Optional<Fitted> fitted = Fitted.of(cases.apply(seed), board);
            if (fitted.isPresent()) {
                ran.add(fitted.get());
                assertEqual(fitted.get());
            }
        }
        return ran;
    }

    private static void assertEqual(Fitted fitted) {
        Optional<String> difference = fitted.difference();
        assertTrue(
                difference.isEmpty(),
                () -> difference.orElseThrow() + "\n"
                        + new Shrinker(smaller -> Equality.difference(fitted.board(), smaller)).report(fitted.given()));
        assertEquals(
                Optional.empty(),
                Comparison.difference(new SimulatorBackend(), new DenseBackend(), fitted.given(), 1),
                () -> "the engine, seed " + fitted.given().seed());
    }

    private void cover(List<Fitted> ran) {
        for (Fitted fitted : ran) {
            Coverage.of(fitted.given(), new DenseBackend()).forEach(what -> covered.merge(what, 1, Integer::sum));
            mark(fitted.cores() > 1, "mapping: several cores");
            mark(fitted.cores() > 8, "mapping: more than 8 cores");
            mark(fitted.chips() > 1, "mapping: several chips");
            mark(fitted.isSplit(), "mapping: populations in pieces");
        }
    }

    private void mark(boolean holds, String what) {
        if (holds) {
            covered.merge(what, 1, Integer::sum);
        }
    }

    private void assertCovered(int least, String... all) {
        String rare = Stream.of(all)
                .filter(what -> covered.getOrDefault(what, 0) < least)
                .map(what -> what + " in " + covered.getOrDefault(what, 0))
                .collect(Collectors.joining(", "));
        assertEquals("", rare, covered::toString);
    }

    @Test
    void randomGraphsOnMeshesOfTinyCoresRunAsTheReferenceRunsThem() {
        List<Fitted> ran = run(140, RandomGraphs::of, EmulatedBoards::tiny);
        cover(ran);
        assertTrue(ran.size() >= 65, () -> ran.size() + " graphs");
        assertCovered(
                10,
                "model: Source",
                "model: Lif",
                "model: Escape",
                "model: Graded",
                "phi: Sign",
                "phi: Identity",
                "phi: Table",
                "phi: several tables",
                "graded: retain",
                "graded: sendZero",
                "hazard: Table",
                "source: payloads",
                "domain: Fixed[stateBits=24]",
                "domain: Fixed[stateBits=32]",
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
                "weights: Sparse",
                "weights: OneToOne",
                "weights: Uniform",
                "reset: Hard",
                "reset: Subtract",
                "decay: Fraction",
                "decay: Linear",
                "floor: none",
                "floor: finite",
                "parameters: one a neuron",
                "projection: recurrent",
                "delay: above 1",
                "delay: one a target",
                "happens: delay above 1",
                "happens: saturation",
                "happens: refractory",
                "happens: floor",
                "happens: sign tie",
                "activity: alive",
                "mapping: several cores",
                "mapping: more than 8 cores",
                "mapping: several chips",
                "mapping: populations in pieces");
        assertCovered(3, "delay: above 100", "weights: Dense Int32");
    }

    @Test
    void randomGraphsOnOneLargeBoardRunAsTheReferenceRunsThem() {
        assertTrue(run(60, RandomGraphs::of, _ -> EmulatedBoards.shipped("emulator"))
                        .size()
                >= 30);
    }

    @Test
    void circuitsOfPlainBinaryNeuronsRunAsTheReferenceRunsThem() {
        List<Fitted> ran = run(40, PlainCircuits::of, EmulatedBoards::tiny);
        assertTrue(ran.size() >= 30, () -> ran.size() + " circuits");
        assertTrue(ran.stream().filter(Fitted::isSplit).count() >= 15, "circuits in pieces");
    }

    @Test
    void keysAndMasksLeadWhereDestinationsWould() {
        List<Fitted> ran = run(70, RandomGraphs::of, EmulatedBoards::keyed);
        assertTrue(ran.size() >= 30, () -> ran.size() + " graphs");
        assertTrue(
                ran.stream()
                                .filter(f -> !f.mapping().routes().tables().isEmpty())
                                .count()
                        >= 15,
                "graphs with routing tables");
        assertTrue(ran.stream().filter(f -> f.chips() > 1).count() >= 10, "graphs on several chips");
    }

    /** Of each target that Mneme ships: how many seeds are tried, how many graphs it must accept, and how many of them rewritten. */
    @ParameterizedTest
    @CsvSource({
        "loihi1, 60, 20, 0",
        "loihi2, 60, 12, 0",
        "spinnaker1, 60, 10, 0",
        "truenorth, 150, 20, 15",
        "tinyodin, 90, 15, 15"
    })
    void everyShippedTargetRunsWhatItAccepts(String target, long seeds, int accepted, int rewritten) {
        List<Fitted> ran = run(seeds, RandomGraphs::of, _ -> EmulatedBoards.shipped(target));
        assertTrue(ran.size() >= accepted, () -> ran.size() + " graphs");
        assertTrue(ran.stream().filter(Fitted::isRewritten).count() >= rewritten, "graphs rewritten for it");
    }
}
