package org.mneme.board.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.SimulatorBackend;

class GoldenVectorsTest {
    /** Beside the classes; the files that should be in src/main/resources lie there after the test. */
    private static final Path WRITTEN = Path.of(System.getProperty("basedir", "."), "target", "golden-vectors");

    private static Path shipped() throws URISyntaxException {
        URL list = Objects.requireNonNull(GoldenVectors.class.getResource("/org/mneme/board/vectors/vectors.txt"));
        return Objects.requireNonNull(Path.of(list.toURI()).getParent());
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theFilesAreWhatTheReferenceAnswersToTheByte() throws IOException, URISyntaxException {
        VectorFiles.write(WRITTEN);
        Set<String> different = new TreeSet<>(names(shipped()));
        different.addAll(names(WRITTEN));
        different.removeIf(name -> isSame(shipped(name), WRITTEN.resolve(name)));
        assertEquals(
                Set.of(),
                different,
                "look at each; if they ought to differ, the files in " + WRITTEN.toAbsolutePath()
                        + " are the new ones");
    }

    private static Path shipped(String name) {
        try {
            return shipped().resolve(name);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theEngineDoesWhatEveryVectorSays() {
        for (String name : GoldenVectors.names()) {
            GoldenVector vector = GoldenVectors.read(name);
            try (Execution execution = engine(vector)) {
                assertEquals(List.of(), Comparison.differences(vector, execution, true), name);
            }
        }
    }

    private static Execution engine(GoldenVector vector) {
        return new SimulatorBackend()
                .open(vector.graph(), new ExecutionOptions(vector.seed(), 1, Trial.neurons(vector.graph())));
    }

    @Test
    void everyVectorSpikesOrSaysWhatItsStatesAre() {
        for (Circuit.Question question : Judge.questions()) {
            GoldenVector vector = Judge.answer(question);
            boolean moves = vector.states().stream()
                    .flatMap(state -> state.values().stream())
                    .anyMatch(value -> value != 0);
            assertTrue(moves || !vector.spikes().isEmpty(), question.name());
            assertEquals(question.ticks(), vector.stops().last(), question.name());
        }
    }

    @Test
    void aWrongVectorIsNoticedAndSaysWhere() {
        GoldenVector vector = GoldenVectors.read("lif-hard-reset");
        String text = VectorText.of(vector);
        String spike = text.lines()
                .filter(line -> line.startsWith("spike "))
                .findFirst()
                .orElseThrow();
        String[] words = spike.split(" ", -1);
        long tick = Long.parseLong(words[1]);
        assertNoticed(
                vector,
                text.replaceFirst(spike + "\n", ""),
                "expected tick ",
                "got tick " + tick + " out[" + (Integer.parseInt(words[2]) - 1) + "]");
        assertNoticed(
                vector, text.replaceFirst("\nspike [^\n]*", "$0\nspike 13 2 1"), "expected", "tick 13 out[1]", "got");
        String state = text.lines()
                .filter(line -> line.startsWith("state 14 out v "))
                .findFirst()
                .orElseThrow();
        assertNoticed(
                vector, text.replace(state, "state 14 out v 77 77 77"), "after 14 ticks out[0].v: expected 77, got ");
        assertNoticed(vector, text.replaceFirst("counters 14 \\d+", "counters 14 99"), "spikes=99");
    }

    private static void assertNoticed(GoldenVector right, String text, String... words) {
        GoldenVector wrong = VectorText.read(text, right.graph());
        try (Execution execution = engine(right)) {
            String found = String.join("; ", Comparison.differences(wrong, execution, true));
            assertTrue(Arrays.stream(words).allMatch(found::contains), found);
        }
    }

    @Test
    void theTextIsReadAsItWasWritten() {
        for (String name : GoldenVectors.names()) {
            GoldenVector vector = GoldenVectors.read(name);
            assertTrue(vector.equals(VectorText.read(VectorText.of(vector), vector.graph())), name);
        }
    }

    @Test
    void aLineThatIsNoFactIsNamed() {
        GoldenVector vector = GoldenVectors.read("delay-1");
        String text = VectorText.of(vector);
        for (String line : List.of("spike 1", "state 2 nobody v 1", "population in 0 99 source", "fact 1")) {
            IllegalArgumentException error = assertThrows(
                    IllegalArgumentException.class, () -> VectorText.read(text + line + "\n", vector.graph()));
            assertTrue(String.valueOf(error.getMessage()).contains("'" + line + "'"), error.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> VectorText.read("mneme-vector 2\n", vector.graph()));
    }
}
