package org.mneme.board.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.board.proto.ProgramHeader;

class ProgramDescriptionTest {
    private final BoardProgramFormat format = new BoardProgramFormat();

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void describesAProgramForPeople() throws IOException {
        Path file = file("small.mneme", Programs.file(SmallMappings.twoCores()));
        assertEquals(903, Files.size(file));
        List<String> lines = format.describe(file).stream()
                .map(line -> line.replaceAll("SHA-256 [0-9a-f]{64}", "SHA-256"))
                .toList();
        assertEquals("""
                board program version 1.0, written by mneme test
                target  drawn (SHA-256)
                graph   small (SHA-256)
                tick 0.001 s, states of 24 bits, delays of at most 4 ticks, mapped with seed 42

                populations
                  cue: 2 source, ids 0…1, from the host to 2 cores, payloads up to 3
                  hidden: 3 lif, ids 2…4, on 2 cores (chip.core 0.3 1.1)
                  noisy: 2 escape, ids 5…6, on 1 core (chip.core 0.3)
                  sum: 2 graded, ids 7…8, on 1 core (chip.core 1.1), probed

                cores
                  core 3 of chip 0, 279 bytes
                    neurons 0…3: hidden 0…1 (lif), 2 copies
                    neurons 4…5: noisy 0…1 (escape)
                    blocks: 2 sign (91 bytes), 1 dense (29 bytes), 1 uniform (13 bytes)
                    spikes go to 2 cores, 2 cores
                  core 1 of chip 1, 297 bytes
                    neurons 0…1: sum 0…1 (graded)
                    neurons 2…2: hidden 2…2 (lif)
                    blocks: 2 sign (84 bytes), 1 sparse (50 bytes), 1 one to one (15 bytes), 1 uniform (15 bytes)
                    spikes go to 1 core, 2 cores

                routing tables
                  the table of chip 0: 1 entry, 25 bytes

                in all 4 sections, 2 cores on 2 chips, 903 bytes; blocks: 4 sign (175 bytes), 1 dense (29 bytes), 1 sparse (50 bytes), 1 one to one (15 bytes), 2 uniform (28 bytes)
                """, String.join("\n", lines) + "\n");
    }

    @Test
    void manyRoutesAreToldTogether() {
        assertEquals("to 2 cores, 1 core, 1 core, 2 cores", ProgramDescription.spikes(List.of(2, 1, 1, 2)));
        assertEquals("by 5 routes to 1…3 cores", ProgramDescription.spikes(List.of(2, 1, 1, 3, 2)));
        assertEquals("by 6 routes to 1 core", ProgramDescription.spikes(List.of(1, 1, 1, 1, 1, 1)));
    }

    @Test
    void writesTheFileInOneStep() throws IOException {
        Path file = folder.resolve("x.mneme");
        Files.writeString(file, "old");
        format.write(RandomMappings.mapping(1), file);
        assertFalse(format.describe(file).isEmpty());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
        assertEquals(".mneme", format.extension());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("none").resolve("x.mneme");
        ProgramFileException e =
                assertThrows(ProgramFileException.class, () -> format.write(SmallMappings.twoCores(), file));
        assertTrue(e.getMessage().startsWith(file + " cannot be written ("), e.getMessage());
    }

    @Test
    void describesRandomPrograms() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            List<ProgramSection> sections = Programs.sections(RandomMappings.mapping(seed));
            Path file = file("drawn.mneme", Programs.file(sections));
            ProgramHeader header = new DecodedProgram(sections).header();
            List<String> lines = format.describe(file);
            assertEquals(
                    header.getCoreSections(),
                    lines.stream().filter(line -> line.startsWith("  core ")).count());
            assertTrue(lines.getLast().startsWith("in all " + sections.size() + " sections"), lines.getLast());
        }
    }
}
