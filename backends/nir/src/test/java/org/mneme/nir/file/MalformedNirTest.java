package org.mneme.nir.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.hdf.HdfItem;
import org.mneme.nir.hdf.HdfWriter;

class MalformedNirTest {
    @TempDir
    private Path folder;

    private static HdfItem group(Map<String, ? extends HdfItem> members) {
        return HdfItem.Group.of(new TreeMap<>(members));
    }

    private static HdfItem text(String text) {
        return HdfItem.Texts.of(text);
    }

    private static HdfItem numbers(double... values) {
        return new HdfItem.Numbers(Tensor.vector(values), false);
    }

    private void assertTold(String expected, Map<String, HdfItem> root) throws IOException {
        Path file = folder.resolve("net.nir");
        try (OutputStream out = Files.newOutputStream(file)) {
            HdfWriter.write(HdfItem.Group.of(new TreeMap<>(root)), out);
        }
        assertEquals(
                file + " " + expected,
                assertThrows(NirFileException.class, () -> NirFile.read(file)).getMessage());
    }

    private void assertNodeTold(String expected, Map<String, HdfItem> fields) throws IOException {
        HdfItem edges = new HdfItem.Texts(Ints.of(0, 2), List.of());
        HdfItem graph =
                group(Map.of("type", text("NIRGraph"), "edges", edges, "nodes", group(Map.of("n", group(fields)))));
        assertTold(expected, Map.of("node", graph));
    }

    @Test
    void fileWithoutAGraph() throws IOException {
        assertTold("holds no NIR graph: its HDF5 has no group 'node'", Map.of("data", numbers(1)));
    }

    @Test
    void singleNode() throws IOException {
        assertTold(
                "holds a single Scale, not a NIRGraph",
                Map.of("node", group(Map.of("type", text("Scale"), "scale", numbers(1)))));
    }

    @Test
    void graphWithoutAType() throws IOException {
        assertTold("holds a graph without a type", Map.of("node", group(Map.of())));
    }

    @Test
    void oddEdges() throws IOException {
        HdfItem edges = new HdfItem.Texts(Ints.of(3), List.of("a", "b", "c"));
        assertTold(
                "holds a graph (NIRGraph) whose edges are not pairs of names",
                Map.of("node", group(Map.of("type", text("NIRGraph"), "edges", edges, "nodes", group(Map.of())))));
    }

    @Test
    void unknownTypeNamesTheNearest() throws IOException {
        assertNodeTold(
                "holds node 'n' of the unknown type 'Lineer'; did you mean 'Linear'?", Map.of("type", text("Lineer")));
    }

    @Test
    void missingField() throws IOException {
        assertNodeTold("holds node 'n' (Affine) without bias", Map.of("type", text("Affine"), "weight", numbers(1)));
    }

    @Test
    void unknownField() throws IOException {
        assertNodeTold(
                "holds node 'n' (Scale) with gain, which NIR's Scale does not have",
                Map.of("type", text("Scale"), "scale", numbers(1), "gain", numbers(2)));
    }

    @Test
    void textInsteadOfNumbers() throws IOException {
        assertNodeTold(
                "holds node 'n' (Scale) whose scale is not numbers", Map.of("type", text("Scale"), "scale", text("1")));
    }

    @Test
    void fractionsAsShape() throws IOException {
        assertNodeTold(
                "holds node 'n' (Input) whose shape is not whole numbers",
                Map.of("type", text("Input"), "shape", numbers(1.5)));
    }

    @Test
    void negativeShape() throws IOException {
        assertNodeTold(
                "holds node 'n' (Output) whose shape [-3] is negative",
                Map.of("type", text("Output"), "shape", numbers(-3)));
    }
}
