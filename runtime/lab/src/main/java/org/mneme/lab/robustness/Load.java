package org.mneme.lab.robustness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.mneme.InvalidValueException;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;
import org.mneme.runtime.experiment.Experiment;

/**
 * How many patterns a load is.
 *
 * @param features N
 * @param capacity P_S, the paper's sequence capacity for random patterns; the measure of associative memories too
 * @param transition P_T, the paper's transition capacity
 */
record Load(int features, double capacity, double transition) {
    private static final String CURVE = "curve";
    private static final String LOAD = "load";
    private static final int FRACTION_TERMS = 200;

    /**
     * Finds the capacity of a memory.
     *
     * @throws InvalidValueException if its patterns cannot vary in number, or the paper has no formula for it
     */
    static Load of(Experiment experiment) {
        if (!drawsPatterns(experiment)) {
            throw new InvalidValueException(
                    CURVE,
                    LOAD,
                    "offered for patterns that are not random, whose number cannot vary; use basin or noise");
        }
        if (!(experiment.settings().get("sequence") instanceof String)) {
            throw new InvalidValueException(
                    CURVE,
                    LOAD,
                    "offered for listed sequences, which fit one number of patterns; use cycle, chain or associative");
        }
        SequenceMemory memory = experiment.memory();
        Network network = memory.timing() instanceof Timing.Mixed mixed
                ? new Network.Mixed(mixed.symmetric(), memory.interaction(), mixed.lambda())
                : new Network.Dense(memory.interaction(), memory.selfCoupling(), memory.learning());
        int n = memory.features();
        OptionalDouble capacity = n < 2 ? OptionalDouble.empty() : network.theory(n, Measure.SEQUENCE);
        OptionalDouble transition = n < 2 ? OptionalDouble.empty() : network.theory(n, Measure.TRANSITION);
        if (transition.isEmpty() || capacity.isEmpty() || !(capacity.getAsDouble() > 0)) {
            throw new InvalidValueException(
                    CURVE,
                    LOAD,
                    "offered for " + network.label()
                            + ", of which the paper gives no capacity; use a polynomial or the exponential with kappa 1");
        }
        return new Load(n, capacity.getAsDouble(), transition.getAsDouble());
    }

    /**
     * Estimates how probably so many transitions among P random patterns are all clean, by the Gaussian crosstalk behind the paper's
     * formulas, but at this N: each of N bits flips with the probability Q(z), z² = 2 P_T ln N / (P − 1) the signal over the crosstalk.
     *
     * @param patterns P ≥ 2, not necessarily whole
     * @param transitions how many
     * @return in 0…1
     */
    double clean(double patterns, double transitions) {
        double z = Math.sqrt(2 * transition * Math.log(features) / (patterns - 1));
        return z < 1 ? 0 : Math.exp(-transitions * features * upperTail(z));
    }

    /** Q(z) of the standard normal distribution for z ≥ 1, by Laplace's continued fraction of Mills' ratio. */
    static double upperTail(double z) {
        double fraction = z;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / fraction;
    }

    /** Whether the patterns are random ones, drawn anew for each seed. */
    static boolean drawsPatterns(Experiment experiment) {
        return experiment.settings().get("patterns") instanceof Map<?, ?> patterns && patterns.containsKey("random");
    }

    /** Returns P = round(load · P_S), at least 2. */
    int patterns(String load) {
        double count = capacity * new BigDecimal(load).doubleValue();
        if (!(count < Integer.MAX_VALUE)) {
            throw new InvalidValueException(
                    LOAD,
                    load + " of P_S = " + String.format(Locale.ROOT, "%.3g", capacity),
                    "fewer patterns than 2^31; use fewer features or smaller values");
        }
        return Math.max(
                2, BigDecimal.valueOf(count).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
}
