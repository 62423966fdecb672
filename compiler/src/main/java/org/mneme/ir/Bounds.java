package org.mneme.ir;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mneme.bits.IntTable;
import org.mneme.bits.NumberMatrix;

/** Static bounds of a graph in the fixed domain. */
public final class Bounds {
    private Bounds() {}

    /**
     * Returns the largest |payload| a model can send.
     *
     * @param model the model
     * @param fixed the domain
     * @return ≥ 1, or 0 for a table of zeros
     */
    public static long maxPayload(NeuronModel model, NumberDomain.Fixed fixed) {
        return switch (model) {
            case Lif lif -> 1;
            case Escape escape -> 1;
            case Source source -> source.maxPayload();
            case Graded graded ->
                switch (graded.phi()) {
                    case Phi.Sign sign -> 1;
                    case Phi.Identity identity -> -fixed.minState();
                    case Phi.Table table ->
                        table.tables().stream()
                                .mapToLong(IntTable::maxMagnitude)
                                .max()
                                .orElse(0);
                    case Phi.Power power -> throw new IllegalArgumentException("a real φ in the fixed domain");
                    case Phi.Exponential exp -> throw new IllegalArgumentException("a real φ in the fixed domain");
                    case Phi.Step step -> throw new IllegalArgumentException("a real φ in the fixed domain");
                };
        };
    }

    /**
     * Returns an upper bound of Σ|w| over the synapses into one target.
     *
     * @param weights integer weights
     * @param sources number of source neurons
     * @return ≥ 0
     */
    public static BigInteger inputSum(Weights weights, int sources) {
        return switch (weights) {
            case Weights.SignMatrix sign -> times(sign.scale(), sources);
            case Weights.Dense dense -> times(maxMagnitude(dense.values()), sources);
            case Weights.Sparse sparse -> times(maxMagnitude(sparse.values()), sources);
            case Weights.Uniform uniform -> times(uniform.weight(), sources);
            case Weights.OneToOne one -> {
                double max = 0;
                for (double w : one.weight().values()) {
                    max = Math.max(max, Math.abs(w));
                }
                yield times(max, 1);
            }
        };
    }

    private static BigInteger times(double weight, int count) {
        return new BigDecimal(Math.abs(weight)).toBigInteger().multiply(BigInteger.valueOf(count));
    }

    private static double maxMagnitude(NumberMatrix values) {
        double max = 0;
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                max = Math.max(max, Math.abs(values.at(r, c)));
            }
        }
        return max;
    }
}
