package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix;
import org.mneme.ir.Weights.SignMatrix.Orientation;
import org.mneme.simulator.property.RandomGraphs.Plan;

/** Random weights of every form; the bit matrices of a graph are shared between its views where their shapes allow. */
final class RandomWeights {
    private static final double EXPECTED_RATE = 0.2;
    /** Half of what the overflow proof allows. */
    private static final double MAX_SUM = 0x1p62;

    private final Draw draw;
    private final NumberDomain domain;
    private final List<Stored> matrices = new ArrayList<>();

    /** A projection to be: its ends and weights, and where it comes in the order of projections. */
    record Synapses(Plan source, Plan target, Weights weights, double order) {}

    private record Stored(BitMatrix plus, Optional<BitMatrix> mask) {}

    RandomWeights(Draw draw, NumberDomain domain) {
        this.draw = draw;
        this.domain = domain;
    }

    /**
     * Draws weights.
     *
     * @param source where spikes come from
     * @param target where they go; its scale is what the sum of its inputs aims at
     * @param projections how many projections end there
     * @return the weights
     */
    Weights weights(Plan source, Plan target, int projections) {
        double met = Math.max(1, source.size() * EXPECTED_RATE) * projections;
        double amplitude = target.scale() / (source.payload() * Math.sqrt(met));
        double bound = MAX_SUM / 2 / source.maxPayload() / source.size() / projections;
        if (domain instanceof NumberDomain.Fixed) {
            amplitude = Math.max(1, amplitude);
        }
        double size = Math.min(amplitude, bound / 2);
        int form = draw.whole(0, source.size() == target.size() ? 9 : 7);
        return switch (form) {
            case 0, 1, 2, 3 -> signs(source.size(), target.size(), size);
            case 4, 5 -> new Weights.Dense(matrix(source.size(), target.size(), size));
            case 6 -> sparse(source.size(), target.size(), size);
            case 7 -> new Weights.Uniform(number(size));
            default ->
                new Weights.OneToOne(draw.chance(0.5) ? Parameter.of(number(size)) : perNeuron(target.size(), size));
        };
    }

    private Parameter perNeuron(int count, double size) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(size);
        }
        return Parameter.perNeuron(values);
    }

    private double number(double size) {
        if (draw.chance(0.1)) {
            return 0;
        }
        double value = draw.real(-1.5, 2) * size;
        return domain instanceof NumberDomain.Real ? value : Math.rint(value);
    }

    private Weights signs(int sources, int targets, double size) {
        Orientation orientation = draw.pick(Orientation.ROWS_ARE_SOURCES, Orientation.ROWS_ARE_TARGETS);
        int rows = orientation == Orientation.ROWS_ARE_SOURCES ? sources : targets;
        int columns = orientation == Orientation.ROWS_ARE_SOURCES ? targets : sources;
        boolean unsigned = draw.chance(0.25);
        Stored stored = stored(rows, columns);
        Optional<Ints> view = stored.plus().rows() == rows && draw.chance(0.4)
                ? Optional.empty()
                : Optional.of(view(rows, stored.plus().rows()));
        double scale = domain instanceof NumberDomain.Real ? size * draw.real(0.5, 1.5) : Math.rint(size);
        return new SignMatrix(
                stored.plus(),
                unsigned ? Optional.empty() : stored.mask(),
                orientation,
                view,
                draw.chance(0.2) ? -scale : scale,
                unsigned);
    }

    private Stored stored(int rows, int columns) {
        for (Stored known : matrices) {
            if (known.plus().columns() == columns && draw.chance(0.7)) {
                return known;
            }
        }
        double ones = draw.pick(0.3, 0.5, 0.7);
        int stored = draw.chance(0.6) ? rows : draw.whole(1, rows + 3);
        BitMatrix plus = BitMatrix.of(stored, columns, (_, _) -> draw.chance(ones));
        Optional<BitMatrix> mask = draw.chance(0.4)
                ? Optional.of(BitMatrix.of(stored, columns, (_, _) -> draw.chance(0.7)))
                : Optional.empty();
        Stored fresh = new Stored(plus, mask);
        matrices.add(fresh);
        return fresh;
    }

    private Ints view(int rows, int stored) {
        boolean absent = draw.chance(0.5);
        int[] view = new int[rows];
        for (int r = 0; r < rows; r++) {
            view[r] = absent && draw.chance(0.25) ? SignMatrix.ABSENT : draw.whole(0, stored - 1);
        }
        return Ints.of(view);
    }

    private Weights sparse(int sources, int targets, double size) {
        double density = draw.pick(0.15, 0.4, 0.8);
        int[] offsets = new int[sources + 1];
        List<Integer> stored = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                if (draw.chance(density)) {
                    stored.add(j);
                }
            }
            offsets[i + 1] = stored.size();
        }
        int[] of = stored.stream().mapToInt(Integer::intValue).toArray();
        return new Weights.Sparse(targets, Ints.of(offsets), Ints.of(of), matrix(1, of.length, size));
    }

    private NumberMatrix matrix(int rows, int columns, double size) {
        int count = rows * columns;
        int format = domain instanceof NumberDomain.Real ? draw.whole(0, 6) : draw.whole(0, 2);
        double[] values = new double[count];
        double limit = format == 0 ? Byte.MAX_VALUE : format == 1 ? Short.MAX_VALUE : Integer.MAX_VALUE;
        double within = format > 2 ? size : Math.max(1, Math.min(size, limit / 2));
        for (int k = 0; k < count; k++) {
            values[k] = number(within);
        }
        return switch (format) {
            case 0 -> int8(rows, columns, values);
            case 1 -> int16(rows, columns, values);
            case 2 -> int32(rows, columns, values);
            default -> new NumberMatrix.Real64(rows, columns, values);
        };
    }

    private static NumberMatrix int8(int rows, int columns, double[] values) {
        byte[] bytes = new byte[values.length];
        for (int k = 0; k < values.length; k++) {
            bytes[k] = (byte) Math.rint(values[k]);
        }
        return new NumberMatrix.Int8(rows, columns, bytes);
    }

    private static NumberMatrix int16(int rows, int columns, double[] values) {
        short[] shorts = new short[values.length];
        for (int k = 0; k < values.length; k++) {
            shorts[k] = (short) Math.rint(values[k]);
        }
        return new NumberMatrix.Int16(rows, columns, shorts);
    }

    private static NumberMatrix int32(int rows, int columns, double[] values) {
        int[] ints = new int[values.length];
        for (int k = 0; k < values.length; k++) {
            ints[k] = (int) Math.rint(values[k]);
        }
        return new NumberMatrix.Int32(rows, columns, ints);
    }
}
