package org.mneme.pass;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mneme.ir.Decay;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** Lists what of a membrane a target cannot do. */
final class MembraneChecks {
    private final Target target;
    private final StaticBounds bounds;
    private final Grounds grounds;
    private final List<Misfit> misfits;

    MembraneChecks(Target target, StaticBounds bounds, Grounds grounds, List<Misfit> misfits) {
        this.target = target;
        this.bounds = bounds;
        this.grounds = grounds;
        this.misfits = misfits;
    }

    void check(Population population, Membrane membrane) {
        String object = "population " + population.name();
        current(object, membrane.current());
        potential(object, membrane.potential());
        bias(object, membrane.bias());
        within(
                Quantity.LARGEST_THRESHOLD,
                object,
                "a threshold",
                magnitude(membrane.threshold()),
                "use fewer features or shorter dwells");
        within(
                Quantity.LONGEST_REFRACTORY,
                object,
                "a refractory time",
                StaticBounds.max(membrane.refractory()),
                "use a shorter one");
        floor(population, membrane);
        reset(object, membrane);
        if (!target.has(Trait.SIGNED_SUMS) && !forgets(population, membrane)) {
            misfits.add(Misfit.lacking(
                    object,
                    "keeps its potential, and " + target.name()
                            + " goes on adding inputs after a spike, so that their order would decide (it lacks "
                            + Trait.SIGNED_SUMS.key() + ")",
                    "use a 'threshold' interaction, whose units keep nothing"));
        }
    }

    private void reset(String object, Membrane membrane) {
        switch (membrane.reset()) {
            case Membrane.Reset.Subtract _ -> {
                if (!grounds.has(Trait.SUBTRACT_RESET)) {
                    lacking(object, "a spike takes its threshold off", Trait.SUBTRACT_RESET, "use a reset to 0");
                }
            }
            case Membrane.Reset.Hard hard -> {
                if (magnitude(hard.value()) > 0 && !grounds.has(Trait.RESET_VALUE)) {
                    lacking(
                            object,
                            "a spike resets it to " + (long) magnitude(hard.value()),
                            Trait.RESET_VALUE,
                            "use a reset to 0, as 'lowering: spiking' does");
                }
            }
        }
    }

    private void lacking(String object, String excess, Trait trait, String remedy) {
        misfits.add(Misfit.lacking(object, target.name(), trait, excess, remedy));
    }

    private void current(String object, Decay decay) {
        switch (decay) {
            case Decay.Fraction fraction -> {
                boolean gone = StaticBounds.min(fraction.delta()) == Decay.Fraction.ALL;
                if (!gone && !grounds.has(Trait.CURRENT_DECAY)) {
                    lacking(object, "its current outlasts a tick", Trait.CURRENT_DECAY, "use δu = 4096");
                } else if (!gone) {
                    steps(object, "the decay of its current", fraction.delta());
                }
            }
            case Decay.Linear linear -> {
                if (!grounds.has(Trait.CURRENT_DECAY) || !grounds.has(Trait.LINEAR_LEAK)) {
                    lacking(object, "its current leaks a constant a tick", Trait.CURRENT_DECAY, "use δu = 4096");
                } else {
                    leak(object, linear.step());
                }
            }
        }
    }

    private void potential(String object, Decay decay) {
        switch (decay) {
            case Decay.Fraction fraction -> {
                if (StaticBounds.max(fraction.delta()) == 0) {
                    return;
                }
                if (!grounds.has(Trait.POTENTIAL_DECAY)) {
                    boolean all = StaticBounds.min(fraction.delta()) == Decay.Fraction.ALL;
                    lacking(
                            object,
                            all
                                    ? "it forgets its potential each tick, neither a leak nor a floor with a bias can express it here"
                                    : "its potential decays by a fraction",
                            Trait.POTENTIAL_DECAY,
                            all ? "use a lower threshold" : "use 'lowering: spiking', which needs no decay");
                } else {
                    steps(object, "the decay of its potential", fraction.delta());
                }
            }
            case Decay.Linear linear -> {
                if (!grounds.has(Trait.LINEAR_LEAK)) {
                    lacking(object, "its potential leaks a constant a tick", Trait.LINEAR_LEAK, "use a fraction");
                } else {
                    leak(object, linear.step());
                }
            }
        }
    }

    private void leak(String object, Parameter step) {
        within(Quantity.LARGEST_LEAK, object, "a leak", StaticBounds.max(step), "use a smaller one");
    }

    /** A target with fewer steps has δ in multiples of 4096 / steps. */
    private void steps(String object, String what, Parameter delta) {
        long steps = grounds.limit(Quantity.DECAY_STEPS);
        if (steps >= Decay.Fraction.ALL) {
            return;
        }
        for (double d : delta.values()) {
            if (((long) d) * steps % Decay.Fraction.ALL != 0) {
                long nearest = Math.round(d * steps / Decay.Fraction.ALL) * Decay.Fraction.ALL / steps;
                misfits.add(Misfit.beyond(
                        Quantity.DECAY_STEPS,
                        Decay.Fraction.ALL,
                        (double) steps,
                        object,
                        String.format(
                                Locale.ROOT,
                                "%s, %.0f of 4096, lies between the %d steps of %s",
                                what,
                                d,
                                steps,
                                target.name()),
                        "use " + nearest + " of 4096"));
                return;
            }
        }
    }

    private void bias(String object, Parameter bias) {
        double largest = magnitude(bias);
        if (largest == 0) {
            return;
        }
        if (!grounds.has(Trait.BIAS)) {
            lacking(object, "a bias of up to " + (long) largest, Trait.BIAS, "use another target");
        } else {
            within(Quantity.LARGEST_BIAS, object, "a bias", largest, "use a lower threshold or bias");
        }
    }

    private void floor(Population population, Membrane membrane) {
        String object = "population " + population.name();
        double highest = StaticBounds.max(membrane.floor());
        if (highest == Double.NEGATIVE_INFINITY
                || bounds.potential(population, unbounded(membrane), false).low() >= highest) {
            return;
        }
        if (!grounds.has(Trait.FLOOR)) {
            lacking(
                    object,
                    "its potential is kept from falling below " + (long) highest,
                    Trait.FLOOR,
                    "use a 'threshold' interaction");
            return;
        }
        double depth = Arrays.stream(membrane.floor().values())
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        within(Quantity.LARGEST_FLOOR, object, "the depth of a floor", depth, "use a floor of 0, or none");
    }

    /** The same membrane without its floor. */
    private static Membrane unbounded(Membrane m) {
        return new Membrane(
                m.current(),
                m.potential(),
                m.bias(),
                m.threshold(),
                m.reset(),
                Parameter.of(Double.NEGATIVE_INFINITY),
                m.refractory());
    }

    /** Whether nothing of a tick is left at the next. */
    private boolean forgets(Population population, Membrane membrane) {
        StaticBounds.Range v = bounds.potential(population, membrane, false);
        return switch (membrane.potential()) {
            case Decay.Fraction fraction -> StaticBounds.min(fraction.delta()) == Decay.Fraction.ALL;
            case Decay.Linear linear ->
                StaticBounds.min(linear.step()) >= Math.max(StaticBounds.max(membrane.threshold()), -v.low());
        };
    }

    private void within(Quantity quantity, String object, String what, double used, String remedy) {
        if (used == 0) {
            return;
        }
        long limit = grounds.limit(quantity);
        if (used > limit) {
            misfits.add(Misfit.beyond(
                    quantity,
                    used,
                    (double) limit,
                    object,
                    String.format(Locale.ROOT, "%s of %.0f where %s has up to %d", what, used, target.name(), limit),
                    remedy));
        }
    }

    private static double magnitude(Parameter parameter) {
        return Math.max(Math.abs(StaticBounds.min(parameter)), Math.abs(StaticBounds.max(parameter)));
    }
}
