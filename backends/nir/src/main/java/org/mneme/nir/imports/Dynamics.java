package org.mneme.nir.imports;

import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;

/**
 * One tick of a population, element by element: i = (1 − β) i + w x, then v = (1 − α) v + g i + drive with the new i; x is what
 * arrives.
 */
final class Dynamics {
    /** A threshold that no potential is above. */
    static final double NEVER = Double.MAX_VALUE;

    private final double[] beta;
    private final double[] input;
    private final double[] alpha;
    private final double[] gain;
    private final double[] drive;
    private final double[] threshold;
    private final double[] reset;

    /**
     * Takes the numbers, one an element; nobody changes the arrays from then on.
     *
     * @param beta β, in 0…1; 1 where there is no current of its own
     * @param input w
     * @param alpha α, in 0…1; 0 for no leak, 1 for no memory
     * @param gain g
     * @param drive added to v each tick
     * @param threshold it spikes above it
     * @param reset v after a spike
     */
    Dynamics(
            double[] beta,
            double[] input,
            double[] alpha,
            double[] gain,
            double[] drive,
            double[] threshold,
            double[] reset) {
        this.beta = beta;
        this.input = input;
        this.alpha = alpha;
        this.gain = gain;
        this.drive = drive;
        this.threshold = threshold;
        this.reset = reset;
    }

    /** What reads out a signal that no single neuron sends: v = x. */
    static Dynamics readout(int size) {
        double[] one = ElementWise.filled(size, 1);
        double[] zero = new double[size];
        return new Dynamics(one, one, one, one, zero, ElementWise.filled(size, NEVER), zero);
    }

    int size() {
        return beta.length;
    }

    /** Whether a constant input builds up over time, so that it is no constant drive. */
    boolean hasCurrent() {
        for (double b : beta) {
            if (b != 1) {
                return true;
            }
        }
        return false;
    }

    /** What is left of v, 1 − α. */
    double[] kept() {
        return ElementWise.oneMinus(alpha);
    }

    /** What is left of the current, 1 − β. */
    double[] keptCurrent() {
        return ElementWise.oneMinus(beta);
    }

    /** What an arriving 1 adds to the current. */
    double[] currentKick() {
        return input.clone();
    }

    /** What is added to v each tick. */
    double[] drive() {
        return drive.clone();
    }

    /** What an arriving 1 adds to v at once. */
    double[] kick() {
        return ElementWise.times(gain, input);
    }

    /** What the current at a tick adds to v at the next one, by way of what is left of it. */
    double[] carry() {
        return ElementWise.times(gain, keptCurrent());
    }

    /** The same with a constant input from tick 0 on; only without a current. */
    Dynamics drivenBy(double[] constant) {
        double[] more = ElementWise.plus(drive, ElementWise.times(kick(), constant));
        return new Dynamics(beta, input, alpha, gain, more, threshold, reset);
    }

    /** As Lif neurons, with u = g i: weights are times {@link #kick}. */
    Lif lif() {
        return new Lif(new Membrane(
                decay(beta),
                decay(alpha),
                parameter(drive),
                parameter(threshold),
                new Membrane.Reset.Hard(parameter(reset)),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0)));
    }

    /** 4096 is a power of two, so that the executed factor (4096 − δ)/4096 is 1 − α, rounded once. */
    private static Decay decay(double[] steps) {
        return new Decay.Fraction(parameter(ElementWise.times(Decay.Fraction.ALL, steps)));
    }

    private static Parameter parameter(double[] values) {
        return Parameter.perNeuron(NeuronParameters.shared(values));
    }
}
