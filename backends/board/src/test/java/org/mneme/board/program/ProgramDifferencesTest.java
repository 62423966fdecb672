package org.mneme.board.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.ProgramHeader;

class ProgramDifferencesTest {
    private static final List<ProgramSection> SECTIONS = Programs.sections(SmallMappings.twoCores());

    @TempDir
    private Path folder = Path.of("");

    private List<String> differences(List<ProgramSection> left, List<ProgramSection> right) throws IOException {
        Path first = Files.write(folder.resolve("first.mneme"), Programs.file(left));
        Path second = Files.write(folder.resolve("second.mneme"), Programs.file(right));
        return new BoardProgramFormat().differences(first, second);
    }

    private static List<ProgramSection> changed(Consumer<ProgramHeader.Builder> header, Consumer<Block.Builder> block) {
        List<ProgramSection> sections = new ArrayList<>(SECTIONS);
        try {
            ProgramHeader.Builder first =
                    ProgramHeader.newBuilder().mergeFrom(SECTIONS.get(0).payload());
            header.accept(first);
            sections.set(0, Programs.with(SECTIONS.get(0), first.build()));
            CoreProgram.Builder core =
                    CoreProgram.newBuilder().mergeFrom(SECTIONS.get(1).payload());
            block.accept(core.getBlockBuilder(0));
            sections.set(1, Programs.with(SECTIONS.get(1), core.build()));
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    @Test
    void equalProgramsDifferNowhere() throws IOException {
        assertEquals(List.of(), differences(SECTIONS, SECTIONS));
        for (long seed = 0; seed < 10; seed++) {
            List<ProgramSection> drawn = Programs.sections(RandomMappings.mapping(seed));
            assertEquals(List.of(), differences(drawn, drawn), "seed " + seed);
        }
    }

    @Test
    void differencesAreNamedByField() throws IOException {
        List<ProgramSection> other = changed(
                header -> header.setMappingSeed(7)
                        .setTarget("loihi1")
                        .setPopulation(1, header.getPopulation(1).toBuilder().setProbed(true)),
                block -> block.setDelay(0, 9).getSignBuilder().setScale(-4));
        assertEquals(
                List.of(
                        "header: target: \"drawn\" and \"loihi1\"",
                        "header: population 1, probed: false and true",
                        "core 3 of chip 0: block 0, delay: 1 of 1 entries differ, the first is number 0: 1 and 9",
                        "core 3 of chip 0: block 0, sign, scale: 4 and -4",
                        "header: mapping seed: 42 and 7"),
                differences(SECTIONS, other));
    }

    @Test
    void changedBitsAreCounted() throws IOException {
        List<ProgramSection> other = changed(_ -> {}, block -> {
            byte[] plus = block.getSign().getPlus().toByteArray();
            plus[8] ^= 1;
            block.getSignBuilder().setPlus(ByteString.copyFrom(plus));
        });
        assertEquals(
                List.of("core 3 of chip 0: block 0, sign, plus: 1 of 16 bytes differ, the first is byte 8"),
                differences(SECTIONS, other));
    }

    @Test
    void coresAndTablesThatOneProgramLacksAreNamed() throws IOException {
        List<ProgramSection> tables = Programs.sections(SmallMappings.twoTables());
        assertEquals(
                List.of("the table of chip 1: only in the second", "header: table sections: 1 and 2"),
                differences(SECTIONS, tables));
        List<String> drawn = differences(SECTIONS, Programs.sections(RandomMappings.mapping(2)));
        assertTrue(drawn.contains("core 1 of chip 1: only in the first"), drawn.toString());
        assertTrue(drawn.getFirst().startsWith("header: graph"), drawn.toString());
    }

    @Test
    void manyDifferencesOfAFieldAreCounted() throws IOException {
        List<String> found = differences(
                SECTIONS,
                changed(
                        header -> header.getLocationBuilderList()
                                .forEach(location -> location.setFirstNeuron(location.getFirstNeuron() + 5)
                                        .setSize(location.getSize() + 1)),
                        _ -> {}));
        assertEquals(6, found.size(), found.toString());
        assertTrue(found.getLast().matches("header: location: \\d+ more"), found.toString());
    }

    @Test
    void aDifferentOrderOfFieldsIsADifference() throws IOException {
        List<ProgramSection> other = new ArrayList<>(SECTIONS);
        byte[] table = SECTIONS.get(3).payload().toByteArray();
        // chip 0, said although it need not be
        byte[] longer = new byte[table.length + 2];
        longer[0] = 1 << 3;
        System.arraycopy(table, 0, longer, 2, table.length);
        other.set(3, Programs.section(3, SectionKind.TABLE.code(), longer));
        assertEquals(List.of("the table of chip 0: written in another way"), differences(SECTIONS, other));
    }

    @Test
    void everyMutantOfABlockIsADifference() throws IOException {
        for (String mistake : ProgramMutants.BLOCKS.keySet()) {
            List<ProgramSection> mutant =
                    ProgramMutants.inBlocks(SECTIONS, ProgramMutants.BLOCKS.getOrDefault(mistake, _ -> {}));
            boolean same = SECTIONS.equals(mutant);
            assertEquals(same, differences(SECTIONS, mutant).isEmpty(), mistake);
            assertFalse(same && !mistake.equals("delays of the first neurons"), mistake);
        }
    }

    @Test
    void aDamagedProgramIsNotCompared() throws IOException {
        Path whole = Files.write(folder.resolve("whole.mneme"), Programs.file(SECTIONS));
        byte[] bytes = Programs.file(SECTIONS);
        bytes[bytes.length - 1] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.mneme"), bytes);
        assertThrows(ProgramException.class, () -> new BoardProgramFormat().differences(whole, damaged));
        assertThrows(ProgramException.class, () -> new BoardProgramFormat().differences(damaged, whole));
    }
}
