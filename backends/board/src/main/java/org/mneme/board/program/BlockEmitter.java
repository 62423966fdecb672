package org.mneme.board.program;

import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.DenseBytes;
import org.mneme.board.proto.OneToOne;
import org.mneme.board.proto.SparseBytes;
import org.mneme.board.proto.Uniform;
import org.mneme.ir.Parameter;
import org.mneme.ir.Projection;
import org.mneme.ir.Weights;
import org.mneme.map.Slice;

/** Cuts the synapses of a projection onto a slice out of the graph's weights. */
final class BlockEmitter {
    private final SectionBudget budget;

    BlockEmitter(SectionBudget budget) {
        this.budget = budget;
    }

    /**
     * Returns the block.
     *
     * @param projection of the graph
     * @param firstSource global id of the first neuron of its source population
     * @param sources size of that population
     * @param slice of its target population
     * @return what is left to be told by the core (indices); empty where no synapse is stored
     */
    Optional<Block.Builder> block(Projection projection, int firstSource, int sources, Slice slice) {
        Block.Builder block = Block.newBuilder().setFirstSource(firstSource).setSources(sources);
        boolean any = switch (projection.weights()) {
            case Weights.SignMatrix sign -> sign(sign, slice, block);
            case Weights.Dense dense -> dense(dense, slice, block);
            case Weights.Sparse sparse -> sparse(sparse, slice, block);
            case Weights.OneToOne one -> oneToOne(one.weight(), firstSource, slice, block);
            case Weights.Uniform uniform -> {
                block.setUniform(Uniform.newBuilder().setWeight((long) uniform.weight()));
                yield true;
            }
        };
        if (!any) {
            return Optional.empty();
        }
        delays(projection.delay(), slice, block);
        return Optional.of(block);
    }

    private boolean sign(Weights.SignMatrix sign, Slice slice, Block.Builder block) {
        SignCut cut = SignCut.of(sign, slice.from(), slice.to());
        if (!cut.isEmpty()) {
            block.setSign(cut.message(budget));
        }
        return !cut.isEmpty();
    }

    private boolean dense(Weights.Dense dense, Slice slice, Block.Builder block) {
        NumberMatrix values = dense.values();
        int width = LittleEndian.width(values);
        ByteBuffer into = LittleEndian.buffer((long) values.rows() * slice.size() * width, budget);
        for (int source = 0; source < values.rows(); source++) {
            for (int target = slice.from(); target < slice.to(); target++) {
                LittleEndian.put(into, width, (int) values.at(source, target));
            }
        }
        block.setDense(DenseBytes.newBuilder().setWidth(width).setValues(UnsafeByteOperations.unsafeWrap(into.flip())));
        return true;
    }

    private boolean sparse(Weights.Sparse sparse, Slice slice, Block.Builder block) {
        int sources = sparse.offsets().length() - 1;
        int[] first = new int[sources];
        int[] offsets = new int[sources + 1];
        for (int source = 0; source < sources; source++) {
            first[source] = from(sparse, source, slice.from());
            offsets[source + 1] = offsets[source] + from(sparse, source, slice.to()) - first[source];
        }
        int synapses = offsets[sources];
        if (synapses == 0) {
            return false;
        }
        int width = LittleEndian.width(sparse.values());
        ByteBuffer values = LittleEndian.buffer((long) synapses * width, budget);
        ByteBuffer targets = LittleEndian.buffer((long) synapses * Integer.BYTES, budget);
        for (int source = 0; source < sources; source++) {
            int end = first[source] + offsets[source + 1] - offsets[source];
            for (int k = first[source]; k < end; k++) {
                targets.putInt(sparse.targets().at(k) - slice.from());
                LittleEndian.put(values, width, (int) sparse.values().at(0, k));
            }
        }
        block.setSparse(SparseBytes.newBuilder()
                .setOffsets(LittleEndian.of(offsets, budget))
                .setTargets(UnsafeByteOperations.unsafeWrap(targets.flip()))
                .setWidth(width)
                .setValues(UnsafeByteOperations.unsafeWrap(values.flip())));
        return true;
    }

    /** The first synapse of a source whose target is {@code target} or beyond. */
    private static int from(Weights.Sparse sparse, int source, int target) {
        int low = sparse.offsets().at(source);
        int high = sparse.offsets().at(source + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sparse.targets().at(middle) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean oneToOne(Parameter weight, int firstSource, Slice slice, Block.Builder block) {
        OneToOne.Builder pairs = OneToOne.newBuilder();
        SliceValues.of(weight, slice).forEach(w -> pairs.addWeight(budget.signed(w)));
        block.setFirstSource(firstSource + slice.from())
                .setSources(slice.size())
                .setOneToOne(pairs);
        return true;
    }

    private void delays(Ints delay, Slice slice, Block.Builder block) {
        SliceValues.of(delay, slice).forEach(d -> block.addDelay(budget.unsigned((int) d)));
    }
}
