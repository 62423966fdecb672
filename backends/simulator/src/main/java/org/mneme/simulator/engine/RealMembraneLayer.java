package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.Membrane;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/** Floating-point neurons with a membrane: Lif and Escape. */
final class RealMembraneLayer extends RealLayer {
    private static final long ONE = Double.doubleToRawLongBits(1);

    private final Membrane membrane;
    private final MembraneParameters parameters;
    private final Firing firing;
    private final double[] u;
    private final double[] v;
    private final int[] ref;

    RealMembraneLayer(Population population, Membrane membrane, Firing firing, int firstId, int threads) {
        super(population, firstId, threads);
        this.membrane = membrane;
        this.parameters = new MembraneParameters(membrane);
        this.firing = firing;
        this.u = new double[population.size()];
        this.v = new double[population.size()];
        this.ref = new int[population.size()];
    }

    @Override
    void update(long tick, Part part) {
        for (int w = part.from >>> 6; w < Bitmap.words(part.to); w++) {
            for (long rest = reached[w] | active[w]; rest != 0; rest &= rest - 1) {
                int j = 64 * w + Long.numberOfTrailingZeros(rest);
                update(j, tick, part);
                Bitmap.set(active, j, !isAtRest(j));
            }
            reached[w] = 0;
        }
    }

    private void update(int j, long tick, Part part) {
        u[j] = parameters.decayedU(j, u[j]) + input[j];
        input[j] = 0;
        if (Arithmetic.isRefractory(ref[j])) {
            ref[j] = Arithmetic.countDown(ref[j]);
            return;
        }
        double theta = membrane.threshold().at(j);
        double next = Arithmetic.floored(driven(j, u[j]), membrane.floor().at(j));
        if (firing.fires(next, theta, tick, firstId + j)) {
            next = parameters.resetV(j, next);
            ref[j] = parameters.refractory(j);
            part.out.add(j, ONE);
        }
        v[j] = next;
    }

    /** dec(v, δv) + u + bias. */
    private double driven(int j, double current) {
        return parameters.decayedV(j, v[j]) + current + membrane.bias().at(j);
    }

    @Override
    boolean isAtRest(int j) {
        double nextU = parameters.decayedU(j, u[j]) + 0.0;
        return !Arithmetic.isRefractory(ref[j])
                && nextU == u[j]
                && Arithmetic.floored(driven(j, nextU), membrane.floor().at(j)) == v[j]
                && !firing.mayFire(v[j], membrane.threshold().at(j));
    }

    @Override
    double[] read(StateVariable variable) {
        return switch (variable) {
            case CURRENT -> u.clone();
            case POTENTIAL -> v.clone();
            case REFRACTORY -> {
                double[] values = new double[ref.length];
                Arrays.setAll(values, j -> ref[j]);
                yield values;
            }
            case SUM, LAST_SIGN -> throw noVariable(variable);
        };
    }

    @Override
    void write(StateVariable variable, double[] values) {
        for (int j = 0; j < values.length; j++) {
            switch (variable) {
                case CURRENT -> u[j] = values[j];
                case POTENTIAL -> v[j] = values[j];
                case REFRACTORY -> ref[j] = (int) values[j];
                case SUM, LAST_SIGN -> throw noVariable(variable);
            }
        }
    }
}
