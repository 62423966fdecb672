package org.mneme.lower;

import java.util.Arrays;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Weights;

/**
 * Impatience: where no hidden unit has won for long, all of them are lifted alike, an e-fold at a time, until one wins. A noisy cue is far
 * from all patterns, so its rates are low by e^{2κ·(flipped features)}; without a ramp it could wait for ever. Softmax does not change, since
 * all rates rise by the same factor.
 *
 * @param length how many neurons, an e-fold each
 * @param patience spikes of rails until the first spikes
 */
record StochasticRamp(int length, long patience) {
    static final String RAMP = "ramp";

    /** Mean steps without a winner until the ramp starts: e^{−6} of the steps at a clean pattern are cut short by it. */
    private static final double STEPS = 6;

    /** Ticks from an e-fold to the next: Σρ dt is about 1/25 when a unit wins. */
    private static final int TICKS = 25;

    static StochasticRamp of(StochasticScale scale, double stepTicks, int stateBits) {
        long most = 1L << stateBits - 3;
        return new StochasticRamp(scale.rampNats(), Math.min(most, (long) Math.ceil(STEPS * stepTicks * scale.full())));
    }

    /** More than a ramp neuron can have and be sent in a tick. */
    long inhibition(int features) {
        return Math.max(patience, TICKS) + 2L * features + 2;
    }

    void add(GraphBuilder graph, String rails, int railCount, String hidden, long natWeight) {
        double[] theta = new double[length];
        Arrays.fill(theta, TICKS);
        theta[0] = (double) patience;
        Parameter threshold = Parameter.perNeuron(theta);
        Membrane count = Membrane.integrator(threshold, 0, 0);
        // Reset to θ, so that its own spike keeps it going.
        Membrane keeps = new Membrane(
                count.current(),
                count.potential(),
                count.bias(),
                threshold,
                new Membrane.Reset.Hard(threshold),
                count.floor(),
                count.refractory());
        graph.population(RAMP, length, new Lif(keeps))
                .projection("patience", rails, RAMP, first(railCount), 1)
                .projection("climb", RAMP, RAMP, climb(), 1)
                .projection("lift", RAMP, hidden, new Weights.Uniform(natWeight), 1);
    }

    /** Every rail to the first neuron. */
    private Weights first(int railCount) {
        return new Weights.Sparse(length, Ints.range(railCount + 1), Ints.of(new int[railCount]), ones(railCount));
    }

    /** Each neuron to itself and the next. */
    private Weights climb() {
        int synapses = 2 * length - 1;
        int[] offsets = new int[length + 1];
        int[] targets = new int[synapses];
        for (int j = 0; j < length; j++) {
            offsets[j + 1] = Math.min(2 * j + 2, synapses);
            targets[2 * j] = j;
            if (j + 1 < length) {
                targets[2 * j + 1] = j + 1;
            }
        }
        return new Weights.Sparse(length, Ints.of(offsets), Ints.of(targets), ones(synapses));
    }

    private static NumberMatrix ones(int count) {
        byte[] values = new byte[count];
        Arrays.fill(values, (byte) 1);
        return new NumberMatrix.Int8(1, count, values);
    }
}
