package org.mneme.model;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Ints;

/**
 * The distinct arguments x of one {@link Side} at one moment, and what the hidden units answer to them.
 *
 * <p>Where self-coupling is excluded a unit sees x − ξ_i^μ S_i, so each group of equal overlaps has three slots, else one.
 */
final class Slots {
    /** Below this a double's value is dropped, and it counts as an error: no relative bound holds near the smallest doubles. */
    private static final double TINY = 1e-290;

    private final Side side;
    private final Groups<?> groups;
    private final Ints shifts;
    private final List<Rational> arguments = new ArrayList<>();
    private final double[] value;
    private final double[] error;

    /**
     * Creates the slots.
     *
     * @param side whose arguments these are
     * @param groups the patterns by equal arguments
     * @param x the arguments of the groups
     * @param excluded whether a unit's own part is taken off
     */
    Slots(Side side, Groups<?> groups, List<Rational> x, boolean excluded) {
        this.side = side;
        this.groups = groups;
        this.shifts = excluded ? Ints.of(-1, 0, 1) : Ints.of(0);
        for (Rational argument : x) {
            for (int s = 0; s < shifts.length(); s++) {
                arguments.add(shifts.at(s) == 0 ? argument : argument.minus(Rational.of(shifts.at(s))));
            }
        }
        this.value = new double[arguments.size()];
        this.error = new double[arguments.size()];
    }

    Side side() {
        return side;
    }

    Groups<?> groups() {
        return groups;
    }

    int count() {
        return value.length;
    }

    int shiftCount() {
        return shifts.length();
    }

    /** Returns the own part ξ_i^μ S_i that shift s takes off. */
    int shift(int s) {
        return shifts.at(s);
    }

    int slot(int group, int s) {
        return group * shifts.length() + s;
    }

    /** Returns the slot of pattern μ for a unit whose own part is ξ_i^μ S_i. */
    int slotOf(int mu, int own) {
        return slot(groups.groupOf(mu), shifts.length() == 1 ? 0 : own + 1);
    }

    /** Returns w f(x) e^−anchor (over the softmax's sum where {@link #approximate} divided), but for {@link #error}. */
    double value(int slot) {
        return value[slot];
    }

    /** Returns a bound on the absolute error of a value. */
    double error(int slot) {
        return error[slot];
    }

    double largestExponent() {
        return arguments.stream()
                .mapToDouble(x -> side.response().exponent(x))
                .max()
                .orElse(0);
    }

    /**
     * Computes the values relative to e^anchor.
     *
     * <p>With u = 2⁻⁵³: the product c w e^(a−A) has the relative errors of c, of λ against its decimal (u at most where λ is normal),
     * of two products (2u) and of e^(a−A): StrictMath's 2u, and the absolute error of its argument, which is that of a and one
     * rounding of a − A.
     *
     * @param anchor A, at least every exponent of all sides; not used where {@code divide}
     * @param divide whether to divide by the softmax's sum
     */
    void approximate(double anchor, boolean divide) {
        Response response = side.response();
        double shift = divide ? largestExponent() : anchor;
        double sum = 0;
        double worst = 0;
        for (int k = 0; k < value.length; k++) {
            double a = response.exponent(arguments.get(k));
            double c = response.coefficient(arguments.get(k));
            double e = StrictMath.exp(a - shift);
            double relative =
                    response.isIntegral() && shift == 0 && side.weight() == 1 ? 0 : relativeError(side, a, shift);
            set(k, c, e, relative);
            if (divide) {
                sum += groups.size(k) * e;
                worst = Math.max(worst, relative);
            }
        }
        if (divide) {
            divide(sum, worst + (value.length + 3) * Response.ROUNDING);
        }
    }

    /** Bounds the relative error of c w e^(a−A). */
    static double relativeError(Side side, double a, double anchor) {
        return side.response().coefficientError()
                + side.response().exponentError(a)
                + Math.ulp(side.weight()) / side.weight()
                + Response.ROUNDING * (Math.abs(a - anchor) + 4);
    }

    /** Whether a value v = c w e, or a factor of it, is too near the smallest doubles. */
    static boolean isTiny(double c, double e, double v) {
        return Math.abs(c) < TINY || e < TINY || Math.abs(v) < TINY;
    }

    /** Bounds a value that is dropped because it is tiny. */
    static double tinyError(double c, double weight) {
        return 2 * TINY * Math.max(1, Math.abs(c)) * Math.max(1, weight);
    }

    private void set(int k, double c, double e, double relative) {
        if (side.response().isZero(arguments.get(k))) {
            return;
        }
        double v = c * e * side.weight();
        boolean tiny = isTiny(c, e, v);
        value[k] = tiny ? 0 : v;
        error[k] = tiny ? tinyError(c, side.weight()) : Math.abs(v) * relative * 1.01;
    }

    /** The sum is ≥ 1, for its largest term is 1: what the tiny terms add to it is far below one rounding. */
    private void divide(double sum, double sumError) {
        for (int k = 0; k < value.length; k++) {
            value[k] /= sum;
            error[k] = (error[k] / sum + Math.abs(value[k]) * (sumError + Response.ROUNDING)) * 1.01;
        }
    }

    /** Returns w f(x) exactly for each slot, without the softmax's sum. */
    List<FormalSum> exact() {
        Rational weight = Rational.asWritten(side.weight());
        return arguments.stream()
                .map(x -> {
                    FormalSum weighted = new FormalSum();
                    weighted.add(weight, side.response().exact(x));
                    return weighted;
                })
                .toList();
    }

    /** Returns the softmax's sum Σ_μ f(x_μ) exactly, over all patterns. */
    FormalSum exactSum() {
        FormalSum sum = new FormalSum();
        for (int k = 0; k < value.length; k++) {
            sum.add(Rational.of(groups.size(k)), side.response().exact(arguments.get(k)));
        }
        return sum;
    }
}
