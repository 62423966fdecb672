package org.mneme.nir.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.Tensor;

class NirFileTest {
    @TempDir
    private Path folder;

    /** A file that the reference package, or h5py, wrote. */
    private static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(NirFileTest.class.getResource(name), name)
                .toURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample.nir", "plain.nir"})
    void readsEveryNodeTypeOfTheReferencePackage(String name) throws URISyntaxException {
        NirDocument read = NirFile.read(golden(name));

        assertEquals(SampleGraph.all(), read.graph());
        assertEquals("1.0.8", read.version());
    }

    @Test
    void readsLzf() throws URISyntaxException {
        assertEquals(SampleGraph.small(), NirFile.read(golden("lzf.nir")).graph());
    }

    @Test
    void fillsInWhatOldVersionsLeaveOut() throws URISyntaxException {
        NirDocument old = NirFile.read(golden("old.nir"));

        assertEquals("0.2.0", old.version());
        assertTrue(old.graph().nodes().get("lif") instanceof LIF lif
                && lif.vReset().equals(Tensor.vector(0, 0))
                && lif.tau().equals(SampleGraph.positive(1, 2)));
        assertTrue(old.graph().nodes().get("if") instanceof IF node
                && node.vReset().equals(Tensor.filled(Ints.of(1, 4), 0)));
        assertTrue(old.graph().nodes().get("cubalif") instanceof CubaLIF cuba
                && cuba.vReset().equals(Tensor.vector(0, 0))
                && cuba.wIn().equals(Tensor.vector(1, 1)));
        assertTrue(old.graph().nodes().get("conv") instanceof Conv1d conv
                && conv.inputShape().isEmpty()
                && conv.weight().equals(SampleGraph.signed(2, 1, 1, 3)));
    }

    @Test
    void keepsScalarParameters() throws URISyntaxException {
        NirGraph graph = NirFile.read(golden("scalars.nir")).graph();

        assertTrue(graph.nodes().get("lif") instanceof LIF lif
                && lif.tau().equals(Tensor.scalar(0.5))
                && lif.vReset().equals(Tensor.scalar(0)));
    }

    @Test
    void readsFixedTextsTruthValuesAndEmptyLists() throws URISyntaxException {
        NirGraph graph = NirFile.read(golden("fixed.nir")).graph();

        assertEquals(List.of(), graph.edges());
        Input in = (Input) Optional.ofNullable(graph.nodes().get("in")).orElseThrow();
        assertEquals(Ints.of(2), in.shape());
        assertEquals(MetaValue.Numbers.of(1), in.metadata().values().get("learned"));
        assertEquals(
                new MetaValue.Numbers(Tensor.vector()), in.metadata().values().get("none"));
    }

    /** Left in the build folder for .ci/steps/80-nir-python, where the reference package reads it. */
    @Test
    void readsWhatItWrote() throws IOException {
        Path file = Files.createDirectories(Path.of("target", "nir")).resolve("sample.nir");

        NirFile.write(SampleGraph.all(), file);

        assertEquals(new NirDocument(NirFile.VERSION, SampleGraph.all()), NirFile.read(file));
    }

    @Test
    void equalGraphsGiveEqualBytes() throws IOException {
        NirFile.write(SampleGraph.all(), folder.resolve("a.nir"));
        NirFile.write(SampleGraph.all(), folder.resolve("b.nir"));

        assertArrayEquals(Files.readAllBytes(folder.resolve("a.nir")), Files.readAllBytes(folder.resolve("b.nir")));
    }

    @Test
    void replacesALongerFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("net.nir");
        Files.write(file, new byte[1 << 20]);

        NirFile.write(SampleGraph.small(), file);

        assertEquals(SampleGraph.small(), NirFile.read(file).graph());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void refusesNamesThatHdf5CannotHold() {
        Path file = folder.resolve("net.nir");
        NirGraph graph = SampleGraph.graph(Map.of("a/b", new Input(Ints.of(1), MetaValue.Group.EMPTY)), List.of());

        NirFileException e = assertThrows(NirFileException.class, () -> NirFile.write(graph, file));

        assertTrue(e.getMessage().contains("'a/b'"), e.getMessage());
        assertFalse(Files.exists(file));
    }

    /** Also files of the library that a cut may turn into: every length is either refused or, at the very end, read. */
    @Test
    void truncatedFilesAreToldInOneSentence() throws IOException, URISyntaxException {
        for (String name : List.of("old.nir", "lzf.nir", "scalars.nir")) {
            byte[] bytes = Files.readAllBytes(golden(name));
            Path file = folder.resolve("cut-" + name);
            for (int length = 0; length < bytes.length; length += 997) {
                Files.write(file, Arrays.copyOf(bytes, length));
                String told = assertThrows(NirFileException.class, () -> NirFile.read(file))
                        .getMessage();
                assertTrue(told.startsWith(file + " ") && told.lines().count() == 1, told);
            }
        }
    }

    @Test
    void changedBytesAreReadOrToldInOneSentence() throws IOException {
        Path file = folder.resolve("net.nir");
        NirFile.write(SampleGraph.small(), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += 41) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x55;
            Files.write(file, changed);
            try {
                NirFile.read(file);
            } catch (NirFileException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
        }
    }

    @Test
    void otherFilesAreTold() throws IOException {
        Path text = Files.writeString(folder.resolve("net.nir"), "no HDF5 at all");
        Path missing = folder.resolve("missing.nir");

        assertEquals(
                text + " is no HDF5 file",
                assertThrows(NirFileException.class, () -> NirFile.read(text)).getMessage());
        assertEquals(
                missing + " cannot be read (no such file or folder)",
                assertThrows(NirFileException.class, () -> NirFile.read(missing))
                        .getMessage());
    }
}
