package org.mneme.board.equality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.simulator.property.Case;
import org.mneme.simulator.property.Draw;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** A random case with everything that a target lacks replaced by something near that it has; most then fit, some do not. */
final class Adapted {
    private final Target target;
    private final Draw draw;
    private final AdaptedWeights weights;
    private final int stateBits;

    private Adapted(Target target, NumberDomain.Fixed domain, Draw draw) {
        this.target = target;
        this.draw = draw;
        this.weights = new AdaptedWeights(target, draw);
        this.stateBits = target.limit(Quantity.STATE_BITS) < 32 ? 24 : domain.stateBits();
    }

    /**
     * Adapts a case of the fixed domain.
     *
     * @param given the case
     * @param target what it is to run on
     * @return a case of the same shape, that the target may accept
     */
    static Case to(Case given, Target target) {
        SpikingGraph graph = given.graph();
        Adapted adapted = new Adapted(target, (NumberDomain.Fixed) graph.domain(), new Draw(given.executionSeed() + 1));
        List<Population> populations = new ArrayList<>();
        for (Population population : graph.populations()) {
            populations.add(new Population(
                    population.name(), population.size(), adapted.model(population.model(), population.size())));
        }
        List<Projection> projections = new ArrayList<>();
        for (Projection p : graph.projections()) {
            projections.add(new Projection(
                    p.name(),
                    p.source(),
                    p.target(),
                    p.port(),
                    adapted.weights.of(p, graph),
                    adapted.delay(p.delay())));
        }
        SpikingGraph fitted = new SpikingGraph(
                graph.name(), new NumberDomain.Fixed(adapted.stateBits), graph.tickSeconds(), populations, projections);
        return given.with(fitted).withInput(adapted.input(given.input()));
    }

    private boolean has(Trait trait) {
        return target.has(trait);
    }

    private long limit(Quantity quantity) {
        return target.limit(quantity);
    }

    private long largestPayload() {
        long bits = limit(Quantity.PAYLOAD_BITS);
        return bits < 2 ? 1 : bits > 31 ? Integer.MAX_VALUE : (1L << bits - 1) - 1;
    }

    private List<SourceSpike> input(List<SourceSpike> given) {
        long most = largestPayload();
        boolean binary = limit(Quantity.PAYLOAD_BITS) < 2;
        return given.stream()
                .map(s -> new SourceSpike(
                        s.population(), s.tick(), s.neuron(), binary ? 1 : Math.clamp(s.payload(), -most, most)))
                .toList();
    }

    private Ints delay(Ints given) {
        int least = (int) limit(Quantity.SHORTEST_DELAY);
        int most = (int) Math.min(Integer.MAX_VALUE, limit(Quantity.LONGEST_DELAY));
        int[] delays = has(Trait.DELAY_PER_TARGET) ? given.toArray() : new int[] {given.max()};
        Arrays.setAll(delays, k -> Math.clamp(delays[k], least, most));
        return Ints.of(delays);
    }

    private NeuronModel model(NeuronModel model, int size) {
        return switch (model) {
            case Source source -> new Source(Math.min(source.maxPayload(), largestPayload()));
            case Lif lif -> new Lif(membrane(lif.membrane(), size));
            case Escape escape ->
                has(Trait.ESCAPE)
                        ? new Escape(membrane(escape.membrane(), size), escape.hazard())
                        : new Lif(membrane(escape.membrane(), size));
            case Graded graded ->
                sends(graded.phi())
                        ? new Graded(graded.phi(), graded.retain() && has(Trait.RETAIN), graded.sendZero())
                        : new Lif(membrane(Membrane.memoryless(Parameter.of(draw.pick(0, 1, 3, 10))), size));
        };
    }

    private boolean sends(Phi phi) {
        return switch (phi) {
            case Phi.Sign _ -> has(Trait.GRADED_SIGN);
            case Phi.Identity _ -> has(Trait.GRADED_IDENTITY);
            case Phi.Table table ->
                has(Trait.GRADED_TABLE) && table.tables().stream().allMatch(t -> t.maxMagnitude() <= largestPayload());
            case Phi.Power _, Phi.Exponential _, Phi.Step _ -> throw new IllegalArgumentException("a real phi");
        };
    }

    /** One for all where a core has room for one only. */
    private Parameter parameter(Parameter given, Quantity each, DoubleUnaryOperator change) {
        double[] values = limit(each) < given.length() ? new double[] {given.at(0)} : given.values();
        return Parameter.perNeuron(Arrays.stream(values).map(change).toArray());
    }

    private Membrane membrane(Membrane m, int size) {
        double most = limit(Quantity.LARGEST_THRESHOLD);
        double least = has(Trait.RESET_VALUE) && has(Trait.SUBTRACT_RESET) ? -most : 0;
        Parameter threshold =
                parameter(m.threshold(), Quantity.THRESHOLDS_PER_CORE, v -> Math.clamp(scaled(v), least, most));
        double deepest = limit(Quantity.LARGEST_FLOOR);
        boolean floored = has(Trait.FLOOR) && m.floor().at(0) > Double.NEGATIVE_INFINITY;
        Parameter floor = floored
                ? parameter(m.floor(), Quantity.FLOORS_PER_CORE, v -> Math.max(v, -deepest))
                : Parameter.of(Double.NEGATIVE_INFINITY);
        double bias = limit(Quantity.LARGEST_BIAS);
        return new Membrane(
                has(Trait.CURRENT_DECAY) ? decay(m.current()) : Decay.Fraction.of(Decay.Fraction.ALL),
                potential(m.potential()),
                has(Trait.BIAS)
                        ? parameter(m.bias(), Quantity.MEMBRANES_PER_CORE, v -> Math.clamp(v, -bias, bias))
                        : Parameter.of(0),
                threshold,
                reset(m.reset(), threshold, floor, size),
                floor,
                parameter(
                        m.refractory(),
                        Quantity.MEMBRANES_PER_CORE,
                        v -> Math.min(v, (double) limit(Quantity.LONGEST_REFRACTORY))));
    }

    /** Where potentials do not decay, mostly none: the passes find a leak or a floor that forgets as well. */
    private Decay potential(Decay given) {
        return has(Trait.POTENTIAL_DECAY) ? decay(given) : Decay.Fraction.of(draw.chance(0.8) ? Decay.Fraction.ALL : 0);
    }

    private Decay decay(Decay given) {
        long steps = Math.min(4096, Math.max(1, limit(Quantity.DECAY_STEPS)));
        double grain = 4096.0 / steps;
        return switch (given) {
            case Decay.Fraction fraction ->
                new Decay.Fraction(
                        parameter(fraction.delta(), Quantity.MEMBRANES_PER_CORE, v -> Math.rint(v / grain) * grain));
            case Decay.Linear linear ->
                has(Trait.LINEAR_LEAK)
                        ? new Decay.Linear(parameter(
                                linear.step(),
                                Quantity.MEMBRANES_PER_CORE,
                                v -> Math.min(v, (double) limit(Quantity.LARGEST_LEAK))))
                        : Decay.Fraction.of(Math.rint(1000 / grain) * grain);
        };
    }

    /** Where weights are small, so are thresholds: else nothing would ever fire. */
    private double scaled(double threshold) {
        return weights.largest() >= 1000 ? threshold : draw.whole(0, Math.min(2 * weights.largest(), 20));
    }

    /** Between floor and threshold, and in the range of states. */
    private Membrane.Reset reset(Membrane.Reset given, Parameter threshold, Parameter floor, int size) {
        return switch (given) {
            case Membrane.Reset.Subtract _ when has(Trait.SUBTRACT_RESET) -> given;
            case Membrane.Reset.Hard hard
            when has(Trait.RESET_VALUE) -> {
                double least = -Math.scalb(1.0, stateBits - 1);
                double[] values = new double
                        [hard.value().length() == 1 && threshold.length() == 1 && floor.length() == 1 ? 1 : size];
                Arrays.setAll(values, i -> {
                    double low = Math.max(floor.at(i), least);
                    return Math.clamp(hard.value().at(i), low, Math.max(low, Math.min(threshold.at(i), -least - 1)));
                });
                yield new Membrane.Reset.Hard(Parameter.perNeuron(values));
            }
            case Membrane.Reset.Subtract _, Membrane.Reset.Hard _ -> new Membrane.Reset.Hard(Parameter.of(0));
        };
    }
}
