package org.mneme.board.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.board.equality.EmulatedBoards;
import org.mneme.board.run.BoardSession;
import org.mneme.runtime.board.Conformance;
import org.mneme.runtime.board.Conformance.Outcome;
import org.mneme.runtime.board.Conformance.Verdict;
import org.mneme.runtime.board.Targets;

class BoardConformanceTest {
    @BeforeAll
    static void anEmulatorIsThere() {
        EmulatedBoards.assumeEmulator();
    }

    private static List<String> of(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream()
                .filter(v -> v.outcome() == outcome)
                .map(v -> v.name() + " " + v.remarks())
                .toList();
    }

    @Test
    void theEmulatorRunsEveryStoredProgramAsItShould() {
        Conformance conformance =
                ServiceLoader.load(Conformance.class).findFirst().orElseThrow();
        List<Verdict> verdicts = conformance.run("emulator:");
        assertEquals(GoldenVectors.names(), verdicts.stream().map(Verdict::name).toList());
        assertEquals(List.of(), of(verdicts, Outcome.FAILED));
        assertEquals(List.of(), of(verdicts, Outcome.NOT_APPLICABLE));
    }

    @Test
    void theStoredProgramsAreForTheEmulatorAsItIsShipped() throws Trial.NotApplicable {
        assertTrue(Trial.of("delay-1", Targets.named("emulator")).isStored());
        assertFalse(Trial.of("delay-1", Targets.named("emulator?neurons-per-core=512"))
                .isStored());
    }

    /** Boards in other shapes, whose programs are compiled; at least so many vectors apply. */
    @ParameterizedTest
    @CsvSource({
        "target=loihi1, 20",
        "target=loihi2, 40",
        "target=spinnaker1, 15",
        "target=truenorth, 15",
        "target=tinyodin, 6",
        "neurons-per-core=16&chips=4&chip-columns=2&chip-rows=2, 85"
    })
    void boardsInEveryShapeRunWhatAppliesToThem(String options, int least) {
        List<Verdict> verdicts = new BoardConformance().run("emulator:?" + options);
        assertEquals(List.of(), of(verdicts, Outcome.FAILED));
        assertTrue(
                of(verdicts, Outcome.PASSED).size() >= least,
                () -> of(verdicts, Outcome.NOT_APPLICABLE).toString());
        verdicts.stream()
                .filter(v -> v.outcome() == Outcome.NOT_APPLICABLE)
                .forEach(v -> assertFalse(v.remarks().getFirst().isBlank(), v.name()));
    }

    @Test
    void aBoardThatRunsAnotherProgramFailsAndSaysWhere() {
        try (BoardSession session = BoardSession.open("emulator:")) {
            GoldenVector given = GoldenVectors.read("lif-refractory-1");
            Trial wrong = new Trial(given, given.graph(), Trial.stored("lif-refractory-2"), true);
            List<String> differences = BoardConformance.differences(session, wrong);
            assertEquals("after 2 ticks out[0].ref: expected 1, got 2", differences.getFirst());
        }
    }
}
