package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.Graded;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/** Floating-point neurons that answer when they are reached. */
final class RealGradedLayer extends RealLayer {
    private final Graded model;
    private final double[] x;
    /** Last sign sent, where φ is the sign. */
    private final byte[] sign;

    RealGradedLayer(Population population, Graded model, int firstId, int threads) {
        super(population, firstId, threads);
        this.model = model;
        this.x = new double[population.size()];
        this.sign = new byte[model.phi() instanceof Phi.Sign ? population.size() : 0];
    }

    @Override
    void update(long tick, Part part) {
        for (int w = part.from >>> 6; w < Bitmap.words(part.to); w++) {
            for (long rest = reached[w]; rest != 0; rest &= rest - 1) {
                update(64 * w + Long.numberOfTrailingZeros(rest), part);
            }
            reached[w] = 0;
        }
    }

    private void update(int j, Part part) {
        x[j] = (model.retain() ? x[j] : 0) + input[j];
        input[j] = 0;
        double payload = payload(j, x[j]);
        if (Emission.sends(payload, model.sendZero())) {
            part.out.add(j, Double.doubleToRawLongBits(payload));
        }
    }

    private double payload(int j, double sum) {
        return switch (model.phi()) {
            case Phi.Sign _ -> {
                sign[j] = (byte) Emission.sign(sum, sign[j]);
                yield sign[j];
            }
            case Phi.Identity _ -> sum;
            case Phi.Power power ->
                power.gain().at(j) * Emission.power(sum / power.scale().at(j), power.degree());
            case Phi.Exponential e ->
                e.gain().at(j) * Emission.exponential(sum / e.scale().at(j), e.kappa(), e.center());
            case Phi.Step step ->
                Emission.step(sum, step.at().at(j), step.gain().at(j));
            case Phi.Table _ -> throw new IllegalStateException("a table φ in the real domain");
        };
    }

    @Override
    boolean isAtRest(int j) {
        return true;
    }

    @Override
    double[] read(StateVariable variable) {
        if (variable == StateVariable.SUM) {
            return x.clone();
        }
        if (variable == StateVariable.LAST_SIGN && model.phi() instanceof Phi.Sign) {
            double[] values = new double[x.length];
            Arrays.setAll(values, j -> sign[j]);
            return values;
        }
        throw noVariable(variable);
    }

    @Override
    void write(StateVariable variable, double[] values) {
        for (int j = 0; j < values.length; j++) {
            switch (variable) {
                case SUM -> x[j] = values[j];
                case LAST_SIGN -> sign[j] = (byte) values[j];
                case CURRENT, POTENTIAL, REFRACTORY -> throw noVariable(variable);
            }
        }
    }
}
