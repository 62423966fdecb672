package org.mneme.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InputException;
import org.mneme.bits.BitMatrix;

class GraphFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyKindOfPartComesBackEqual() {
        for (SpikingGraph graph : List.of(SampleGraphs.fixed(), SampleGraphs.real())) {
            Path file = folder.resolve(graph.name() + ".graph");
            GraphFile.write(graph, file);
            assertTrue(GraphFile.isGraph(file));
            SpikingGraph read = GraphFile.read(file);
            assertEquals(graph, read);
            assertEquals(GraphDigest.of(graph), GraphDigest.of(read));
        }
    }

    @Test
    void sharedMatrixIsWrittenOnceAndStaysShared() throws IOException {
        Path file = folder.resolve("shared.graph");
        GraphFile.write(shared(), file);
        SpikingGraph read = GraphFile.read(file);
        assertSame(plus(read.projections().get(0)), plus(read.projections().get(1)));
        assertTrue(Files.size(file) < 1_000 * 8 * 1.5, () -> "the matrix of 1000 words was written more than once");
    }

    private static BitMatrix plus(Projection projection) {
        return ((Weights.SignMatrix) projection.weights()).plus();
    }

    private static SpikingGraph shared() {
        BitMatrix bits = BitMatrix.of(1_000, 64, (r, c) -> (r ^ c) % 3 == 0);
        return new GraphBuilder("shared", new NumberDomain.Fixed(32), 1e-3)
                .population("a", 64, new Graded(new Phi.Sign(), false, false))
                .population("b", 1_000, new Graded(new Phi.Sign(), false, false))
                .projection(
                        "ab", "a", "b", SampleGraphs.signs(bits, Optional.empty(), true, Optional.empty(), 1, false), 1)
                .projection(
                        "ba",
                        "b",
                        "a",
                        SampleGraphs.signs(bits, Optional.empty(), false, Optional.empty(), 1, false),
                        1)
                .build();
    }

    @Test
    void damagedFilesAreRefusedWithOneSentence() throws IOException {
        Path file = folder.resolve("good.graph");
        GraphFile.write(SampleGraphs.fixed(), file);
        byte[] good = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] bad = good.clone();
            if (trial % 2 == 0) {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            } else {
                int at = random.nextInt(bad.length);
                bad[at] ^= (byte) (1 << random.nextInt(8));
            }
            Path damaged = folder.resolve("damaged.graph");
            Files.write(damaged, bad);
            int seed = trial;
            assertThrows(InputException.class, () -> GraphFile.read(damaged), () -> "trial " + seed);
        }
    }

    @Test
    void fileCutShortOrContinuedIsDamaged() throws IOException {
        Path file = folder.resolve("good.graph");
        GraphFile.write(SampleGraphs.real(), file);
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {9, good.length - 3, good.length + 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            String message = assertThrows(GraphFileException.class, () -> GraphFile.read(file))
                    .getMessage();
            assertTrue(message.endsWith("compile it again"), message);
        }
    }

    @Test
    void graphFileIsReadableLikeAnyOtherNewFile() throws IOException {
        Path file = folder.resolve("x.graph");
        Path plain = Files.createFile(folder.resolve("plain"));
        GraphFile.write(SampleGraphs.real(), file);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        assertTrue(
                !posix || Files.getPosixFilePermissions(plain).equals(Files.getPosixFilePermissions(file)),
                "permissions differ from those of a plain new file");
    }

    @Test
    void anotherVersionIsRefusedByName() throws IOException {
        Path file = folder.resolve("future.graph");
        GraphFile.write(SampleGraphs.real(), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 99;
        Files.write(file, bytes);
        GraphFileException error = assertThrows(GraphFileException.class, () -> GraphFile.read(file));
        assertTrue(error.getMessage().contains("format version 99"), error.getMessage());
    }

    @Test
    void failedWriteLeavesTheOldFileAndNoPart() throws IOException {
        Path missing = folder.resolve("no such folder").resolve("x.graph");
        GraphFileException error =
                assertThrows(GraphFileException.class, () -> GraphFile.write(SampleGraphs.real(), missing));
        assertEquals(missing + " cannot be written (no such file or folder)", error.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
