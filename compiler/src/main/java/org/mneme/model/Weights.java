package org.mneme.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the hidden units answer at each of a range of integer keys, w f e^−A, with a bound on the error of each; the keys ordered by
 * descending magnitude, those of one magnitude in one group.
 *
 * <p>So ±h share a group where f is even or odd, and all keys above a threshold do. Keys of weight 0 are in no group.
 */
final class Weights {
    private final double[] value;
    private final double[] error;
    private final int[] order;
    private final int[] groupStart;
    private final double[] groupErrors;
    private final double[] bounds;
    private final boolean exact;

    private Weights(double[] value, double[] error) {
        this.value = value;
        this.error = error;
        this.order = IntStream.range(0, value.length)
                .filter(k -> value[k] != 0 || error[k] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -Math.abs(value[k]))
                        .thenComparingDouble(k -> -Math.signum(value[k])))
                .mapToInt(k -> k)
                .toArray();
        int[] starts = IntStream.range(0, order.length)
                .filter(p -> p == 0 || Math.abs(value[order[p]]) != Math.abs(value[order[p - 1]]))
                .toArray();
        this.groupStart = Arrays.copyOf(starts, starts.length + 1);
        groupStart[starts.length] = order.length;
        this.groupErrors = IntStream.range(0, starts.length)
                .mapToDouble(this::largestError)
                .toArray();
        this.bounds = IntStream.range(0, starts.length)
                .mapToDouble(g -> (Math.abs(value[order[starts[g]]]) + groupErrors[g]) * (1 + 4 * Response.ROUNDING))
                .toArray();
        this.exact = IntStream.range(0, value.length).allMatch(k -> error[k] == 0 && value[k] == Math.rint(value[k]));
    }

    /**
     * Returns the weights of a side at x = numerator/denominator.
     *
     * @param side w and f
     * @param first numerator of key 0
     * @param last numerator of the last key
     * @param denominator τ of the slow trace, or 1
     * @param anchor A
     * @return one weight a numerator
     */
    static Weights of(Side side, long first, long last, int denominator, double anchor) {
        int count = Math.toIntExact(last - first + 1);
        double[] value = new double[count];
        double[] error = new double[count];
        for (int k = 0; k < count; k++) {
            set(side, first + k, denominator, anchor, value, error, k);
        }
        return new Weights(value, error);
    }

    private static void set(
            Side side, long numerator, int denominator, double anchor, double[] value, double[] error, int k) {
        Response response = side.response();
        if (response.isZero(numerator, denominator)) {
            return;
        }
        double c = response.coefficient(numerator, denominator);
        double a = response.exponent(numerator, denominator);
        double e = StrictMath.exp(a - anchor);
        double v = c * e * side.weight();
        if (Slots.isTiny(c, e, v)) {
            error[k] = Slots.tinyError(c, side.weight());
            return;
        }
        value[k] = v;
        boolean whole = response.isIntegral() && side.weight() == 1 && anchor == 0 && Math.abs(c) < 0x1p52;
        double powers = response.isIntegral() ? Interaction.Polynomial.MAX_DEGREE * Response.ROUNDING : 0;
        error[k] = whole ? 0 : Math.abs(v) * (Slots.relativeError(side, a, anchor) + powers) * 1.01;
    }

    /** Returns the weights moved: those of key k are this one's at k + by; 0 outside. */
    Weights moved(int by) {
        double[] v = new double[value.length];
        double[] e = new double[value.length];
        for (int k = Math.max(0, -by); k < v.length && k + by < v.length; k++) {
            v[k] = value[k + by];
            e[k] = error[k + by];
        }
        return new Weights(v, e);
    }

    /** Returns this + factor · other, key by key; factor is ±1. */
    Weights plus(int factor, Weights other) {
        double[] v = new double[value.length];
        double[] e = new double[value.length];
        for (int k = 0; k < v.length; k++) {
            v[k] = value[k] + factor * other.value[k];
            boolean whole = exact && other.exact && Math.abs(v[k]) < 0x1p52;
            e[k] = (error[k] + other.error[k] + (whole ? 0 : Math.abs(v[k]) * Response.ROUNDING)) * 1.01;
        }
        return new Weights(v, e);
    }

    /** Returns the weights of several ranges of keys, one after the other. */
    static Weights concatenated(List<Weights> parts) {
        return new Weights(
                parts.stream().flatMapToDouble(w -> Arrays.stream(w.value)).toArray(),
                parts.stream().flatMapToDouble(w -> Arrays.stream(w.error)).toArray());
    }

    int keys() {
        return value.length;
    }

    double value(int key) {
        return value[key];
    }

    double error(int key) {
        return error[key];
    }

    /** Whether all weights are integers without error. */
    boolean isExact() {
        return exact;
    }

    int groups() {
        return groupStart.length - 1;
    }

    /** The place of a group's first key in the order. */
    int groupStart(int group) {
        return groupStart[group];
    }

    /** The key at a place of the order. */
    int key(int place) {
        return order[place];
    }

    /** A bound on the magnitude of any weight of a group. */
    double bound(int group) {
        return bounds[group];
    }

    /** A bound on the error of any weight of a group. */
    double groupError(int group) {
        return groupErrors[group];
    }

    private double largestError(int group) {
        double e = 0;
        for (int p = groupStart[group]; p < groupStart[group + 1]; p++) {
            e = Math.max(e, error[order[p]]);
        }
        return e;
    }
}
