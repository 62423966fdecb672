package org.mneme.board.conformance;

import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;

/** A membrane with one thing after another changed; at first without memory, floor, bias and refractory time. */
record Draft(
        Decay current,
        Decay potential,
        Parameter bias,
        Parameter threshold,
        Membrane.Reset reset,
        Parameter floor,
        Parameter refractory) {
    static Draft memoryless(double... threshold) {
        return new Draft(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(Decay.Fraction.ALL),
                Parameter.of(0),
                Parameter.perNeuron(threshold),
                new Membrane.Reset.Hard(Parameter.of(0)),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0));
    }

    /** Keeps all of v, nothing of u. */
    static Draft integrator(double... threshold) {
        return memoryless(threshold).potential(Decay.Fraction.of(0));
    }

    Draft current(Decay value) {
        return new Draft(value, potential, bias, threshold, reset, floor, refractory);
    }

    Draft potential(Decay value) {
        return new Draft(current, value, bias, threshold, reset, floor, refractory);
    }

    Draft bias(double... value) {
        return new Draft(current, potential, Parameter.perNeuron(value), threshold, reset, floor, refractory);
    }

    Draft resetTo(double... value) {
        Membrane.Reset hard = new Membrane.Reset.Hard(Parameter.perNeuron(value));
        return new Draft(current, potential, bias, threshold, hard, floor, refractory);
    }

    Draft subtracts() {
        return new Draft(current, potential, bias, threshold, new Membrane.Reset.Subtract(), floor, refractory);
    }

    Draft floor(double... value) {
        return new Draft(current, potential, bias, threshold, reset, Parameter.perNeuron(value), refractory);
    }

    Draft refractory(double... value) {
        return new Draft(current, potential, bias, threshold, reset, floor, Parameter.perNeuron(value));
    }

    Membrane membrane() {
        return new Membrane(current, potential, bias, threshold, reset, floor, refractory);
    }

    Lif lif() {
        return new Lif(membrane());
    }

    /** A decay by δ of 4096ths: one for all, or one a neuron. */
    static Decay fraction(double... delta) {
        return new Decay.Fraction(Parameter.perNeuron(delta));
    }

    /** A linear leak: one for all, or one a neuron. */
    static Decay linear(double... step) {
        return new Decay.Linear(Parameter.perNeuron(step));
    }
}
