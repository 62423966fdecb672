package org.mneme.simulator.engine;

import org.mneme.ir.Decay;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;

/** The parameters of a membrane, with what a tick asks of them worked out. */
final class MembraneParameters {
    final Membrane membrane;
    private final boolean linearU;
    private final boolean linearV;
    private final Parameter decayU;
    private final Parameter decayV;
    private final boolean hard;
    private final Parameter resetValue;

    MembraneParameters(Membrane membrane) {
        this.membrane = membrane;
        this.linearU = membrane.current() instanceof Decay.Linear;
        this.linearV = membrane.potential() instanceof Decay.Linear;
        this.decayU = amount(membrane.current());
        this.decayV = amount(membrane.potential());
        this.hard = membrane.reset() instanceof Membrane.Reset.Hard;
        this.resetValue = switch (membrane.reset()) {
            case Membrane.Reset.Hard reset -> reset.value();
            case Membrane.Reset.Subtract _ -> membrane.threshold();
        };
    }

    private static Parameter amount(Decay decay) {
        return switch (decay) {
            case Decay.Fraction fraction -> fraction.delta();
            case Decay.Linear linear -> linear.step();
        };
    }

    long decayedU(int j, long u) {
        return linearU ? Arithmetic.linear(u, decayU.longAt(j)) : Arithmetic.fraction(u, decayU.longAt(j));
    }

    double decayedU(int j, double u) {
        return linearU ? Arithmetic.linear(u, decayU.at(j)) : Arithmetic.fraction(u, decayU.at(j));
    }

    long decayedV(int j, long v) {
        return linearV ? Arithmetic.linear(v, decayV.longAt(j)) : Arithmetic.fraction(v, decayV.longAt(j));
    }

    double decayedV(int j, double v) {
        return linearV ? Arithmetic.linear(v, decayV.at(j)) : Arithmetic.fraction(v, decayV.at(j));
    }

    /** Whether a spike sets v to v_r, not saturated. */
    boolean isHardReset() {
        return hard;
    }

    long resetV(int j, long v) {
        return hard ? resetValue.longAt(j) : Arithmetic.subtractReset(v, resetValue.longAt(j));
    }

    double resetV(int j, double v) {
        return hard ? resetValue.at(j) : Arithmetic.subtractReset(v, resetValue.at(j));
    }

    int refractory(int j) {
        return (int) membrane.refractory().longAt(j);
    }
}
