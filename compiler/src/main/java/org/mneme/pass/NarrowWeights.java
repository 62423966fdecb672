package org.mneme.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** Stores integer weights in the narrowest format that holds them all. */
public final class NarrowWeights implements Pass {
    @Override
    public String name() {
        return "narrow-weights";
    }

    @Override
    public Passed apply(SpikingGraph graph) {
        List<Projection> projections = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            Optional<Weights> narrower = switch (projection.weights()) {
                case Weights.Dense dense -> narrower(dense.values()).map(Weights.Dense::new);
                case Weights.Sparse sparse ->
                    narrower(sparse.values())
                            .map(values -> new Weights.Sparse(
                                    sparse.targetCount(), sparse.offsets(), sparse.targets(), values));
                case Weights.SignMatrix _, Weights.OneToOne _, Weights.Uniform _ -> Optional.empty();
            };
            narrower.ifPresent(weights -> changes.add(projection.name() + " is stored in " + bits(weights) + " bits"));
            projections.add(
                    narrower.isEmpty()
                            ? projection
                            : new Projection(
                                    projection.name(),
                                    projection.source(),
                                    projection.target(),
                                    projection.port(),
                                    narrower.get(),
                                    projection.delay()));
        }
        return changes.isEmpty() ? Passed.unchanged(graph) : new Passed(Graphs.with(graph, projections), changes);
    }

    private static int bits(Weights weights) {
        NumberMatrix values =
                weights instanceof Weights.Dense dense ? dense.values() : ((Weights.Sparse) weights).values();
        return width(values);
    }

    private static int width(NumberMatrix values) {
        return switch (values) {
            case NumberMatrix.Int8 _ -> Byte.SIZE;
            case NumberMatrix.Int16 _ -> Short.SIZE;
            case NumberMatrix.Int32 _ -> Integer.SIZE;
            case NumberMatrix.Real64 _ -> Long.SIZE;
        };
    }

    /** The same integers in the narrowest format that holds them all. */
    static NumberMatrix narrowest(NumberMatrix values) {
        return narrower(values).orElse(values);
    }

    /** Floats stay floats: in the real domain their format is part of the meaning. */
    private static Optional<NumberMatrix> narrower(NumberMatrix values) {
        if (values instanceof NumberMatrix.Real64) {
            return Optional.empty();
        }
        int needed = Byte.SIZE;
        int count = Math.multiplyExact(values.rows(), values.columns());
        int[] all = new int[count];
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                int value = (int) values.at(r, c);
                all[r * values.columns() + c] = value;
                needed = Math.max(
                        needed, value == (byte) value ? Byte.SIZE : value == (short) value ? Short.SIZE : Integer.SIZE);
            }
        }
        if (needed >= width(values)) {
            return Optional.empty();
        }
        return Optional.of(needed == Byte.SIZE ? bytes(values, all) : shorts(values, all));
    }

    private static NumberMatrix bytes(NumberMatrix values, int[] all) {
        byte[] narrow = new byte[all.length];
        for (int i = 0; i < all.length; i++) {
            narrow[i] = (byte) all[i];
        }
        return new NumberMatrix.Int8(values.rows(), values.columns(), narrow);
    }

    private static NumberMatrix shorts(NumberMatrix values, int[] all) {
        short[] narrow = new short[all.length];
        for (int i = 0; i < all.length; i++) {
            narrow[i] = (short) all[i];
        }
        return new NumberMatrix.Int16(values.rows(), values.columns(), narrow);
    }
}
