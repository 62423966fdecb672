package org.mneme.ir;

import java.util.List;
import java.util.function.DoublePredicate;

/** Checks the model of one population. */
final class ModelValidator {
    private static final double MAX_EXACT = 1L << 53;

    private final NumberDomain domain;
    private final Population population;
    private final List<GraphMistake> mistakes;

    ModelValidator(NumberDomain domain, Population population, List<GraphMistake> mistakes) {
        this.domain = domain;
        this.population = population;
        this.mistakes = mistakes;
    }

    void check() {
        switch (population.model()) {
            case Lif lif -> check(lif.membrane());
            case Escape escape -> {
                check(escape.membrane());
                check(escape.hazard());
            }
            case Graded graded -> check(graded.phi());
            case Source source -> {
                if (source.maxPayload() < 1 || source.maxPayload() > Integer.MAX_VALUE) {
                    outOfRange("largest payload", (double) source.maxPayload(), "in 1…" + Integer.MAX_VALUE);
                }
            }
        }
    }

    private void check(Membrane m) {
        check("decay of u", m.current());
        check("decay of v", m.potential());
        boolean good = check("bias", m.bias(), Double::isFinite, "finite");
        good &= check("threshold", m.threshold(), Double::isFinite, "finite");
        good &= check("floor", m.floor(), f -> f <= 0 && f != Double.POSITIVE_INFINITY, "0 or below");
        check(
                "refractory",
                m.refractory(),
                r -> r >= 0 && r == Math.rint(r) && r < 1 << 30,
                "a whole number of ticks, 0 or more");
        if (m.reset() instanceof Membrane.Reset.Hard hard) {
            good &= check("reset", hard.value(), this::isState, "a state of the graph's number domain");
            if (good) {
                checkOrder(m, hard.value());
            }
        }
    }

    private boolean isState(double value) {
        return switch (domain) {
            case NumberDomain.Fixed fixed -> value >= fixed.minState() && value <= fixed.maxState();
            case NumberDomain.Real _ -> Double.isFinite(value);
        };
    }

    private void checkOrder(Membrane m, Parameter reset) {
        for (int i = 0; i < population.size(); i++) {
            if (!(m.floor().at(i) <= reset.at(i) && reset.at(i) <= m.threshold().at(i))) {
                outOfRange(
                        "reset of neuron " + i,
                        reset.at(i),
                        "between the floor " + m.floor().at(i) + " and the threshold "
                                + m.threshold().at(i));
                return;
            }
        }
    }

    private void check(String name, Decay decay) {
        switch (decay) {
            case Decay.Fraction fraction ->
                check(name, fraction.delta(), d -> d >= 0 && d <= Decay.Fraction.ALL, "in 0…4096");
            case Decay.Linear linear -> check(name, linear.step(), l -> l >= 0 && Double.isFinite(l), "0 or more");
        }
    }

    private void check(Escape.Hazard hazard) {
        switch (hazard) {
            case Escape.Hazard.Table table ->
                needs(NumberDomain.Fixed.class, "a table of thresholds", "use the exponential hazard");
            case Escape.Hazard.Exponential exponential -> {
                needs(NumberDomain.Real.class, "an exponential hazard", "use a table of thresholds");
                if (!(exponential.rate() >= 0) || Double.isInfinite(exponential.rate())) {
                    outOfRange("rate", exponential.rate(), "0 or more");
                }
                if (!(exponential.width() > 0) || Double.isInfinite(exponential.width())) {
                    outOfRange("width", exponential.width(), "above 0");
                }
            }
        }
    }

    private void check(Phi phi) {
        switch (phi) {
            case Phi.Sign sign -> {}
            case Phi.Identity identity -> {}
            case Phi.Table table -> {
                needs(NumberDomain.Fixed.class, "a table φ", "use a real φ");
                checkChoice(table);
            }
            case Phi.Power power -> {
                needs(NumberDomain.Real.class, "a power φ", "use a table φ");
                check("gain", power.gain(), Double::isFinite, "finite");
                check("scale", power.scale(), s -> s != 0 && Double.isFinite(s), "finite and not 0");
                if (power.degree() < 1) {
                    outOfRange("degree", power.degree(), "1 or more");
                }
            }
            case Phi.Exponential exponential -> {
                needs(NumberDomain.Real.class, "an exponential φ", "use a table φ");
                check("gain", exponential.gain(), Double::isFinite, "finite");
                check("scale", exponential.scale(), s -> s != 0 && Double.isFinite(s), "finite and not 0");
                if (!Double.isFinite(exponential.kappa()) || !Double.isFinite(exponential.center())) {
                    outOfRange("kappa and center", exponential.kappa(), "finite");
                }
            }
            case Phi.Step step -> {
                needs(NumberDomain.Real.class, "a step φ", "use a table φ");
                check("gain", step.gain(), Double::isFinite, "finite");
                check("step", step.at(), Double::isFinite, "finite");
            }
        }
    }

    private void checkChoice(Phi.Table table) {
        int length = table.choice().length();
        if (length != 1 && length != population.size()) {
            mistakes.add(new GraphMistake.WrongLength(object("table choice"), length, "1 or " + population.size()));
        } else if (table.tables().isEmpty()
                || table.choice().min() < 0
                || table.choice().max() >= table.tables().size()) {
            outOfRange(
                    "table choice",
                    table.choice().max(),
                    "the index of one of " + table.tables().size() + " tables");
        }
    }

    private void needs(Class<? extends NumberDomain> needed, String part, String fix) {
        if (!needed.isInstance(domain)) {
            mistakes.add(new GraphMistake.WrongDomain(object(part), domain, fix));
        }
    }

    private boolean check(String name, Parameter parameter, DoublePredicate range, String expected) {
        if (parameter.length() != 1 && parameter.length() != population.size()) {
            mistakes.add(new GraphMistake.WrongLength(object(name), parameter.length(), "1 or " + population.size()));
            return false;
        }
        for (double value : parameter.values()) {
            if (!range.test(value)) {
                outOfRange(name, value, expected);
                return false;
            }
            if (domain instanceof NumberDomain.Fixed
                    && Double.isFinite(value)
                    && (value != Math.rint(value) || Math.abs(value) > MAX_EXACT)) {
                outOfRange(name, value, "a whole number within ±2⁵³, as the fixed domain needs");
                return false;
            }
        }
        return true;
    }

    private void outOfRange(String name, double value, String expected) {
        mistakes.add(new GraphMistake.OutOfRange(object(name), value, expected));
    }

    private String object(String part) {
        return "population " + population.name() + ": " + part;
    }
}
