package org.mneme.recall;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Finds the cheapest codes by what they are expected to cost: all steps for all numbers of listed c, the largest first. */
final class CodeSearch {
    private static final int STEPS = 112;
    private static final double STEP_RATIO = Math.pow(2, -0.25);

    /** Most bits of the coarse codes together, so that as many are left for the fine ones. */
    private static final int COARSE_BITS = 22;

    /** Bits of fine codes that cannot be exact. */
    private static final int FINE_BITS = 10;

    /** Costs in ns: of one bit of one pattern for one unit, and for its slice; of one unit of a listed pattern. */
    private static final double BIT_COST = 0.001;

    private static final double SLICE_COST = 0.03;
    private static final double LISTED_COST = 0.15;

    /** Cost in ns of one fine bit of one pattern for a unit in doubt. */
    private static final double FINE_BIT_COST = 0.0012;

    /** Cost of one pattern in ns where a unit is summed exactly. */
    private static final double EXACT_COST = 5;

    private final List<Term> terms;
    private final double[] histogram;
    private final int patterns;
    private final int units;
    private final double[] size;
    private final int[] order;

    /** For each term and number of listed c, the least and the largest value that is not listed, and 0. */
    private final double[][] least;

    private final double[][] most;
    private final double signal;
    private final double noise;
    private final OptionalDouble unit;

    private double bestCost = Double.POSITIVE_INFINITY;
    private int bestListed = 1;
    private double bestStep = 1;

    private CodeSearch(List<Term> terms, double[] histogram, int patterns) {
        this.terms = terms;
        this.histogram = histogram;
        this.patterns = patterns;
        this.units = histogram.length - 1;
        this.size = new double[histogram.length];
        double power = 0;
        for (int c = 0; c < size.length; c++) {
            for (Term term : terms) {
                size[c] += Math.abs(term.value()[c]);
                power += histogram[c] * term.value()[c] * term.value()[c];
            }
        }
        this.order = IntStream.range(0, size.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> c == 0 ? Double.NEGATIVE_INFINITY : -size[c]))
                .mapToInt(c -> c)
                .toArray();
        this.least = new double[terms.size()][order.length + 1];
        this.most = new double[terms.size()][order.length + 1];
        for (int t = 0; t < terms.size(); t++) {
            for (int k = order.length - 1; k >= 0; k--) {
                double value = terms.get(t).value()[order[k]];
                least[t][k] = Math.min(least[t][k + 1], value);
                most[t][k] = Math.max(most[t][k + 1], value);
            }
        }
        this.signal = Math.abs(terms.stream().mapToDouble(t -> t.value()[0]).sum());
        this.noise = Math.sqrt(power);
        this.unit = Term.unit(terms);
    }

    /**
     * Chooses the cheapest codes.
     *
     * @param terms the tables
     * @param histogram expected number of patterns at each c, without the state's own
     * @param patterns P
     */
    static Weights choose(List<Term> terms, double[] histogram, int patterns) {
        return new CodeSearch(terms, histogram, patterns).best();
    }

    private Weights best() {
        double listedPatterns = 0;
        for (int listed = 1; listed <= order.length; listed++) {
            listedPatterns += histogram[order[listed - 1]];
            double listedCost = (1 + listedPatterns) * units * terms.size() * LISTED_COST;
            if (listedCost > bestCost) {
                break;
            }
            double step = listed < order.length ? 4 * size[order[listed]] : 1;
            for (int s = 0; s < STEPS && step > 0; s++) {
                consider(listed, step, listedCost);
                step *= STEP_RATIO;
            }
            if (unit.isPresent()) {
                consider(listed, unit.orElseThrow(), listedCost);
            }
        }
        boolean[] listed = new boolean[size.length];
        Arrays.stream(order).limit(bestListed).forEach(c -> listed[c] = true);
        return new Weights(terms, listed, steps(), 0x1p50 * unit.orElse(0), patterns);
    }

    private void consider(int listed, double step, double listedCost) {
        int bits = 0;
        for (int t = 0; t < terms.size(); t++) {
            bits += bitsFor(Math.rint(most[t][listed] / step) - Math.rint(least[t][listed] / step));
        }
        double sure = listedCost + bits * (units * BIT_COST + SLICE_COST) * patterns;
        if (bits > COARSE_BITS || sure >= bestCost) {
            return;
        }
        double rest = rest(listed, step);
        double doubtful = rest == 0 ? 0 : units * tail((signal - rest) / noise);
        int fineBits = terms.size() * (isWhole(step) ? bitsFor(whole(step)) : FINE_BITS);
        double cost = sure
                + doubtful * fineBits * FINE_BIT_COST * patterns
                + Math.min(1, doubtful) * fineBits * SLICE_COST * patterns;
        if (!isWhole(step)) {
            double fineRest = terms.size() * fineStep(step) / 2 * patterns;
            double undecided = tail((signal - fineRest) / noise) - tail((signal + fineRest) / noise);
            cost += units * undecided * EXACT_COST * patterns;
        }
        if (cost < bestCost) {
            bestCost = cost;
            bestListed = listed;
            bestStep = step;
        }
    }

    /** What codes leave over in the patterns expected. */
    private double rest(int listed, double step) {
        double rest = 0;
        for (Term term : terms) {
            for (int k = listed; k < order.length; k++) {
                int c = order[k];
                double code = Math.rint(term.value()[c] / step);
                rest += histogram[c] * Math.abs(term.value()[c] - step * code);
            }
        }
        return rest;
    }

    /** About the part of a normal distribution above z; noise may be 0. */
    private static double tail(double z) {
        return z > 0 ? Math.exp(-z * z / 2) * Math.min(0.5, 0.4 / z) : 1;
    }

    private static int bitsFor(double largest) {
        return largest < 1 ? 0 : 1 + Math.getExponent(largest);
    }

    /** Fine codes are exact where they fit: the coarse step is then a multiple of the fine one. */
    private double[] steps() {
        return isWhole(bestStep)
                ? new double[] {whole(bestStep) * unit.orElseThrow(), unit.orElseThrow()}
                : new double[] {bestStep, fineStep(bestStep)};
    }

    private boolean isWhole(double step) {
        return unit.isPresent() && bitsFor(whole(step)) * terms.size() + COARSE_BITS < Weights.CODE_BITS;
    }

    private double whole(double step) {
        return Math.max(1, Math.rint(step / unit.orElseThrow()));
    }

    private static double fineStep(double step) {
        return Math.max(Math.scalb(step, -FINE_BITS), Double.MIN_VALUE);
    }
}
