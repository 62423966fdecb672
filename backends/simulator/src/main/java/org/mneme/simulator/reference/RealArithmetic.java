package org.mneme.simulator.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;

/** 64-bit floats in a fixed order of operations; nothing saturates. */
final class RealArithmetic implements Arithmetic {
    private static final double WORDS = 0x1p32;

    @Override
    public Outcome step(NeuronModel model, int neuron, Cell cell, List<Input> inputs, long word) {
        double a = 0;
        for (Input input : inputs) {
            a += contribution(input);
        }
        return switch (model) {
            case Source _ -> Outcome.NOTHING;
            case Lif lif -> membrane(lif.membrane(), neuron, cell, a, excess -> excess > 0);
            case Escape escape ->
                membrane(escape.membrane(), neuron, cell, a, excess -> escapes(escape.hazard(), excess, word));
            case Graded graded -> Arithmetic.reached(inputs) ? graded(graded, neuron, cell, a) : Outcome.NOTHING;
        };
    }

    private static double contribution(Input input) {
        return switch (input.weights()) {
            case Weights.SignMatrix matrix -> bySignedCounts(matrix.scale(), input.synapses());
            case Weights.Dense _, Weights.Sparse _, Weights.OneToOne _, Weights.Uniform _ -> {
                double sum = 0;
                for (Synapse synapse : input.synapses()) {
                    sum += synapse.weight() * synapse.payload();
                }
                yield sum;
            }
        };
    }

    /** One signed integer count a distinct payload; Σ payload·count in ascending payload; times s. */
    private static double bySignedCounts(double scale, List<Synapse> synapses) {
        TreeMap<Double, Long> counts = new TreeMap<>();
        for (Synapse synapse : synapses) {
            double weight = synapse.weight();
            counts.merge(synapse.payload(), weight == 0 ? 0L : weight == scale ? 1L : -1L, Long::sum);
        }
        double sum = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum * scale;
    }

    private static Outcome membrane(Membrane membrane, int neuron, Cell cell, double a, DoublePredicate fires) {
        cell.u = decayed(membrane.current(), neuron, cell.u) + a;
        if (cell.ref > 0) {
            cell.ref--;
            return Outcome.NOTHING;
        }
        double theta = membrane.threshold().at(neuron);
        double v = decayed(membrane.potential(), neuron, cell.v)
                + cell.u
                + membrane.bias().at(neuron);
        v = Math.max(v, membrane.floor().at(neuron));
        boolean spikes = fires.test(v - theta);
        if (spikes) {
            v = switch (membrane.reset()) {
                case Membrane.Reset.Hard hard -> hard.value().at(neuron);
                case Membrane.Reset.Subtract _ -> v - theta;
            };
            cell.ref = membrane.refractory().at(neuron);
        }
        cell.v = v;
        return new Outcome(spikes, spikes ? 1 : 0, 0);
    }

    private static boolean escapes(Escape.Hazard hazard, double excess, long word) {
        return switch (hazard) {
            case Escape.Hazard.Exponential e -> {
                double expected = e.rate() * StrictMath.exp(excess / e.width());
                yield word / WORDS < 1 - StrictMath.exp(-expected);
            }
            case Escape.Hazard.Table _ -> throw onlyFixed(hazard);
        };
    }

    private static Outcome graded(Graded graded, int neuron, Cell cell, double a) {
        cell.x = (graded.retain() ? cell.x : 0) + a;
        double payload = payload(graded.phi(), neuron, cell);
        return new Outcome(payload != 0 || graded.sendZero(), payload, 0);
    }

    private static double payload(Phi phi, int neuron, Cell cell) {
        return switch (phi) {
            case Phi.Sign _ -> {
                if (cell.x != 0) {
                    cell.sign = Math.signum(cell.x);
                }
                yield cell.sign;
            }
            case Phi.Identity _ -> cell.x;
            case Phi.Power power -> {
                double y = cell.x / power.scale().at(neuron);
                double product = y;
                for (int factor = 2; factor <= power.degree(); factor++) {
                    product *= y;
                }
                yield power.gain().at(neuron) * product;
            }
            case Phi.Exponential e -> {
                double y = cell.x / e.scale().at(neuron);
                yield e.gain().at(neuron) * StrictMath.exp(e.kappa() * (y - e.center()));
            }
            case Phi.Step step -> cell.x >= step.at().at(neuron) ? step.gain().at(neuron) : 0;
            case Phi.Table _ -> throw onlyFixed(phi);
        };
    }

    private static double decayed(Decay decay, int neuron, double x) {
        return switch (decay) {
            case Decay.Fraction fraction -> x * ((4096 - fraction.delta().at(neuron)) / 4096);
            case Decay.Linear linear -> {
                double step = linear.step().at(neuron);
                yield x > 0 ? Math.max(x - step, 0) : Math.min(x + step, 0);
            }
        };
    }

    private static IllegalStateException onlyFixed(Object part) {
        return new IllegalStateException(part + " belongs to the fixed domain");
    }
}
