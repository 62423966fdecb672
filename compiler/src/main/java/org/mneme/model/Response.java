package org.mneme.model;

import java.math.BigDecimal;

/**
 * What a hidden unit answers to x = N m: f = c e^a, as doubles with a bound on their error, and exactly.
 *
 * <p>A softmax answers with its exponential; who sums it over the patterns divides.
 */
final class Response {
    /** Half the distance from 1 to the next double: the largest relative error of one rounding. */
    static final double ROUNDING = 0x1p-53;

    /** What a real-valued x = N m may miss the threshold by, as a part of N, and still fire. */
    static final double THRESHOLD_SLACK = 1e-9;

    private final Interaction interaction;
    private final int units;
    private final boolean integral;

    /**
     * Creates the response.
     *
     * @param interaction f
     * @param units N, or N−1 where self-coupling is excluded
     * @param alone true where the response meets no other, so that a common positive factor of all answers may be dropped
     */
    Response(Interaction interaction, int units, boolean alone) {
        this.interaction = interaction;
        this.units = units;
        this.integral = switch (interaction) {
            case Interaction.Linear _, Interaction.Polynomial _ -> alone && StrictMath.pow(units, degree()) < 0x1p53;
            case Interaction.Threshold _ -> true;
            case Interaction.Exponential _, Interaction.Softmax _ -> false;
        };
    }

    /**
     * Whether the double c is an integer below 2⁵³ without error at every overlap, and a = 0. A power that stands alone is then not
     * divided by N^d.
     */
    boolean isIntegral() {
        return integral;
    }

    /** Whether f is exactly 0. */
    boolean isZero(Rational x) {
        return switch (interaction) {
            case Interaction.Linear _, Interaction.Polynomial _ -> x.signum() == 0;
            case Interaction.Threshold(BigDecimal matches) -> !fires(matches, x);
            case Interaction.Exponential _, Interaction.Softmax _ -> false;
        };
    }

    boolean isSoftmax() {
        return interaction instanceof Interaction.Softmax;
    }

    /** Returns c at an exact x. */
    double coefficient(Rational x) {
        return interaction instanceof Interaction.Threshold(BigDecimal matches)
                ? fires(matches, x) ? 1 : 0
                : coefficient(x.doubleValue());
    }

    /** Whether f is exactly 0 at x = numerator/denominator. */
    boolean isZero(long numerator, int denominator) {
        return switch (interaction) {
            case Interaction.Linear _, Interaction.Polynomial _ -> numerator == 0;
            case Interaction.Threshold _ -> coefficient(numerator, denominator) == 0;
            case Interaction.Exponential _, Interaction.Softmax _ -> false;
        };
    }

    /** Returns c at x = numerator/denominator; the error is within {@link #coefficientError}. */
    double coefficient(long numerator, int denominator) {
        return interaction instanceof Interaction.Threshold threshold
                ? numerator + (long) units * denominator >= 2L * threshold.needed(units) * denominator ? 1 : 0
                : coefficient((double) numerator / denominator);
    }

    /** Returns a at x = numerator/denominator; the error is within {@link #exponentError}. */
    double exponent(long numerator, int denominator) {
        return exponentBelow((double) (numerator - (long) units * denominator) / denominator);
    }

    /** Whether f grows exponentially, so that only the ratios of its values matter where it stands alone. */
    boolean isExponential() {
        return kappa() != 0;
    }

    int units() {
        return units;
    }

    /** Returns c at a real-valued x. */
    double coefficient(double x) {
        return switch (interaction) {
            case Interaction.Linear _, Interaction.Polynomial _ -> power(integral ? x : x / units, degree());
            case Interaction.Exponential _, Interaction.Softmax _ -> 1;
            case Interaction.Threshold threshold ->
                (units + x) / 2 >= threshold.needed(units) - THRESHOLD_SLACK * units ? 1 : 0;
        };
    }

    /** Returns a at an exact x; x − N is taken before it is rounded. */
    double exponent(Rational x) {
        return kappa() == 0 ? 0 : exponentBelow(x.minus(Rational.of(units)).doubleValue());
    }

    /** Returns a at a real-valued x. */
    double exponent(double x) {
        return exponentBelow(x - units);
    }

    private double exponentBelow(double below) {
        return kappa() == 0 ? 0 : kappa() * below;
    }

    /** Bounds the relative error of c at an exact x: x, its quotient by N (3 roundings at most), and d − 1 products. */
    double coefficientError() {
        return integral || kappa() != 0 ? 0 : 4 * degree() * ROUNDING;
    }

    /** Bounds the absolute error of a at an exact x: x − N (2 roundings at most), κ against its decimal, and their product. */
    double exponentError(double a) {
        return 5 * Math.abs(a) * ROUNDING;
    }

    /** Returns f exactly, κ taken as the decimal that was written. */
    FormalSum exact(Rational x) {
        return switch (interaction) {
            case Interaction.Linear _, Interaction.Polynomial _ ->
                FormalSum.of(x.over(units).pow(degree()), Rational.ZERO);
            case Interaction.Exponential _, Interaction.Softmax _ ->
                FormalSum.of(Rational.ONE, Rational.asWritten(kappa()).times(x.minus(Rational.of(units))));
            case Interaction.Threshold(BigDecimal matches) ->
                FormalSum.of(fires(matches, x) ? Rational.ONE : Rational.ZERO, Rational.ZERO);
        };
    }

    /** Matches k = (N + x)/2 against K: a feature unknown to either side is half a match. */
    private boolean fires(BigDecimal matches, Rational x) {
        int needed = new Interaction.Threshold(matches).needed(units);
        return x.plus(Rational.of(units)).compareTo(Rational.of(2L * needed)) >= 0;
    }

    /** d, or 0 where f is no power. */
    private int degree() {
        return switch (interaction) {
            case Interaction.Linear _ -> 1;
            case Interaction.Polynomial polynomial -> polynomial.degree();
            case Interaction.Exponential _, Interaction.Softmax _, Interaction.Threshold _ -> 0;
        };
    }

    /** Returns κ, or 0 where f has none. */
    double kappa() {
        return switch (interaction) {
            case Interaction.Exponential exponential -> exponential.kappa();
            case Interaction.Softmax softmax -> softmax.kappa();
            case Interaction.Linear _, Interaction.Polynomial _, Interaction.Threshold _ -> 0;
        };
    }

    private static double power(double x, int degree) {
        double product = x;
        for (int k = 1; k < degree; k++) {
            product *= x;
        }
        return product;
    }
}
