package org.mneme.board.program;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.DenseBytes;
import org.mneme.board.proto.OneToOne;
import org.mneme.board.proto.ProgramHeader;
import org.mneme.board.proto.SignBits;
import org.mneme.board.proto.Slice;
import org.mneme.board.proto.SparseBytes;

/** What a program says of neurons and synapses, read as program.proto says, entry by entry. */
final class DecodedProgram {
    /** A synapse: projection, global ids of source and target. */
    record Synapse(int projection, int source, int target) {}

    /** What a synapse has. */
    record Entry(long weight, int delay) {}

    private final ProgramHeader header;
    private final List<CoreProgram> cores = new ArrayList<>();
    private final Map<Integer, String> neurons = new HashMap<>();
    private final Map<Synapse, Entry> synapses = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    DecodedProgram(List<ProgramSection> sections) {
        try {
            this.header = ProgramHeader.parseFrom(sections.getFirst().payload());
            for (ProgramSection section : sections) {
                if (section.code() == SectionKind.CORE.code()) {
                    core(CoreProgram.parseFrom(section.payload()));
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProgramHeader header() {
        return header;
    }

    List<CoreProgram> cores() {
        return cores;
    }

    /** Global id → what the neuron does. */
    Map<Integer, String> neurons() {
        return neurons;
    }

    /** Every synapse stored. */
    Map<Synapse, Entry> synapses() {
        return synapses;
    }

    /** Neurons and synapses that are there more than once. */
    List<String> twice() {
        return twice;
    }

    private void core(CoreProgram core) {
        cores.add(core);
        for (Slice slice : core.getSliceList()) {
            for (int i = 0; i < slice.getSize(); i++) {
                if (neurons.put(slice.getFirstId() + i, DecodedNeurons.neuron(slice, i)) != null) {
                    twice.add("neuron " + (slice.getFirstId() + i));
                }
            }
        }
        for (Block block : core.getBlockList()) {
            Slice slice = core.getSlice(block.getSlice());
            switch (block.getWeightsCase()) {
                case SIGN -> sign(block, slice, block.getSign());
                case DENSE -> dense(block, slice, block.getDense());
                case SPARSE -> sparse(block, slice, block.getSparse());
                case ONE_TO_ONE -> oneToOne(block, slice, block.getOneToOne());
                case UNIFORM -> {
                    for (int i = 0; i < block.getSources(); i++) {
                        for (int j = 0; j < slice.getSize(); j++) {
                            put(block, slice, i, j, block.getUniform().getWeight());
                        }
                    }
                }
                case WEIGHTS_NOT_SET -> throw new IllegalArgumentException("a block without weights");
            }
        }
    }

    private void put(Block block, Slice slice, int source, int target, long weight) {
        int delay = block.getDelay(block.getDelayCount() == 1 ? 0 : target);
        Synapse synapse =
                new Synapse(block.getProjection(), block.getFirstSource() + source, slice.getFirstId() + target);
        if (synapses.put(synapse, new Entry(weight, delay)) != null) {
            twice.add(synapse.toString());
        }
    }

    private void sign(Block block, Slice slice, SignBits sign) {
        byte[] plus = sign.getPlus().toByteArray();
        byte[] mask = sign.getMask().toByteArray();
        List<Integer> rows = DecodedNeurons.ints(sign.getRows().toByteArray());
        for (int i = 0; i < block.getSources(); i++) {
            for (int j = 0; j < slice.getSize(); j++) {
                int r = sign.getRowsAreSources() ? i : j;
                int c = sign.getRowsAreSources() ? j : i;
                int row = rows.isEmpty() ? r : rows.get(r);
                if (row != -1) {
                    int bit = row * sign.getWordsPerRow() * 64 + c;
                    boolean masked = mask.length > 0 && !bit(mask, bit);
                    long low = sign.getUnsignedBits() ? 0 : -sign.getScale();
                    put(block, slice, i, j, masked ? 0 : bit(plus, bit) ? sign.getScale() : low);
                }
            }
        }
    }

    private static boolean bit(byte[] bytes, int bit) {
        return bit / 8 < bytes.length && (bytes[bit / 8] >> bit % 8 & 1) == 1;
    }

    private void dense(Block block, Slice slice, DenseBytes dense) {
        byte[] values = dense.getValues().toByteArray();
        for (int i = 0; i < block.getSources(); i++) {
            for (int j = 0; j < slice.getSize(); j++) {
                int offset = (i * slice.getSize() + j) * dense.getWidth();
                put(block, slice, i, j, DecodedNeurons.number(values, offset, dense.getWidth()));
            }
        }
    }

    private void sparse(Block block, Slice slice, SparseBytes sparse) {
        byte[] values = sparse.getValues().toByteArray();
        List<Integer> offsets = DecodedNeurons.ints(sparse.getOffsets().toByteArray());
        List<Integer> targets = DecodedNeurons.ints(sparse.getTargets().toByteArray());
        for (int i = 0; i < block.getSources(); i++) {
            for (int k = offsets.get(i); k < offsets.get(i + 1); k++) {
                put(
                        block,
                        slice,
                        i,
                        targets.get(k),
                        DecodedNeurons.number(values, k * sparse.getWidth(), sparse.getWidth()));
            }
        }
    }

    private void oneToOne(Block block, Slice slice, OneToOne pairs) {
        for (int i = 0; i < block.getSources(); i++) {
            put(block, slice, i, pairs.getFirstTarget() + i, pairs.getWeight(pairs.getWeightCount() == 1 ? 0 : i));
        }
    }
}
