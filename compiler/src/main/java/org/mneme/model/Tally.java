package org.mneme.model;

import java.util.Arrays;

/**
 * The fields of all units as double sums, with what bounds their errors, and the signs settled so far.
 *
 * <p>A field is Σ_k c_{ik} v_k with integers |c_{ik}| ≤ n_k, the number of rows at key k, and |v_k − v̂_k| ≤ e_k. Let M and E be the
 * sums of n_k|v̂_k| and of n_k e_k over the t terms added, R a bound on the same sum of n_k(|v̂_k| + e_k) over the rest. The computed
 * partial sum ŝ differs from the partial sum by at most γ_{t+1} M + E, γ_n = nu/(1−nu) with u = 2⁻⁵³ (one rounding a product, t − 1
 * additions), and that from the field by at most R. So where |ŝ| > 2(t+1)uM + 2E + R the field has the sign of ŝ, whatever the rest
 * is: it need not be added. Twice the rounding bound covers the roundings of the bound itself. Where all v̂_k are integers without
 * error, and M + R is below 2⁵², sums are exact, and the bound is R alone; then 0 > 0 settles a 0 once nothing is left.
 */
final class Tally {
    private static final double EXACT = 0x1p52;
    private static final double SLACK = 1 + 0x1p-20;

    private final double[] value;
    private final int[] signs;
    private double magnitude;
    private double error;
    private int terms;
    private int settled;
    private boolean exact;

    Tally(int units) {
        this.value = new double[units];
        this.signs = new int[units];
    }

    /** Begins new sums; says whether their values are integers without error. */
    void clear(boolean exactValues) {
        Arrays.fill(value, 0);
        magnitude = 0;
        error = 0;
        terms = 0;
        settled = 0;
        exact = exactValues;
    }

    /** Adds c_{ik} v_k for all units. */
    void add(int[] counts, double v, double e, int rows) {
        terms++;
        magnitude += rows * Math.abs(v);
        error += rows * e;
        addScaled(counts, v, value);
    }

    private static void addScaled(int[] counts, double v, double[] value) {
        for (int i = 0; i < value.length; i++) {
            value[i] += counts[i] * v;
        }
    }

    /**
     * Settles signs in ascending order of units, up to the first that the rest may still change; a sign settled stays so, since the
     * bound sinks by at least what a sum can change.
     *
     * @param rest R
     * @return whether all are settled
     */
    boolean settle(double rest) {
        boolean sumsAreExact = exact && magnitude + rest < EXACT;
        double bound = rest * SLACK + (sumsAreExact ? 0 : 2 * ((terms + 1) * Response.ROUNDING * magnitude + error));
        while (settled < value.length && (Math.abs(value[settled]) > bound || bound == 0)) {
            signs[settled] = (int) Math.signum(value[settled]);
            settled++;
        }
        return settled == value.length;
    }

    /** The units below this are settled. */
    int settled() {
        return settled;
    }

    int[] signs() {
        return signs;
    }
}
