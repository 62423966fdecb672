package org.mneme.simulator.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.mutants.Mutant;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.property.Suite;

/** The suite of random graphs notices every mistake in the table, and none in the engine itself. */
@Timeout(300)
class MutantsTest {
    /** Fewer cases than the whole suite: a mutant is found within the first few dozen. */
    private static final int CASES = 150;

    private static final EngineSources SOURCES = EngineSources.read();

    static Stream<Mutant> mutants() {
        return Mutants.ALL.stream();
    }

    static Stream<Mutant> noisyMutants() {
        return Mutants.NOISY.stream();
    }

    @ParameterizedTest
    @MethodSource("noisyMutants")
    void theNoisySuiteFails(Mutant mutant) {
        Optional<String> difference =
                Suite.firstNoisyDifference(EngineCompiler.backend(SOURCES.mutated(mutant)), CASES, 1);
        assertTrue(difference.isPresent(), () -> "survives " + CASES + " noisy graphs: " + mutant);
    }

    static Stream<Mutant> plainMutants() {
        return Mutants.PLAIN.stream();
    }

    @ParameterizedTest
    @MethodSource("plainMutants")
    void thePlainSuiteFails(Mutant mutant) {
        Optional<String> difference =
                Suite.firstPlainDifference(EngineCompiler.backend(SOURCES.mutated(mutant)), CASES, 1);
        assertTrue(difference.isPresent(), () -> "survives " + CASES + " plain circuits: " + mutant);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSuiteFails(Mutant mutant) {
        Optional<String> difference = Suite.firstDifference(EngineCompiler.backend(SOURCES.mutated(mutant)), CASES, 1);
        assertTrue(difference.isPresent(), () -> "survives " + CASES + " random graphs: " + mutant);
    }

    @Test
    void theUnchangedEngineCompiledTheSameWayPasses() {
        Backend engine = EngineCompiler.backend(SOURCES);
        assertEquals(Optional.empty(), Suite.firstDifference(engine, CASES, 1));
        assertEquals(Optional.empty(), Suite.firstNoisyDifference(engine, CASES, 1));
        assertEquals(Optional.empty(), Suite.firstPlainDifference(engine, CASES, 1));
    }

    /** The real engine shares only large ticks among threads; this one shares all it can. */
    @Test
    void anEngineThatAlwaysSharesItsWorkAmongThreadsPasses() {
        Mutant always = new Mutant("sharing always pays", "engine/Workers.java", "work >= worthSharing", "work >= 0");
        Mutant finely =
                new Mutant("parts are small", "engine/Workers.java", "SMALLEST_PART = 256;", "SMALLEST_PART = 64;");
        EngineSources sharing = SOURCES.mutated(always).mutated(finely);
        assertEquals(Optional.empty(), Suite.firstDifference(EngineCompiler.backend(sharing), CASES, 8));
        assertEquals(Optional.empty(), Suite.firstPlainDifference(EngineCompiler.backend(sharing), CASES, 8));
    }

    @Test
    void theCompiledEngineIsNotTheOneOnTheClassPath() {
        assertNotEquals(SimulatorBackend.class, EngineCompiler.backend(SOURCES).getClass());
    }

    @Test
    void theMistakesAreDifferentAndTwelveOrMore() {
        List<String> mistakes =
                Mutants.ALL.stream().map(Mutant::mistake).distinct().toList();
        assertEquals(Mutants.ALL.size(), mistakes.size());
        assertTrue(mistakes.size() >= 12);
    }

    @Test
    void aSubstitutionThatNoLongerFitsIsReported() {
        Mutant gone = new Mutant("gone", "engine/Arithmetic.java", "no such text", "");
        AssertionError error = assertThrows(AssertionError.class, () -> SOURCES.mutated(gone));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains("\"gone\"") && message.contains("0 times"), message);
        Mutant elsewhere = new Mutant("elsewhere", "engine/NoSuchFile.java", "x", "y");
        assertThrows(AssertionError.class, () -> SOURCES.mutated(elsewhere));
    }
}
