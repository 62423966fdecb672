package org.mneme.board.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.Lowered;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.BackendLocationException;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.runtime.backend.Noise;
import org.mneme.simulator.SimulatorBackend;

class BoardRunTest {
    private static final int TICKS = 40;

    /** What an execution did: spikes as text, states after, counters. */
    private record Trace(List<String> spikes, List<double[]> states, Counters counters, boolean idle) {}

    @BeforeAll
    static void emulator() {
        Emulator.assumeBuilt();
    }

    private static Set<String> all(SpikingGraph graph) {
        return graph.populations().stream().map(Population::name).collect(Collectors.toSet());
    }

    private static Execution open(Backend backend, Lowered lowered) {
        Execution execution = backend.open(lowered.graph(), new ExecutionOptions(3, 1, all(lowered.graph())));
        execution.inject(lowered.codec().cue(Emulator.memory().patterns().row(0), 0));
        return execution;
    }

    private static Trace run(Backend backend, Lowered lowered, long stride) {
        List<String> spikes = new ArrayList<>();
        List<double[]> states = new ArrayList<>();
        try (Execution execution = open(backend, lowered)) {
            while (execution.tick() < TICKS) {
                execution.advance(
                        Math.min(TICKS, execution.tick() + stride),
                        (tick, neuron, payload) -> spikes.add(tick + ":" + neuron + ":" + payload));
            }
            for (Population population : execution.graph().populations()) {
                for (StateVariable variable : population.model().state()) {
                    states.add(execution.state(population.name(), variable));
                }
            }
            return new Trace(spikes, states, execution.counters(), execution.idle());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "graded,emulator:",
        "spiking,emulator:?neurons-per-core=32",
        "spiking,emulator:?target=loihi1",
        "spiking,emulator:?threads=2"
    })
    void aBoardDoesWhatTheSimulatorDoes(String lowering, String uri) {
        BoardBackend board = Emulator.board(uri);
        Lowered lowered = Emulator.lowered(lowering, board);
        Trace expected = run(new SimulatorBackend(), lowered, TICKS);
        assertTrue(expected.spikes().size() > 100, "the memory has to be recalled");
        for (long stride : new long[] {1, 7, TICKS}) {
            Trace found = run(board, lowered, stride);
            assertTrue(expected.spikes().equals(found.spikes()), "spikes differ at stride " + stride);
            assertEquals(expected.counters(), found.counters());
            assertEquals(expected.idle(), found.idle());
            assertEquals(expected.states().size(), found.states().size());
            for (int s = 0; s < expected.states().size(); s++) {
                assertArrayEquals(expected.states().get(s), found.states().get(s));
            }
        }
    }

    @Test
    void anEnvelopeIsSaidToBeOne() {
        BoardBackend board = Emulator.board("emulator:?target=loihi1");
        try (Execution execution = open(board, Emulator.lowered("spiking", board))) {
            execution.advance(10, (_, _, _) -> {});
            BoardFigures figures = execution.board().orElseThrow();
            assertEquals("shape of loihi1, arithmetic of Mneme", figures.arithmetic());
            assertEquals("loihi1", figures.target());
            assertEquals("emulated", figures.kind());
            assertTrue(figures.cores() >= 1 && figures.loadSeconds() > 0, figures.toString());
            assertEquals(0, figures.eventsLost());
            assertTrue(
                    figures.notes().containsAll(board.target().orElseThrow().differences()),
                    figures.notes().toString());
        }
    }

    @Test
    void whatBoardsCannotDoIsRefusedInASentence() {
        BoardBackend board = Emulator.board("emulator:");
        Lowered lowered = Emulator.lowered("graded", board);
        ExecutionOptions noisy = new ExecutionOptions(1, 1, Set.of()).withNoise(new Noise(0.1, 0, 0, 1), Set.of());
        NotForBoardsException noise =
                assertThrows(NotForBoardsException.class, () -> board.open(lowered.graph(), noisy));
        assertEquals(2, noise.exitCode());
        try (Execution execution = open(board, lowered)) {
            assertThrows(NotForBoardsException.class, execution::save);
        }
        BackendLocationException nowhere = assertThrows(
                BackendLocationException.class,
                () -> new BoardBackend().open(lowered.graph(), new ExecutionOptions(1, 1, Set.of())));
        assertTrue(nowhere.getMessage().contains("--board"), nowhere.getMessage());
    }

    @Test
    void aBackendIsNamedWithItsPlace() {
        assertEquals(
                "board:emulator:?target=loihi1",
                Backends.named("board:emulator:?target=loihi1").name());
        assertThrows(BackendLocationException.class, () -> Backends.named("simulator:here"));
        assertFalse(Backends.named("simulator").target().isPresent());
    }

    @Test
    void spikesThatCannotBeInjectedAreRefusedAsTheSimulatorRefusesThem() {
        BoardBackend board = Emulator.board("emulator:");
        Lowered lowered = Emulator.lowered("graded", board);
        Population source = lowered.graph().populations().stream()
                .filter(p -> p.model().state().isEmpty())
                .findFirst()
                .orElseThrow();
        String name = source.name();
        List<List<SourceSpike>> wrong = List.of(
                List.of(new SourceSpike("nowhere", 9, 0, 1)),
                List.of(new SourceSpike(name, 9, source.size(), 1)),
                List.of(new SourceSpike(name, 9, -1, 1)),
                List.of(new SourceSpike(name, 1, 0, 1)),
                List.of(new SourceSpike(name, 9, 0, 0)),
                List.of(new SourceSpike(name, 9, 0, Long.MAX_VALUE)),
                List.of(new SourceSpike(name, 9, 1, 1), new SourceSpike(name, 9, 1, -1)),
                List.of(new SourceSpike(name, 8, 0, 1)));
        try (Execution simulated = open(new SimulatorBackend(), lowered);
                Execution onBoard = open(board, lowered)) {
            for (Execution execution : List.of(simulated, onBoard)) {
                execution.advance(2, (_, _, _) -> {});
                execution.inject(List.of(new SourceSpike(name, 8, 0, 1)));
            }
            for (List<SourceSpike> spikes : wrong) {
                InjectionException expected = assertThrows(InjectionException.class, () -> simulated.inject(spikes));
                InjectionException found = assertThrows(InjectionException.class, () -> onBoard.inject(spikes));
                assertEquals(expected.getMessage(), found.getMessage());
            }
        }
    }
}
