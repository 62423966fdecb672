package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.Slice;

/** Mistakes an emitter could make, made in its output: what compares programs with graphs must see each. */
final class ProgramMutants {
    /** Makes a mistake in a block; leaves it as it is where the mistake cannot be made. */
    @FunctionalInterface
    interface BlockMistake {
        void make(Block.Builder block);
    }

    /** Makes a mistake in a slice. */
    @FunctionalInterface
    interface SliceMistake {
        void make(Slice.Builder slice);
    }

    static final Map<String, BlockMistake> BLOCKS = Map.ofEntries(
            Map.entry(
                    "swapped orientation",
                    block -> when(
                            block.hasSign(),
                            () -> block.getSignBuilder()
                                    .setRowsAreSources(!block.getSign().getRowsAreSources()))),
            Map.entry(
                    "dropped mask",
                    block -> when(block.hasSign(), () -> block.getSignBuilder().clearMask())),
            Map.entry(
                    "signed for unsigned",
                    block -> when(
                            block.hasSign(),
                            () -> block.getSignBuilder()
                                    .setUnsignedBits(!block.getSign().getUnsignedBits()))),
            Map.entry(
                    "off by one column",
                    block -> when(
                            block.hasSign(),
                            () -> block.getSignBuilder()
                                    .setPlus(shifted(block.getSign().getPlus())))),
            Map.entry(
                    "words turned round",
                    block -> when(
                            block.hasSign(),
                            () -> block.getSignBuilder()
                                    .setPlus(turned(block.getSign().getPlus(), 8)))),
            Map.entry(
                    "absent rows present",
                    block -> when(block.hasSign(), () -> {
                        byte[] rows = block.getSign().getRows().toByteArray();
                        for (int k = 0; k < rows.length; k += 4) {
                            if (rows[k + 3] == -1) {
                                Arrays.fill(rows, k, k + 4, (byte) 0);
                            }
                        }
                        block.getSignBuilder().setRows(ByteString.copyFrom(rows));
                    })),
            Map.entry(
                    "dense by target",
                    block -> when(block.hasDense(), () -> {
                        byte[] values = block.getDense().getValues().toByteArray();
                        int width = block.getDense().getWidth();
                        int sources = block.getSources();
                        int targets = values.length / width / sources;
                        byte[] swapped = values.clone();
                        for (int i = 0; i < sources * targets; i++) {
                            int j = i % targets * sources + i / targets;
                            System.arraycopy(values, i * width, swapped, j * width, width);
                        }
                        block.getDenseBuilder().setValues(ByteString.copyFrom(swapped));
                    })),
            Map.entry(
                    "dense turned round",
                    block -> when(block.hasDense(), () -> {
                        int width = block.getDense().getWidth();
                        block.getDenseBuilder()
                                .setValues(turned(block.getDense().getValues(), width));
                    })),
            Map.entry(
                    "sparse targets of the population",
                    block -> when(block.hasSparse(), () -> {
                        byte[] targets = block.getSparse().getTargets().toByteArray();
                        for (int k = 0; k < targets.length; k += 4) {
                            targets[k]++;
                        }
                        block.getSparseBuilder().setTargets(ByteString.copyFrom(targets));
                    })),
            Map.entry(
                    "pairs from the first source",
                    block -> when(block.hasOneToOne(), () -> block.setFirstSource(block.getFirstSource() + 1))),
            Map.entry("delay off by one", block -> block.setDelay(0, block.getDelay(0) + 1)),
            Map.entry(
                    "delays of the first neurons",
                    block -> when(block.getDelayCount() > 1, () -> {
                        List<Integer> delays = new ArrayList<>(block.getDelayList());
                        delays.addFirst(delays.removeLast());
                        block.clearDelay().addAllDelay(delays);
                    })),
            Map.entry("other projection", block -> block.setProjection(block.getProjection() + 1)),
            Map.entry("other slice", block -> block.setSlice(block.getSlice() == 0 ? 1 : 0)));

    static final Map<String, SliceMistake> SLICES = Map.of(
            "no floor",
            slice -> {
                if (slice.hasLif()) {
                    slice.getLifBuilder().getMembraneBuilder().clearFloor();
                } else if (slice.hasEscape()) {
                    slice.getEscapeBuilder().getMembraneBuilder().clearFloor();
                }
            },
            "reset by subtraction",
            slice -> {
                if (slice.hasLif()) {
                    slice.getLifBuilder().getMembraneBuilder().clearReset();
                }
            },
            "linear for fraction",
            slice -> {
                if (slice.hasLif()) {
                    slice.getLifBuilder()
                            .getMembraneBuilder()
                            .getCurrentBuilder()
                            .setLinear(true);
                }
            },
            "threshold off by one",
            slice -> {
                if (slice.hasEscape()) {
                    Slice.Builder copy = slice.clone();
                    slice.getEscapeBuilder()
                            .getMembraneBuilder()
                            .setThreshold(0, copy.getEscape().getMembrane().getThreshold(0) - 1);
                }
            },
            "first table for all",
            slice -> {
                if (slice.hasGraded() && slice.getGraded().getChoiceCount() > 1) {
                    slice.getGradedBuilder().clearChoice().addChoice(0);
                }
            },
            "forgets",
            slice -> {
                if (slice.hasGraded()) {
                    slice.getGradedBuilder().setRetain(!slice.getGraded().getRetain());
                }
            },
            "one id on",
            slice -> slice.setFirstId(slice.getFirstId() + 1),
            "without copies",
            slice -> slice.setCopies(1));

    private ProgramMutants() {}

    private static void when(boolean possible, Runnable mistake) {
        if (possible) {
            mistake.run();
        }
    }

    private static ByteString shifted(ByteString bits) {
        byte[] bytes = bits.toByteArray();
        byte[] moved = new byte[bytes.length];
        for (int bit = 1; bit < 8 * bytes.length; bit++) {
            if ((bytes[(bit - 1) / 8] >> (bit - 1) % 8 & 1) == 1) {
                moved[bit / 8] |= (byte) (1 << bit % 8);
            }
        }
        return ByteString.copyFrom(moved);
    }

    private static ByteString turned(ByteString numbers, int width) {
        byte[] bytes = numbers.toByteArray();
        byte[] moved = bytes.clone();
        for (int i = 0; i < bytes.length; i++) {
            moved[i / width * width + width - 1 - i % width] = bytes[i];
        }
        return ByteString.copyFrom(moved);
    }

    /** The sections with a mistake in every block. */
    static List<ProgramSection> inBlocks(List<ProgramSection> sections, BlockMistake mistake) {
        return inCores(sections, core -> core.getBlockBuilderList().forEach(mistake::make));
    }

    /** The sections with a mistake in every slice. */
    static List<ProgramSection> inSlices(List<ProgramSection> sections, SliceMistake mistake) {
        return inCores(sections, core -> core.getSliceBuilderList().forEach(mistake::make));
    }

    private static List<ProgramSection> inCores(List<ProgramSection> sections, Consumer<CoreProgram.Builder> mistake) {
        List<ProgramSection> changed = new ArrayList<>();
        for (ProgramSection section : sections) {
            if (section.code() == SectionKind.CORE.code()) {
                try {
                    CoreProgram.Builder core = CoreProgram.newBuilder().mergeFrom(section.payload());
                    mistake.accept(core);
                    changed.add(Programs.with(section, core.build()));
                } catch (InvalidProtocolBufferException e) {
                    throw new UncheckedIOException(e);
                }
            } else {
                changed.add(section);
            }
        }
        return changed;
    }
}
