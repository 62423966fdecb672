package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/** Integer neurons with a membrane: Lif and Escape. */
final class FixedMembraneLayer extends FixedLayer {
    private final Membrane membrane;
    private final MembraneParameters parameters;
    private final Firing firing;
    private final long[] u;
    private final long[] v;
    private final int[] ref;

    FixedMembraneLayer(
            Population population,
            Membrane membrane,
            Firing firing,
            int firstId,
            NumberDomain.Fixed domain,
            int threads) {
        super(population, firstId, domain, threads);
        this.membrane = membrane;
        this.parameters = new MembraneParameters(membrane);
        this.firing = firing;
        this.u = new long[population.size()];
        this.v = new long[population.size()];
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
        long exactU = Arithmetic.plusInput(parameters.decayedU(j, u[j]), input[j]);
        input[j] = 0;
        u[j] = saturate(exactU);
        part.saturations += u[j] == exactU ? 0 : 1;
        if (Arithmetic.isRefractory(ref[j])) {
            ref[j] = Arithmetic.countDown(ref[j]);
            return;
        }
        long exactV = driven(j, u[j]);
        long theta = membrane.threshold().longAt(j);
        boolean saturated = saturate(exactV) != exactV;
        long next = Arithmetic.floored(saturate(exactV), membrane.floor().longAt(j));
        if (firing.fires(next, theta, tick, firstId + j)) {
            long exactReset = parameters.resetV(j, next);
            next = parameters.isHardReset() ? exactReset : saturate(exactReset);
            saturated |= next != exactReset;
            ref[j] = parameters.refractory(j);
            part.out.add(j, 1);
        }
        v[j] = next;
        part.saturations += saturated ? 1 : 0;
    }

    /** dec(v, δv) + u + bias, before saturation. */
    private long driven(int j, long current) {
        return parameters.decayedV(j, v[j]) + current + membrane.bias().longAt(j);
    }

    @Override
    boolean isAtRest(int j) {
        if (Arithmetic.isRefractory(ref[j]) || parameters.decayedU(j, u[j]) != u[j]) {
            return false;
        }
        long exactV = driven(j, u[j]);
        return saturate(exactV) == exactV
                && Arithmetic.floored(exactV, membrane.floor().longAt(j)) == v[j]
                && !firing.mayFire(v[j], membrane.threshold().longAt(j));
    }

    @Override
    double[] read(StateVariable variable) {
        double[] values = new double[v.length];
        switch (variable) {
            case CURRENT -> Arrays.setAll(values, j -> u[j]);
            case POTENTIAL -> Arrays.setAll(values, j -> v[j]);
            case REFRACTORY -> Arrays.setAll(values, j -> ref[j]);
            case SUM, LAST_SIGN -> throw noVariable(variable);
        }
        return values;
    }

    @Override
    void write(StateVariable variable, double[] values) {
        for (int j = 0; j < values.length; j++) {
            switch (variable) {
                case CURRENT -> u[j] = (long) values[j];
                case POTENTIAL -> v[j] = (long) values[j];
                case REFRACTORY -> ref[j] = (int) values[j];
                case SUM, LAST_SIGN -> throw noVariable(variable);
            }
        }
    }
}
