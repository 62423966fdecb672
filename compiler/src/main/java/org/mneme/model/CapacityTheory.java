package org.mneme.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.mneme.InvalidValueException;

/**
 * The capacity and timing formulas of the sequence memory: Gaussian crosstalk, large N, random patterns.
 *
 * <p>Source: Chaudhry, Zavatone-Veth, Krotov, Pehlevan, Long Sequence Hopfield Memory (NeurIPS 2023), sections 3 and 5. The transition
 * capacity P_T lets one transition pass without error, the sequence capacity P_S the whole sequence. ln is the natural logarithm, k!! the
 * double factorial, β = e²/cosh 2. Capacities are real numbers of patterns; they are infinite where a double is too small for them.
 */
public final class CapacityTheory {
    /** β = e²/cosh 2, about 1.964: the base of the exponential network's capacity. */
    public static final double BETA = StrictMath.exp(2) / StrictMath.cosh(2);

    /** A ratio of polynomials in λ has reached its limit there, and the squares still fit a double. */
    private static final double LARGEST_LAMBDA = 1e100;

    private CapacityTheory() {}

    /**
     * Returns P_T of the polynomial DenseNet, N^d / (2 (2d−1)!! ln N).
     *
     * @param features N ≥ 2
     * @param degree d in 1…64; 1 is SeqNet
     * @return patterns
     */
    public static double polynomialTransition(int features, int degree) {
        return powerRatio(features, degree) / (2 * logarithm(features));
    }

    /**
     * Returns P_S of the polynomial DenseNet, N^d / (2 (d+1) (2d−1)!! ln N).
     *
     * @param features N ≥ 2
     * @param degree d in 1…64
     * @return patterns
     */
    public static double polynomialSequence(int features, int degree) {
        return polynomialTransition(features, degree) / (degree + 1);
    }

    /**
     * Returns P_T of the exponential DenseNet, β^(N−1) / (2 ln N).
     *
     * @param features N ≥ 2
     * @return patterns
     */
    public static double exponentialTransition(int features) {
        return StrictMath.pow(BETA, features - 1) / (2 * logarithm(features));
    }

    /**
     * Returns P_S of the exponential DenseNet, β^(N−1) / (2 N ln β).
     *
     * @param features N ≥ 2
     * @return patterns
     */
    public static double exponentialSequence(int features) {
        checkFeatures(features);
        return StrictMath.pow(BETA, features - 1) / (2 * features * StrictMath.log(BETA));
    }

    /**
     * Returns P_T of the polynomial MixedNet, (λ−1)² N^min(d_S,d_A) / (2 γ ln N).
     *
     * <p>γ = (2d_S−1)!! if d_S &lt; d_A; (λ²+1) (2d_S−1)!! + 2λ [(d_S−1)!!]² [d_S even] if d_S = d_A; λ² (2d_A−1)!! if d_S &gt; d_A.
     *
     * @param features N ≥ 2
     * @param symmetricDegree d_S in 1…64
     * @param asymmetricDegree d_A in 1…64
     * @param lambda λ &gt; 0
     * @return patterns
     */
    public static double mixedPolynomialTransition(
            int features, int symmetricDegree, int asymmetricDegree, double lambda) {
        int degree = lowerDegree(symmetricDegree, asymmetricDegree);
        double weight = symmetricDegree < asymmetricDegree ? checkLambda(lambda) : limitedLambda(lambda);
        double gamma = relativeGamma(symmetricDegree, asymmetricDegree, weight);
        return (weight - 1) * (weight - 1) * powerRatio(features, degree) / (2 * gamma * logarithm(features));
    }

    /**
     * Returns P_S of the polynomial MixedNet as the paper's notebooks have it, P_T / min(d_S,d_A).
     *
     * @param features N ≥ 2
     * @param symmetricDegree d_S in 1…64
     * @param asymmetricDegree d_A in 1…64
     * @param lambda λ &gt; 0
     * @return patterns
     */
    public static double mixedPolynomialSequence(
            int features, int symmetricDegree, int asymmetricDegree, double lambda) {
        return mixedPolynomialTransition(features, symmetricDegree, asymmetricDegree, lambda)
                / lowerDegree(symmetricDegree, asymmetricDegree);
    }

    /**
     * Returns P_S of the polynomial MixedNet by the union bound that gives the DenseNet's d + 1, P_T / (min(d_S,d_A) + 1).
     *
     * @param features N ≥ 2
     * @param symmetricDegree d_S in 1…64
     * @param asymmetricDegree d_A in 1…64
     * @param lambda λ &gt; 0
     * @return patterns
     */
    public static double mixedPolynomialSequenceByUnionBound(
            int features, int symmetricDegree, int asymmetricDegree, double lambda) {
        return mixedPolynomialTransition(features, symmetricDegree, asymmetricDegree, lambda)
                / (lowerDegree(symmetricDegree, asymmetricDegree) + 1);
    }

    /**
     * Returns P_T of the exponential MixedNet, (λ−1)²/(λ²+1) times the DenseNet's.
     *
     * @param features N ≥ 2
     * @param lambda λ &gt; 0
     * @return patterns
     */
    public static double mixedExponentialTransition(int features, double lambda) {
        return mixedShare(lambda) * exponentialTransition(features);
    }

    /**
     * Returns P_S of the exponential MixedNet, (λ−1)²/(λ²+1) times the DenseNet's.
     *
     * @param features N ≥ 2
     * @param lambda λ &gt; 0
     * @return patterns
     */
    public static double mixedExponentialSequence(int features, double lambda) {
        return mixedShare(lambda) * exponentialSequence(features);
    }

    /**
     * Returns the variance of the exponential DenseNet's crosstalk, (P−1) β^(1−N).
     *
     * @param features N ≥ 2
     * @param patterns P ≥ 1
     * @return the variance, the signal being 1
     */
    public static double crosstalkVariance(int features, long patterns) {
        checkFeatures(features);
        return (checkPatterns(patterns, 1) - 1.0) * StrictMath.pow(BETA, 1 - features);
    }

    /**
     * Returns the excess kurtosis of the exponential DenseNet's crosstalk, ((cosh 4 / cosh² 2)^(N−1) − 3) / (P−1); far above 0, the
     * Gaussian formulas do not hold.
     *
     * @param features N ≥ 2
     * @param patterns P ≥ 2
     * @return the excess kurtosis
     */
    public static double crosstalkExcessKurtosis(int features, long patterns) {
        checkFeatures(features);
        double ratio = StrictMath.cosh(4) / (StrictMath.cosh(2) * StrictMath.cosh(2));
        return (StrictMath.pow(ratio, features - 1) - 3) / (checkPatterns(patterns, 2) - 1.0);
    }

    /**
     * Returns how many recall steps the polynomial MixedNet with a boxcar holds a pattern, ⌊τ λ^(−1/d_A)⌋ + 1, computed exactly: the
     * first k with λ (k/τ)^d_A &gt; 1.
     *
     * @param steps τ ≥ 1
     * @param lambda λ &gt; 0, taken as the decimal that was written; the pattern is never left where λ ≤ 1
     * @param asymmetricDegree d_A in 1…64
     * @return steps; more than τ only where λ ≤ 1, and never more than 2⁶²
     */
    public static long dwell(int steps, double lambda, int asymmetricDegree) {
        checkDwell(steps, lambda, asymmetricDegree);
        long low = 1;
        long high = 1;
        while (high < 1L << 62 && !leaves(high, steps, lambda, asymmetricDegree)) {
            low = high + 1;
            high *= 2;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (leaves(middle, steps, lambda, asymmetricDegree)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** λ k^d &gt; τ^d. */
    private static boolean leaves(long k, int steps, double lambda, int degree) {
        return compareDrive(k, steps, lambda, degree) > 0;
    }

    private static int compareDrive(long k, int steps, double lambda, int degree) {
        BigDecimal drive = new BigDecimal(BigInteger.valueOf(k).pow(degree)).multiply(BigDecimal.valueOf(lambda));
        return drive.compareTo(new BigDecimal(BigInteger.valueOf(steps).pow(degree)));
    }

    /**
     * Returns the degree above which the dwell time is exactly τ, ln λ / −ln(1−1/τ).
     *
     * @param steps τ ≥ 1
     * @param lambda λ &gt; 0
     * @return the bound on d_A; 0 where τ = 1
     */
    public static double dwellDegreeBound(int steps, double lambda) {
        checkDwell(steps, lambda, 1);
        return steps == 1 ? 0 : StrictMath.log(lambda) / -StrictMath.log1p(-1.0 / steps);
    }

    /**
     * Says whether each pattern is held exactly τ steps: λ &gt; 1 and d_A &gt; ln λ / −ln(1−1/τ), decided exactly as λ (1−1/τ)^d_A &lt; 1.
     * At equality the two terms tie after τ − 1 steps and crosstalk decides, so that counts as no.
     *
     * @param steps τ ≥ 1
     * @param lambda λ &gt; 0
     * @param asymmetricDegree d_A in 1…64
     * @return true where the dwell time is τ
     */
    public static boolean dwellIsExact(int steps, double lambda, int asymmetricDegree) {
        checkDwell(steps, lambda, asymmetricDegree);
        return lambda > 1 && compareDrive(steps - 1L, steps, lambda, asymmetricDegree) < 0;
    }

    /**
     * Returns a sentence that warns of a dwell time that is not τ.
     *
     * @param steps τ ≥ 1
     * @param lambda λ &gt; 0
     * @param asymmetricDegree d_A in 1…64
     * @return the sentence; empty where {@link #dwellIsExact}
     */
    public static Optional<String> dwellWarning(int steps, double lambda, int asymmetricDegree) {
        if (dwellIsExact(steps, lambda, asymmetricDegree)) {
            return Optional.empty();
        }
        if (lambda <= 1) {
            return Optional.of("a pattern is never left with lambda = " + lambda + "; use a lambda above 1");
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "with lambda = %s and degree %d a pattern is held about %d steps instead of %d; use a degree above %.4g, or a smaller lambda",
                lambda,
                asymmetricDegree,
                dwell(steps, lambda, asymmetricDegree),
                steps,
                dwellDegreeBound(steps, lambda)));
    }

    /** N^d / (2d−1)!!, factor by factor: neither side overflows alone. */
    private static double powerRatio(int features, int degree) {
        checkDegree(degree);
        double ratio = 1;
        for (int k = 1; k <= degree; k++) {
            ratio *= (double) features / (2 * k - 1);
        }
        return ratio;
    }

    /** γ / (2d−1)!!, d the lower degree. */
    private static double relativeGamma(int symmetricDegree, int asymmetricDegree, double lambda) {
        if (symmetricDegree < asymmetricDegree) {
            return 1;
        }
        if (symmetricDegree > asymmetricDegree) {
            return lambda * lambda;
        }
        double mean = doubleFactorial(symmetricDegree - 1);
        double correlation = symmetricDegree % 2 == 0 ? 2 * lambda * mean * mean : 0;
        return lambda * lambda + 1 + correlation / doubleFactorial(2 * symmetricDegree - 1);
    }

    private static double mixedShare(double lambda) {
        double weight = limitedLambda(lambda);
        return (weight - 1) * (weight - 1) / (weight * weight + 1);
    }

    private static double doubleFactorial(int k) {
        double product = 1;
        for (int factor = k; factor > 1; factor -= 2) {
            product *= factor;
        }
        return product;
    }

    private static int lowerDegree(int symmetricDegree, int asymmetricDegree) {
        checkDegree(symmetricDegree);
        checkDegree(asymmetricDegree);
        return Math.min(symmetricDegree, asymmetricDegree);
    }

    private static double logarithm(int features) {
        checkFeatures(features);
        return StrictMath.log(features);
    }

    private static void checkFeatures(int features) {
        if (features < 2) {
            throw new InvalidValueException("features", features, "enough for the capacity formulas: at least 2");
        }
    }

    private static long checkPatterns(long patterns, long least) {
        if (patterns < least) {
            throw new InvalidValueException(
                    "patterns", patterns, "enough for the crosstalk formulas: at least " + least);
        }
        return patterns;
    }

    private static void checkDegree(int degree) {
        if (degree < 1 || degree > Interaction.Polynomial.MAX_DEGREE) {
            throw new InvalidValueException("degree", degree, "in 1…" + Interaction.Polynomial.MAX_DEGREE);
        }
    }

    private static double checkLambda(double lambda) {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new InvalidValueException("timing lambda", lambda, "a finite number above 0");
        }
        return lambda;
    }

    private static double limitedLambda(double lambda) {
        return Math.min(checkLambda(lambda), LARGEST_LAMBDA);
    }

    private static void checkDwell(int steps, double lambda, int asymmetricDegree) {
        checkLambda(lambda);
        checkDegree(asymmetricDegree);
        if (steps < 1) {
            throw new InvalidValueException("steps per pattern", steps, "at least 1");
        }
    }
}
