package org.mneme.simulator.reference;

import java.util.List;
import java.util.function.LongPredicate;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;

/** Signed integers that saturate to the state width. */
final class FixedArithmetic implements Arithmetic {
    /** Far beyond any state, and far from overflow. */
    private static final long WIDE = 1L << 61;

    private final NumberDomain.Fixed domain;

    FixedArithmetic(NumberDomain.Fixed domain) {
        this.domain = domain;
    }

    @Override
    public Outcome step(NeuronModel model, int neuron, Cell cell, List<Input> inputs, long word) {
        long a = sum(inputs);
        return switch (model) {
            case Source _ -> Outcome.NOTHING;
            case Lif lif -> membrane(lif.membrane(), neuron, cell, a, excess -> excess > 0);
            case Escape escape ->
                membrane(escape.membrane(), neuron, cell, a, excess -> escapes(escape.hazard(), excess, word));
            case Graded graded -> Arithmetic.reached(inputs) ? graded(graded, neuron, cell, a) : Outcome.NOTHING;
        };
    }

    /** The exact sum; as far as ±2⁶¹ only, since beyond that every state saturates alike. */
    private static long sum(List<Input> inputs) {
        long a = 0;
        for (Input input : inputs) {
            for (Synapse synapse : input.synapses()) {
                a = Math.addExact(a, Math.multiplyExact((long) synapse.weight(), (long) synapse.payload()));
            }
        }
        return Math.clamp(a, -WIDE, WIDE);
    }

    private Outcome membrane(Membrane membrane, int neuron, Cell cell, long a, LongPredicate fires) {
        long exactU = decayed(membrane.current(), neuron, (long) cell.u) + a;
        long u = sat(exactU);
        int saturations = u == exactU ? 0 : 1;
        cell.u = u;
        if (cell.ref > 0) {
            cell.ref--;
            return new Outcome(false, 0, saturations);
        }
        long theta = membrane.threshold().longAt(neuron);
        long exactV = decayed(membrane.potential(), neuron, (long) cell.v)
                + u
                + membrane.bias().longAt(neuron);
        long v = Math.max(sat(exactV), membrane.floor().longAt(neuron));
        boolean saturated = sat(exactV) != exactV;
        boolean spikes = fires.test(v - theta);
        if (spikes) {
            switch (membrane.reset()) {
                case Membrane.Reset.Hard hard -> v = hard.value().longAt(neuron);
                case Membrane.Reset.Subtract _ -> {
                    saturated |= sat(v - theta) != v - theta;
                    v = sat(v - theta);
                }
            }
            cell.ref = membrane.refractory().longAt(neuron);
        }
        cell.v = v;
        return new Outcome(spikes, spikes ? 1 : 0, saturations + (saturated ? 1 : 0));
    }

    private static boolean escapes(Escape.Hazard hazard, long excess, long word) {
        return switch (hazard) {
            case Escape.Hazard.Table table -> word < table.thresholds().unsignedAt(excess);
            case Escape.Hazard.Exponential _ -> throw onlyReal(hazard);
        };
    }

    private Outcome graded(Graded graded, int neuron, Cell cell, long a) {
        long exact = (graded.retain() ? (long) cell.x : 0) + a;
        long x = sat(exact);
        cell.x = x;
        long payload = payload(graded.phi(), neuron, cell, x);
        return new Outcome(payload != 0 || graded.sendZero(), payload, x == exact ? 0 : 1);
    }

    private static long payload(Phi phi, int neuron, Cell cell, long x) {
        return switch (phi) {
            case Phi.Sign _ -> {
                if (x != 0) {
                    cell.sign = Long.signum(x);
                }
                yield (long) cell.sign;
            }
            case Phi.Identity _ -> x;
            case Phi.Table table -> table.tableOf(neuron).at(x);
            case Phi.Power _, Phi.Exponential _, Phi.Step _ -> throw onlyReal(phi);
        };
    }

    private static long decayed(Decay decay, int neuron, long x) {
        return switch (decay) {
            case Decay.Fraction fraction -> x * (4096 - fraction.delta().longAt(neuron)) / 4096;
            case Decay.Linear linear -> {
                long step = linear.step().longAt(neuron);
                yield x > 0 ? Math.max(x - step, 0) : Math.min(x + step, 0);
            }
        };
    }

    private long sat(long x) {
        return Math.clamp(x, domain.minState(), domain.maxState());
    }

    private static IllegalStateException onlyReal(Object part) {
        return new IllegalStateException(part + " belongs to the real domain");
    }
}
