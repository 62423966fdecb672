package org.mneme.board.program;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.mneme.bits.Ints;
import org.mneme.ir.Parameter;
import org.mneme.map.Slice;

/** What the neurons of a slice have: one value where they all have the same, else one a neuron. */
final class SliceValues {
    private SliceValues() {}

    static LongStream of(Parameter parameter, Slice slice) {
        return of(parameter.length() == 1, parameter::longAt, slice);
    }

    static LongStream of(Ints values, Slice slice) {
        return of(values.length() == 1, values::shared, slice);
    }

    private static LongStream of(boolean shared, IntToLongFunction value, Slice slice) {
        long first = value.applyAsLong(slice.from());
        boolean same = shared || IntStream.range(slice.from(), slice.to()).allMatch(i -> value.applyAsLong(i) == first);
        return same
                ? LongStream.of(first)
                : IntStream.range(slice.from(), slice.to()).mapToLong(value);
    }
}
