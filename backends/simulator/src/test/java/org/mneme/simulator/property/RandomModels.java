package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.mneme.bits.IntTable;
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
import org.mneme.ir.Source;
import org.mneme.simulator.property.RandomGraphs.Plan;

/** Random models of every kind, with thresholds and tables drawn from the scale of a population's input. */
final class RandomModels {
    private final Draw draw;
    private final boolean real;
    private final double minState;
    private final double maxState;

    /** Models, graded ones by their φ. */
    enum Kind {
        SOURCE,
        LIF,
        ESCAPE,
        SIGN,
        IDENTITY,
        TABLE,
        POWER,
        EXPONENTIAL,
        STEP;

        /** Whether the payload grows with the input without bound. */
        boolean unbounded() {
            return this == IDENTITY || this == POWER || this == EXPONENTIAL;
        }
    }

    RandomModels(Draw draw, NumberDomain domain) {
        this.draw = draw;
        this.real = domain instanceof NumberDomain.Real;
        this.minState = domain instanceof NumberDomain.Fixed fixed ? fixed.minState() : Double.NEGATIVE_INFINITY;
        this.maxState = domain instanceof NumberDomain.Fixed fixed ? fixed.maxState() : Double.POSITIVE_INFINITY;
    }

    NeuronModel model(Plan plan, int projections) {
        return switch (plan.kind()) {
            case SOURCE -> new Source(plan.maxPayload());
            case LIF -> new Lif(membrane(plan, projections));
            case ESCAPE -> new Escape(membrane(plan, projections), hazard(plan));
            case SIGN -> graded(new Phi.Sign(), true);
            case IDENTITY -> graded(new Phi.Identity(), true);
            case TABLE -> graded(table(plan), true);
            case POWER ->
                graded(new Phi.Power(gain(plan), parameter(plan, () -> plan.scale()), draw.whole(1, 4)), true);
            case EXPONENTIAL ->
                graded(
                        new Phi.Exponential(
                                gain(plan), parameter(plan, () -> plan.scale()), draw.real(0.3, 1.5), draw.real(0, 2)),
                        false);
            case STEP ->
                graded(new Phi.Step(gain(plan), parameter(plan, () -> draw.real(-0.5, 1) * plan.scale())), true);
        };
    }

    private Graded graded(Phi phi, boolean mayRetain) {
        return new Graded(phi, mayRetain && draw.chance(0.3), draw.chance(0.2));
    }

    private Parameter gain(Plan plan) {
        return parameter(plan, () -> draw.pick(-1, 1, 1) * plan.payload() * draw.real(0.3, 1));
    }

    /** Shared or one a neuron; whole in the fixed domain. */
    private Parameter parameter(Plan plan, DoubleSupplier value) {
        double[] values = new double[draw.chance(0.3) ? plan.size() : 1];
        Arrays.setAll(values, _ -> whole(value.getAsDouble()));
        return Parameter.perNeuron(values);
    }

    private double whole(double value) {
        return real ? value : Math.rint(value);
    }

    private Membrane membrane(Plan plan, int projections) {
        double scale = plan.scale();
        Parameter threshold = draw.chance(0.15)
                ? Parameter.of(0)
                : draw.chance(0.05)
                        ? parameter(plan, () -> -draw.real(0, 0.3) * scale)
                        : parameter(plan, () -> draw.real(0, 1.8) * scale);
        Parameter floor = floor(plan, threshold);
        boolean driven = projections == 0 || draw.chance(0.35);
        Parameter bias = driven ? parameter(plan, () -> draw.real(-0.2, 0.6) * scale) : Parameter.of(0);
        int longest = draw.pick(0, 0, 1, 4);
        return new Membrane(
                decay(plan, 0.4, 0.1),
                decay(plan, 0.3, 0.25),
                bias,
                threshold,
                reset(plan, threshold, floor),
                floor,
                parameter(plan, () -> draw.whole(longest / 2, longest)));
    }

    private Parameter floor(Plan plan, Parameter threshold) {
        double lowest = Math.min(0, Arrays.stream(threshold.values()).min().orElseThrow());
        return draw.pick(0, 1, 2) == 0
                ? Parameter.of(Double.NEGATIVE_INFINITY)
                : draw.chance(0.4)
                        ? Parameter.of(lowest)
                        : parameter(plan, () -> lowest - draw.real(0, 1.2) * plan.scale());
    }

    private Membrane.Reset reset(Plan plan, Parameter threshold, Parameter floor) {
        if (draw.chance(0.35)) {
            return new Membrane.Reset.Subtract();
        }
        double[] values = new double[plan.size()];
        boolean zero = draw.chance(0.5);
        for (int i = 0; i < values.length; i++) {
            double high = Math.min(threshold.at(i), maxState);
            double low = Math.max(Math.max(floor.at(i), minState), Math.min(high, -2 * plan.scale()));
            double value = zero ? 0 : whole(low + (high - low) * draw.real(0, 1));
            values[i] = Math.clamp(value, low, high);
        }
        boolean alike = Arrays.stream(values).distinct().count() == 1;
        return new Membrane.Reset.Hard(alike ? Parameter.of(values[0]) : Parameter.perNeuron(values));
    }

    private Decay decay(Plan plan, double none, double all) {
        if (draw.chance(none)) {
            return Decay.Fraction.of(Decay.Fraction.ALL);
        }
        if (draw.chance(all)) {
            return Decay.Fraction.of(0);
        }
        return draw.chance(0.35)
                ? new Decay.Linear(parameter(plan, () -> draw.real(0, 0.4) * plan.scale()))
                : new Decay.Fraction(parameter(plan, () -> draw.pick(draw.whole(1, 4095), draw.whole(200, 2000))));
    }

    private Escape.Hazard hazard(Plan plan) {
        if (real) {
            double rate = draw.chance(0.1) ? 0 : draw.real(0.02, 1);
            return new Escape.Hazard.Exponential(rate, plan.scale() * draw.real(0.1, 1));
        }
        int half = (int) Math.clamp(Math.rint(2 * plan.scale()), 2, 100);
        double top = draw.real(0.2, 1);
        boolean zeros = draw.chance(0.6);
        return new Escape.Hazard.Table(IntTable.tabulate(-half, half, x -> {
            double probability = top * (x + half) / (2.0 * half);
            return zeros && x < 0 ? 0 : (int) (long) (Math.min(0.999, probability + 0.02) * 0x1p32);
        }));
    }

    private Phi table(Plan plan) {
        int half = (int) Math.clamp(Math.rint(1.5 * plan.scale()), 1, 100);
        int peak = (int) plan.maxPayload();
        List<IntTable> tables = new ArrayList<>();
        int count = draw.pick(1, 1, 3);
        for (int k = 0; k < count; k++) {
            int middle = draw.whole(-half / 2, half / 2);
            int low = draw.pick(0, 0, -1) * draw.whole(1, peak);
            tables.add(IntTable.tabulate(
                    middle - half,
                    middle + half,
                    x -> x < middle ? low : draw.whole(x % 3 == 0 ? 0 : -peak / 3, peak)));
        }
        int[] choice = new int[draw.chance(0.5) ? plan.size() : 1];
        Arrays.setAll(choice, _ -> draw.whole(0, count - 1));
        return new Phi.Table(tables, Ints.of(choice));
    }
}
