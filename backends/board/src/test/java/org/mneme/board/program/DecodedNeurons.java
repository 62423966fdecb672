package org.mneme.board.program;

import java.util.List;
import java.util.stream.IntStream;
import org.mneme.board.proto.Decay;
import org.mneme.board.proto.Graded;
import org.mneme.board.proto.Membrane;
import org.mneme.board.proto.Slice;
import org.mneme.board.proto.Table;

/** What a neuron does, in words that do not depend on how a program or a graph stores it. */
final class DecodedNeurons {
    private DecodedNeurons() {}

    /** What neuron {@code i} of a slice does. */
    static String neuron(Slice slice, int i) {
        return switch (slice.getModelCase()) {
            case LIF -> "lif " + membrane(slice.getLif().getMembrane(), i);
            case ESCAPE ->
                "escape " + membrane(slice.getEscape().getMembrane(), i) + " over "
                        + table(slice.getEscape().getThresholds());
            case GRADED -> graded(slice.getGraded(), i);
            case MODEL_NOT_SET -> "nothing";
        };
    }

    private static String membrane(Membrane membrane, int i) {
        return String.join(
                " ",
                "u " + decay(membrane.getCurrent(), i),
                "v " + decay(membrane.getPotential(), i),
                "bias " + at(membrane.getBiasList(), i),
                "threshold " + at(membrane.getThresholdList(), i),
                "reset " + (membrane.getResetCount() == 0 ? "subtract" : at(membrane.getResetList(), i)),
                "floor " + (membrane.getFloorCount() == 0 ? Long.MIN_VALUE : at(membrane.getFloorList(), i)),
                "refractory " + at(membrane.getRefractoryList(), i));
    }

    private static String decay(Decay decay, int i) {
        return (decay.getLinear() ? "leak " : "delta ") + at(decay.getAmountList(), i);
    }

    private static String graded(Graded graded, int i) {
        String phi = graded.getPhi().name();
        return "graded " + graded.getRetain() + " " + graded.getSendZero() + " " + phi
                + (phi.equals("TABLE") ? " " + table(graded.getTable(at(graded.getChoiceList(), i))) : "");
    }

    private static String table(Table table) {
        return table.getFirst() + ": " + ints(table.getEntries().toByteArray());
    }

    static List<Integer> ints(byte[] bytes) {
        return IntStream.range(0, bytes.length / 4)
                .map(k -> (int) number(bytes, 4 * k, 4))
                .boxed()
                .toList();
    }

    /** A signed little-endian number, byte by byte: not as the emitter writes it. */
    static long number(byte[] bytes, int offset, int width) {
        long value = bytes[offset + width - 1];
        for (int b = width - 2; b >= 0; b--) {
            value = value * 256 + Byte.toUnsignedInt(bytes[offset + b]);
        }
        return value;
    }

    private static <T> T at(List<T> values, int i) {
        return values.get(values.size() == 1 ? 0 : i);
    }
}
