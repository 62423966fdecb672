package org.mneme.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.mneme.InvalidValueException;

/**
 * The nonlinearity f of the hidden units, a function of the overlap m = h/N.
 *
 * <p>Source: Chaudhry, Zavatone-Veth, Krotov, Pehlevan, Long Sequence Hopfield Memory (NeurIPS 2023), section 2.
 */
public sealed interface Interaction {
    /** The largest κ accepted; κN is then far from the largest double. */
    double MAX_KAPPA = 1e100;

    /** f(x) = x: SeqNet, the classical asymmetric Hebbian network. */
    record Linear() implements Interaction {}

    /**
     * f(x) = x^d.
     *
     * @param degree d, 1…{@value #MAX_DEGREE}
     */
    record Polynomial(int degree) implements Interaction {
        /** The largest degree accepted. */
        public static final int MAX_DEGREE = 64;

        /** Checks the degree. */
        public Polynomial {
            if (degree < 1 || degree > MAX_DEGREE) {
                throw new InvalidValueException("polynomial degree", degree, "in 1…" + MAX_DEGREE);
            }
        }
    }

    /**
     * f(x) = e^{κN(x−1)}.
     *
     * @param kappa inverse temperature κ, above 0 and at most {@value #MAX_KAPPA}
     */
    record Exponential(double kappa) implements Interaction {
        /** Checks κ. */
        public Exponential {
            requirePositive("exponential kappa", kappa);
        }
    }

    /**
     * f fires (1, else 0) iff at least K = ⌈matches · N⌉ features match, as in Kanerva's sparse distributed memory.
     *
     * @param matches the fraction of features that must match, in (0, 1], exact as written
     */
    record Threshold(BigDecimal matches) implements Interaction {
        private static final int LEAST_EXPONENT = -20;

        /** Checks the fraction. */
        public Threshold {
            if (matches.signum() <= 0 || matches.compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidValueException("threshold matches", matches, "in (0, 1]");
            }
        }

        /**
         * Returns the number of matches needed.
         *
         * @param features N
         * @return K = ⌈matches · N⌉, taken exactly
         */
        public int needed(int features) {
            // Far below 1 / N: not expanded, since an exponent may have as many digits as an int.
            if ((long) matches.precision() - matches.scale() < LEAST_EXPONENT) {
                return 1;
            }
            return matches.multiply(BigDecimal.valueOf(features))
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
        }
    }

    /**
     * The exponential normalised over all hidden units: softmax of κh. Its sign is the exponential's.
     *
     * @param kappa inverse temperature κ, above 0 and at most {@value #MAX_KAPPA}
     */
    record Softmax(double kappa) implements Interaction {
        /** Checks κ. */
        public Softmax {
            requirePositive("softmax kappa", kappa);
        }
    }

    private static void requirePositive(String object, double value) {
        if (!(value > 0 && value <= MAX_KAPPA)) {
            throw new InvalidValueException(object, value, "a number above 0, at most " + MAX_KAPPA);
        }
    }
}
