package org.mneme.board.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.Slice;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.map.Mapping;

class ProgramEmitterTest {
    private static final int CASES = 120;

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void programSaysEveryNeuronSynapseAndRouteOfTheMapping(long seed) {
        Mapping mapping = RandomMappings.mapping(seed);
        List<ProgramSection> sections = Programs.read(Programs.file(mapping));
        assertEquals(List.of(), Faithfulness.wrong(mapping, sections), "seed " + seed);
    }

    @Test
    void drawsEveryModelWeightFormAndDelayForm() {
        Set<String> found = new TreeSet<>();
        for (long seed = 0; seed < CASES; seed++) {
            DecodedProgram program = new DecodedProgram(Programs.sections(RandomMappings.mapping(seed)));
            for (CoreProgram core : program.cores()) {
                core.getSliceList().forEach(slice -> found.add(name(slice)));
                core.getBlockList().forEach(block -> found.addAll(names(block)));
            }
        }
        assertTrue(
                found.containsAll(Set.of(
                        "lif",
                        "graded sign",
                        "graded identity",
                        "graded table",
                        "escape",
                        "several copies",
                        "sign by source",
                        "sign by target",
                        "sign masked",
                        "sign unsigned",
                        "sign view",
                        "sign absent",
                        "sign of several words",
                        "dense 1",
                        "dense 2",
                        "dense 4",
                        "sparse",
                        "one to one",
                        "uniform",
                        "one delay",
                        "delay a neuron")),
                found.toString());
    }

    private static String name(Slice slice) {
        String model = slice.getModelCase().name().toLowerCase(Locale.ROOT);
        return slice.getCopies() > 1
                ? "several copies"
                : slice.hasGraded()
                        ? model + " " + slice.getGraded().getPhi().name().toLowerCase(Locale.ROOT)
                        : model;
    }

    private static Set<String> names(Block block) {
        Set<String> names = new TreeSet<>();
        names.add(block.getDelayCount() == 1 ? "one delay" : "delay a neuron");
        switch (block.getWeightsCase()) {
            case SIGN -> {
                names.add(block.getSign().getRowsAreSources() ? "sign by source" : "sign by target");
                names.add(block.getSign().getUnsignedBits() ? "sign unsigned" : "sign");
                names.add(block.getSign().getMask().isEmpty() ? "sign" : "sign masked");
                names.add(block.getSign().getWordsPerRow() > 1 ? "sign of several words" : "sign");
                if (!block.getSign().getRows().isEmpty()) {
                    names.add("sign view");
                    names.add(
                            DecodedNeurons.ints(block.getSign().getRows().toByteArray())
                                            .contains(-1)
                                    ? "sign absent"
                                    : "sign");
                }
            }
            case DENSE -> names.add("dense " + block.getDense().getWidth());
            default ->
                names.add(block.getWeightsCase().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return names;
    }

    static Set<String> blockMistakes() {
        return ProgramMutants.BLOCKS.keySet();
    }

    @ParameterizedTest
    @MethodSource("blockMistakes")
    void aMistakeInTheBlocksIsSeen(String mistake) {
        ProgramMutants.BlockMistake mutant = ProgramMutants.BLOCKS.getOrDefault(mistake, _ -> {});
        assertTrue(seeds().anyMatch(seed -> isSeen(
                RandomMappings.mapping(seed),
                ProgramMutants.inBlocks(Programs.sections(RandomMappings.mapping(seed)), mutant))));
    }

    static Set<String> sliceMistakes() {
        return ProgramMutants.SLICES.keySet();
    }

    @ParameterizedTest
    @MethodSource("sliceMistakes")
    void aMistakeInTheSlicesIsSeen(String mistake) {
        ProgramMutants.SliceMistake mutant = ProgramMutants.SLICES.getOrDefault(mistake, _ -> {});
        assertTrue(seeds().anyMatch(seed -> isSeen(
                RandomMappings.mapping(seed),
                ProgramMutants.inSlices(Programs.sections(RandomMappings.mapping(seed)), mutant))));
    }

    /** A program that cannot even be followed is seen to be wrong, too. */
    private static boolean isSeen(Mapping mapping, List<ProgramSection> sections) {
        try {
            return !Faithfulness.wrong(mapping, sections).isEmpty();
        } catch (IndexOutOfBoundsException _) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void headerListsEveryIdOnceAndWhatItIs(long seed) {
        Mapping mapping = RandomMappings.mapping(seed);
        DecodedProgram program = new DecodedProgram(Programs.sections(mapping));
        TreeMap<Integer, Integer> next = new TreeMap<>();
        program.header().getLocationList().forEach(l -> next.put(l.getFirstId(), l.getFirstId() + l.getSize()));
        int[] ids = mapping.workload().graph().firstIds();
        int id = 0;
        while (next.containsKey(id)) {
            id = next.remove(id);
        }
        assertEquals(ids[ids.length - 1], id, "seed " + seed);
        assertTrue(next.isEmpty(), "seed " + seed + ": " + next);
        assertEquals(
                mapping.workload().graph().populations().stream()
                        .map(ProgramEmitterTest::summary)
                        .toList(),
                program.header().getPopulationList().stream()
                        .map(p -> p.getName() + " " + p.getSize() + " "
                                + p.getKind().name().toLowerCase(Locale.ROOT) + " " + p.getMaxPayload())
                        .toList());
        assertEquals(
                mapping.workload().probed(),
                program.header().getPopulationList().stream()
                        .filter(org.mneme.board.proto.Population::getProbed)
                        .map(org.mneme.board.proto.Population::getName)
                        .collect(Collectors.toSet()));
    }

    private static String summary(Population population) {
        return population.name() + " " + population.size() + " "
                + population.model().getClass().getSimpleName().toLowerCase(Locale.ROOT) + " "
                + (population.model() instanceof Source source ? source.maxPayload() : 0);
    }

    @Test
    void sameMappingGivesSameBytesInAnyLocale() {
        Locale before = Locale.getDefault();
        byte[] first = Programs.file(RandomMappings.mapping(3));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertArrayEquals(first, Programs.file(RandomMappings.mapping(3)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sectionsComeBySiteThenTablesByChip() {
        List<ProgramSection> sections = Programs.sections(RandomMappings.mapping(4));
        List<Integer> sites = new ArrayList<>();
        for (CoreProgram core : new DecodedProgram(sections).cores()) {
            sites.add(core.getChip() * RandomMappings.CORES_PER_CHIP + core.getCore());
        }
        assertEquals(sites.stream().sorted().toList(), sites);
        List<Integer> codes = sections.stream().map(ProgramSection::code).toList();
        assertEquals(codes.stream().sorted().toList(), codes);
    }

    @Test
    void anEmittersSectionIsNeverLargerThanItsLimit() {
        Mapping mapping = RandomMappings.mapping(5);
        List<ProgramSection> sections = Programs.sections(mapping);
        ProgramSection largest = sections.stream()
                .skip(1)
                .reduce((a, b) -> a.payload().size() < b.payload().size() ? b : a)
                .orElseThrow();
        SectionTooLargeException e = assertThrows(
                SectionTooLargeException.class,
                () -> ProgramEmitter.with("w", largest.payload().size() - 1).emit(mapping, _ -> {}));
        CoreProgram core = new DecodedProgram(sections).cores().get(largest.index() - 1);
        assertEquals("core " + core.getCore() + " of chip " + core.getChip(), e.part());
        assertEquals(largest.payload().size() - 1, e.limit());
        assertTrue(e.bytes() > e.limit());
        assertEquals(1, e.exitCode());
    }
}
