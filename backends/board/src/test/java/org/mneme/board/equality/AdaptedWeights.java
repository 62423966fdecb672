package org.mneme.board.equality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Parameter;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.simulator.property.Draw;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Weights that a target's widest format holds; without signs where it cannot add both. */
final class AdaptedWeights {
    private final boolean signed;
    private final boolean fewTypes;
    private final WeightFormat widest;
    private final Draw draw;

    AdaptedWeights(Target target, Draw draw) {
        this.signed = target.has(Trait.SIGNED_SUMS);
        this.fewTypes = target.limit(Quantity.AXON_TYPES_PER_CORE) < 10;
        this.widest = target.formats().stream()
                .max(Comparator.comparingLong(format -> (long) format.high() - format.low()))
                .orElseThrow();
        this.draw = draw;
    }

    /** The largest weight. */
    int largest() {
        return fewTypes ? 1 : widest.high();
    }

    Weights of(Projection projection, SpikingGraph graph) {
        int targets = graph.population(projection.target()).size();
        return switch (projection.weights()) {
            case Weights.SignMatrix sign -> signs(sign);
            case Weights.Dense dense -> new Weights.Dense(matrix(dense.values()));
            case Weights.Sparse sparse ->
                new Weights.Sparse(targets, sparse.offsets(), sparse.targets(), matrix(sparse.values()));
            case Weights.OneToOne one ->
                new Weights.OneToOne(Parameter.perNeuron(
                        Arrays.stream(one.weight().values()).map(this::weight).toArray()));
            case Weights.Uniform uniform -> new Weights.Uniform(weight(uniform.weight()));
        };
    }

    private Weights signs(Weights.SignMatrix sign) {
        boolean unsigned = sign.unsigned() || !signed;
        double scale = weight(sign.scale());
        // Unsigned matrices have no mask.
        return new Weights.SignMatrix(
                sign.plus(),
                unsigned ? Optional.empty() : sign.mask(),
                sign.orientation(),
                sign.rows(),
                scale,
                unsigned);
    }

    /** The nearest that the format holds; a wide one keeps a zero, or an exponent. */
    private double weight(double value) {
        double sized = fewTypes ? Math.signum(value) : value;
        double v = signed ? sized : Math.abs(sized);
        double low = widest.low();
        double inRange = Math.clamp(v, signed ? low : Math.max(0, low), widest.high());
        return Math.rint(inRange / widest.step()) * widest.step();
    }

    private NumberMatrix matrix(NumberMatrix given) {
        boolean small = widest.high() <= Byte.MAX_VALUE && widest.low() >= Byte.MIN_VALUE && draw.chance(0.5);
        int count = given.rows() * given.columns();
        int[] values = new int[count];
        for (int k = 0; k < count; k++) {
            values[k] = (int) weight(given.at(k / given.columns(), k % given.columns()));
        }
        if (!small) {
            return new NumberMatrix.Int32(given.rows(), given.columns(), values);
        }
        byte[] bytes = new byte[count];
        for (int k = 0; k < count; k++) {
            bytes[k] = (byte) values[k];
        }
        return new NumberMatrix.Int8(given.rows(), given.columns(), bytes);
    }
}
