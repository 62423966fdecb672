package org.mneme.board.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.board.proto.ChipTable;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.ProgramHeader;

/** Reads the files of {@link VersionFiles} as they were committed. */
class ProgramVersionsTest {
    private static byte[] committed(String name) {
        try (InputStream in = Objects.requireNonNull(ProgramVersionsTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> names() {
        return VersionFiles.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void filesAreThoseThatTheirToolWrites(String name) {
        assertArrayEquals(VersionFiles.all().get(name), committed(name));
    }

    @Test
    void whatVersion1Dot0HasWrittenStaysReadable() {
        byte[] file = committed("version-1.0.mneme");
        assertEquals(List.of(), Faithfulness.wrong(SmallMappings.twoCores(), Programs.read(file)));
    }

    @Test
    void aReaderOfANewerMinorVersionReadsAnOlderFileWithoutANote() throws IOException {
        try (ProgramReader reader = Programs.reader(committed("version-1.0.mneme"), new ProgramVersion(1, 3))) {
            List<ProgramSection> sections = new ArrayList<>();
            reader.emit(sections::add);
            assertTrue(Programs.sections(SmallMappings.twoCores()).equals(sections));
            assertEquals(List.of(), reader.notes());
        }
    }

    @Test
    void fieldsThatAnOlderWriterDidNotWriteAreMissedByNobody(@TempDir Path folder) throws IOException {
        byte[] file = committed("older-fields.mneme");
        assertEquals(List.of(), Faithfulness.wrong(SmallMappings.twoCores(), Programs.read(file)));
        Path path = Files.write(folder.resolve("old.mneme"), file);
        List<String> lines = new BoardProgramFormat().describe(path);
        assertEquals("board program version 1.0, written by an unnamed writer", lines.getFirst());
    }

    @Test
    void anotherMajorVersionIsRefusedByName() {
        ProgramVersionException newer =
                assertThrows(ProgramVersionException.class, () -> Programs.read(committed("newer-2.0.mneme")));
        assertEquals(
                "program.mneme is of program version 2, this Mneme reads 1.x; use a newer Mneme, or compile it again with this one",
                newer.getMessage());
        assertEquals(new ProgramVersion(2, 0), newer.found());
        ProgramVersionException older =
                assertThrows(ProgramVersionException.class, () -> Programs.read(committed("older-0.9.mneme")));
        assertEquals(
                "program.mneme is of program version 0, this Mneme reads 1.x; compile it again", older.getMessage());
        assertEquals(new ProgramVersion(0, 9), older.found());
        assertEquals(ProgramVersion.CURRENT, older.reads());
    }

    @Test
    void aNewerMinorVersionIsReadWithNotes(@TempDir Path folder) throws IOException {
        byte[] file = committed("newer-1.7.mneme");
        assertEquals(List.of(), Faithfulness.wrong(SmallMappings.twoCores(), Programs.read(file)));
        List<String> notes = List.of(
                "note: version 1.7 of the format is newer than 1.0: what it adds is kept and not understood",
                "note: section 2 is of kind 9, which this Mneme does not know (3 bytes)",
                "note: section 4 is of kind 9, which this Mneme does not know (3 bytes)",
                "note: section 6 is of kind 10, which this Mneme does not know (0 bytes)");
        List<String> lines = new BoardProgramFormat().describe(Files.write(folder.resolve("new.mneme"), file));
        assertEquals(notes, lines.subList(lines.size() - notes.size(), lines.size()));
    }

    @Test
    void aSectionOfUnknownKindIsDamageInAVersionThatIsKnown() {
        List<ProgramSection> sections = new ArrayList<>(Programs.sections(SmallMappings.twoCores()));
        sections.add(2, Programs.section(2, VersionFiles.KIND, new byte[1]));
        DamagedSectionException e =
                assertThrows(DamagedSectionException.class, () -> Programs.read(Programs.file(sections)));
        assertEquals(2, e.index());
        assertEquals("kind 9", e.part());
    }

    @Test
    void unknownFieldsAndSectionsSurviveARewrite() {
        byte[] file = committed("newer-1.7.mneme");
        List<ProgramSection> rewritten = new ArrayList<>();
        int unknown = 0;
        for (ProgramSection section : Programs.read(file)) {
            if (section.kind().isEmpty()) {
                unknown++;
                rewritten.add(section);
            } else {
                rewritten.add(Programs.with(section, parsed(section)));
            }
        }
        assertEquals(3, unknown);
        assertArrayEquals(file, Programs.file(rewritten));
    }

    private static MessageLite parsed(ProgramSection section) {
        try {
            return switch (section.kind().orElseThrow()) {
                case HEADER -> ProgramHeader.parseFrom(section.payload());
                case CORE -> CoreProgram.parseFrom(section.payload());
                case TABLE -> ChipTable.parseFrom(section.payload());
                case TRAILER -> throw new IllegalArgumentException("a reader keeps the trailer");
            };
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFieldOfANewerVersionIsADifference(@TempDir Path folder) throws IOException {
        Path old = Files.write(folder.resolve("old.mneme"), committed("version-1.0.mneme"));
        Path newer = Files.write(folder.resolve("newer.mneme"), committed("newer-1.7.mneme"));
        assertEquals(
                List.of(
                        "header: minor: 0 and 7",
                        "core 3 of chip 0: slice 0, fields of a newer version",
                        "core 1 of chip 1: slice 0, fields of a newer version",
                        "core 3 of chip 0: block 0, fields of a newer version",
                        "core 1 of chip 1: block 0, fields of a newer version",
                        "header: fields of a newer version",
                        "the table of chip 0: fields of a newer version",
                        "sections of a newer version: 0 in the first, 3 in the second"),
                new BoardProgramFormat().differences(old, newer));
    }
}
