package org.mneme.board.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mneme.board.program.MisplacedSectionException.Fault;
import org.mneme.board.proto.ProgramTrailer;
import org.mneme.map.Mapping;

class ProgramReaderTest {
    /** Small enough for every bit of it to be flipped: two cores and a table. */
    private static final List<ProgramSection> SECTIONS = Programs.sections(SmallMappings.twoCores());

    private static final byte[] FILE = Programs.file(SECTIONS);

    @Test
    void readsTheSectionsThatWereEmitted() {
        for (long seed = 0; seed < 20; seed++) {
            List<ProgramSection> sections = Programs.sections(RandomMappings.mapping(seed));
            assertTrue(sections.equals(Programs.read(Programs.file(sections))), "seed " + seed);
        }
    }

    @Test
    void everyTruncationIsRefused() {
        Set<String> places = new TreeSet<>();
        for (int length = 1; length < FILE.length; length++) {
            byte[] part = Arrays.copyOf(FILE, length);
            TruncatedProgramException e =
                    assertThrows(TruncatedProgramException.class, () -> Programs.read(part), "of " + length + " bytes");
            assertEquals(length, e.bytes());
            places.add(e.where());
        }
        assertThrows(NotAProgramException.class, () -> Programs.read(new byte[0]));
        assertTrue(
                places.containsAll(Set.of(
                        "within its first eight bytes",
                        "before section 1, without a trailer",
                        "within section 0 (the header)",
                        "within section 2 (core 1 of chip 1)",
                        "within section 3 (a chip table)",
                        "within section 4 (the trailer)")),
                places.toString());
    }

    @Test
    void everyFlippedBitIsSeen() {
        Set<Class<?>> kinds = new HashSet<>();
        for (int bit = 0; bit < 8 * FILE.length; bit++) {
            byte[] flipped = FILE.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            ProgramException e = assertThrows(ProgramException.class, () -> Programs.read(flipped), "bit " + bit);
            kinds.add(e.getClass());
        }
        assertEquals(
                Set.of(NotAProgramException.class, DamagedSectionException.class, TruncatedProgramException.class),
                kinds);
    }

    @Test
    void aFlippedBitIsNamedBySectionAndCore() {
        byte[] flipped = FILE.clone();
        int start = 8 + SECTIONS.get(0).bytes() + SECTIONS.get(1).bytes();
        flipped[start + 12] ^= 4;
        DamagedSectionException e = assertThrows(DamagedSectionException.class, () -> Programs.read(flipped));
        assertEquals(2, e.index());
        assertEquals("core 1 of chip 1", e.part());
        assertEquals(
                "program.mneme is damaged: section 2 (core 1 of chip 1) is not what its checksum says; copy or compile it again",
                e.getMessage());
    }

    @Test
    void anImpossibleLengthTakesNoMemory() {
        byte[] file = FILE.clone();
        Arrays.fill(file, 9, 13, (byte) 0xff);
        DamagedSectionException e = assertThrows(DamagedSectionException.class, () -> Programs.read(file));
        assertTrue(e.getMessage().contains("claims 4294967295 bytes"), e.getMessage());
    }

    private static MisplacedSectionException misplaced(List<ProgramSection> sections) {
        return assertThrows(MisplacedSectionException.class, () -> Programs.read(Programs.file(numbered(sections))));
    }

    private static List<ProgramSection> numbered(List<ProgramSection> sections) {
        List<ProgramSection> numbered = new ArrayList<>();
        sections.forEach(s -> numbered.add(ProgramSection.of(numbered.size(), s.code(), s.payload())));
        return numbered;
    }

    @Test
    void everyLostSectionIsNamed() {
        List<String> parts = List.of("the header", "core 3 of chip 0", "core 1 of chip 1", "one of 1 chip tables");
        for (int lost = 0; lost < SECTIONS.size(); lost++) {
            List<ProgramSection> sections = new ArrayList<>(SECTIONS);
            sections.remove(lost);
            MisplacedSectionException e = misplaced(sections);
            assertEquals(Fault.LOST, e.fault());
            assertEquals(parts.get(lost), e.part());
            assertEquals(lost, e.index());
        }
    }

    @Test
    void everyDuplicatedSectionIsNamed() {
        List<String> parts = List.of("the header", "core 3 of chip 0", "core 1 of chip 1", "the table of chip 0");
        for (int twice = 0; twice < SECTIONS.size(); twice++) {
            List<ProgramSection> sections = new ArrayList<>(SECTIONS);
            sections.add(twice + 1, sections.get(twice));
            MisplacedSectionException e = misplaced(sections);
            assertEquals(Fault.DUPLICATED, e.fault());
            assertEquals(parts.get(twice), e.part());
            assertEquals(twice + 1, e.index());
        }
    }

    @Test
    void everyExchangeOfTwoSectionsIsRefused() {
        for (int i = 0; i < SECTIONS.size(); i++) {
            for (int j = i + 1; j < SECTIONS.size(); j++) {
                List<ProgramSection> sections = new ArrayList<>(SECTIONS);
                Collections.swap(sections, i, j);
                MisplacedSectionException e = misplaced(sections);
                assertEquals(i == 0 ? Fault.LOST : Fault.REORDERED, e.fault(), i + " and " + j);
                assertEquals(i, e.index());
            }
        }
    }

    @Test
    void aTableOutOfOrderIsReordered() {
        List<ProgramSection> sections = new ArrayList<>(Programs.sections(SmallMappings.twoTables()));
        Collections.swap(sections, 3, 4);
        MisplacedSectionException e = misplaced(sections);
        assertEquals(Fault.REORDERED, e.fault());
        assertEquals("the table of chip 0", e.part());
    }

    @Test
    void aSectionOfAnotherProgramIsForeign() {
        List<ProgramSection> sections = new ArrayList<>(SECTIONS);
        Mapping other = RandomMappings.mapping(1);
        sections.add(3, Programs.sections(other).get(1));
        assertEquals(Fault.FOREIGN, misplaced(sections).fault());
    }

    @ParameterizedTest
    @EnumSource
    void aWrongTrailerIsRefused(TrailerMistake mistake) {
        ProgramTrailer.Builder trailer =
                ProgramTrailer.newBuilder().setSections(SECTIONS.size()).setDigest(ByteString.copyFrom(new byte[32]));
        byte[] whole = FILE.clone();
        int start = 8 + SECTIONS.stream().mapToInt(ProgramSection::bytes).sum();
        byte[] damaged = switch (mistake) {
            case COUNT -> concat(whole, start, trailer.setSections(7).build());
            case DIGEST -> concat(whole, start, trailer.build());
            case MORE -> Arrays.copyOf(whole, whole.length + 1);
        };
        WrongTrailerException e = assertThrows(WrongTrailerException.class, () -> Programs.read(damaged));
        assertEquals(SECTIONS.size(), e.found());
        assertTrue(e.getMessage().contains(mistake.words), e.getMessage());
    }

    enum TrailerMistake {
        COUNT("its trailer counts 7 sections, and 4 are there"),
        DIGEST("its 4 sections are not those of its trailer's digest"),
        MORE("something follows its trailer");

        private final String words;

        TrailerMistake(String words) {
            this.words = words;
        }
    }

    private static byte[] concat(byte[] file, int length, ProgramTrailer trailer) {
        ProgramSection section = Programs.section(SECTIONS.size(), SectionKind.TRAILER.code(), trailer);
        byte[] changed = Arrays.copyOf(file, length + section.bytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            section.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.arraycopy(out.toByteArray(), 0, changed, length, section.bytes());
        return changed;
    }

    @Test
    void whatIsNoProgramIsSaidToBeNone() {
        NotAProgramException e = assertThrows(
                NotAProgramException.class,
                () -> Programs.read("# a memory, not a program".getBytes(StandardCharsets.UTF_8)));
        assertTrue(e.getMessage().startsWith("program.mneme is no board program"), e.getMessage());
        assertEquals(2, e.exitCode());
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.mneme");
        ProgramFileException e = assertThrows(ProgramFileException.class, () -> ProgramReader.open(file));
        assertEquals(file + " cannot be read (no such file or folder)", e.getMessage());
    }

    @Test
    void aStreamOfUnknownLengthIsReadAlike() {
        FramedInput in = new FramedInput("stream", new ByteArrayInputStream(FILE), Long.MAX_VALUE);
        List<ProgramSection> sections = new ArrayList<>();
        try (ProgramReader reader = ProgramReader.of(in, ProgramVersion.CURRENT)) {
            reader.emit(sections::add);
            assertEquals(List.of(), reader.notes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(SECTIONS.equals(sections));
        FramedInput cut = new FramedInput(
                "stream", new ByteArrayInputStream(Arrays.copyOf(FILE, FILE.length - 1)), Long.MAX_VALUE);
        assertThrows(TruncatedProgramException.class, () -> {
            try (ProgramReader reader = ProgramReader.of(cut, ProgramVersion.CURRENT)) {
                reader.emit(_ -> {});
            }
        });
    }

    @Test
    void aSectionWhosePayloadIsNoMessageIsRefused() {
        List<ProgramSection> sections = new ArrayList<>(SECTIONS);
        sections.set(1, Programs.section(1, SectionKind.CORE.code(), new byte[] {(byte) 0xff}));
        DamagedSectionException e =
                assertThrows(DamagedSectionException.class, () -> Programs.read(Programs.file(sections)));
        assertEquals(1, e.index());
    }

    @Test
    void aHeaderThatContradictsItselfIsRefused() {
        DecodedProgram program = new DecodedProgram(SECTIONS);
        List<ProgramSection> sections = new ArrayList<>(SECTIONS);
        sections.set(
                0,
                Programs.with(
                        SECTIONS.getFirst(),
                        program.header().toBuilder().setCoreSections(9).build()));
        DamagedSectionException e =
                assertThrows(DamagedSectionException.class, () -> Programs.read(Programs.file(sections)));
        assertFalse(e.getMessage().contains("section 1"), e.getMessage());
    }
}
