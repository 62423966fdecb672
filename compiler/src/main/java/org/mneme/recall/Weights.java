package org.mneme.recall;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How the tables w(c) are summed quickly: rare and large values one pattern at a time, the others as few-bit codes, w(c) ≈ step·code(c),
 * with what is left over bounded.
 */
final class Weights {
    private static final int MOST_BITS = 20;
    private static final int STEPS = 112;
    private static final double STEP_RATIO = Math.pow(2, -0.25);

    /** Costs in ns: of one bit of one pattern for one unit, of one unit of a listed pattern, and of one pattern in exact sums. */
    private static final double BIT_COST = 0.0011;

    private static final double LISTED_COST = 0.4;
    private static final double EXACT_UNIT_COST = 0.25;
    private static final double EXACT_STATE_COST = 0.4;

    private final boolean[] listed;
    private final double step;
    private final int[][] code;
    private final int[] bits;
    private final boolean[] signed;
    private final double[] rest;
    private final double[] size;
    private final boolean lossless;

    private Weights(
            boolean[] listed,
            double step,
            int[][] code,
            int[] bits,
            boolean[] signed,
            double[] rest,
            double[] size,
            boolean lossless) {
        this.listed = listed;
        this.step = step;
        this.code = code;
        this.bits = bits;
        this.signed = signed;
        this.rest = rest;
        this.size = size;
        this.lossless = lossless;
    }

    /** Returns for each c whether its patterns are summed one at a time; c = 0 always is. */
    boolean[] listed() {
        return listed;
    }

    /** Returns the unit of the codes. */
    double step() {
        return step;
    }

    /** Returns the code of c in a term, 0 where listed. */
    int code(int term, int c) {
        return code[term][c];
    }

    /** Returns the number of bits of a term's codes. */
    int bits(int term) {
        return bits[term];
    }

    /** Says whether the topmost bit of a term's codes counts negatively. */
    boolean signed(int term) {
        return signed[term];
    }

    /** Returns for each c a bound on Σ_terms |w(c) − step·code(c)|; where listed, on the errors of w(c) itself. */
    double[] rest() {
        return rest;
    }

    /** Returns for each c Σ_terms |w(c)|. */
    double[] size() {
        return size;
    }

    /** Says whether no code leaves anything over and all w(c) are integers times one power of two, so that sums are exact. */
    boolean lossless() {
        return lossless;
    }

    /** Returns −1 where the codes of a term are their magnitudes' negatives, else 1. */
    int direction(int term) {
        for (int value : code[term]) {
            if (value < 0 && !signed[term]) {
                return -1;
            }
        }
        return 1;
    }

    /**
     * Chooses the cheapest codes.
     *
     * @param terms the tables
     * @param histogram expected number of patterns at each c, without the state's own
     * @param patterns P
     */
    static Weights choose(List<Term> terms, double[] histogram, int patterns) {
        return new Search(terms, histogram, patterns).best();
    }

    /** Tries all steps for all numbers of listed c, the largest first. */
    private static final class Search {
        private final List<Term> terms;
        private final double[] histogram;
        private final int patterns;
        private final int units;
        private final double[] size;
        private final int[] order;
        private final double signal;
        private final double noise;
        private final OptionalDouble unit;

        private double bestCost = Double.POSITIVE_INFINITY;
        private int bestListed = 1;
        private double bestStep = 1;

        Search(List<Term> terms, double[] histogram, int patterns) {
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
            this.signal = Math.abs(terms.stream().mapToDouble(t -> t.value()[0]).sum());
            this.noise = Math.sqrt(power);
            this.unit = Term.unit(terms);
        }

        Weights best() {
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
                    consider(listed, unit.getAsDouble(), listedCost);
                }
            }
            return build(bestListed, bestStep);
        }

        private void consider(int listed, double step, double listedCost) {
            double rest = 0;
            int bits = 0;
            for (Term term : terms) {
                double least = 0;
                double most = 0;
                for (int k = listed; k < order.length; k++) {
                    int c = order[k];
                    double code = Math.rint(term.value()[c] / step);
                    rest += histogram[c] * Math.abs(term.value()[c] - step * code);
                    least = Math.min(least, code);
                    most = Math.max(most, code);
                }
                if (Math.max(-least, most) >= 1 << MOST_BITS) {
                    return;
                }
                bits += bitsFor(least, most);
            }
            double margin = signal - rest;
            double unsure = rest == 0 ? 0 : units * tail(margin / noise);
            double cost = listedCost
                    + bits * units * BIT_COST * patterns
                    + (unsure * EXACT_UNIT_COST + Math.min(1, unsure) * EXACT_STATE_COST) * patterns;
            if (cost < bestCost) {
                bestCost = cost;
                bestListed = listed;
                bestStep = step;
            }
        }

        /** About the part of a normal distribution above z; noise may be 0. */
        private static double tail(double z) {
            return z > 0 ? Math.exp(-z * z / 2) * Math.min(0.5, 0.4 / z) : 1;
        }

        private static int bitsFor(double least, double most) {
            int magnitude = magnitudeBits(least, most);
            return least < 0 && most > 0 ? magnitude + 1 : magnitude;
        }

        private static int magnitudeBits(double least, double most) {
            double largest = least < 0 && most > 0 ? Math.max(most, -least - 1) : Math.max(most, -least);
            return Integer.SIZE - Integer.numberOfLeadingZeros((int) largest);
        }

        private Weights build(int listedCount, double step) {
            boolean[] listed = new boolean[size.length];
            for (int k = 0; k < listedCount; k++) {
                listed[order[k]] = true;
            }
            int[][] code = new int[terms.size()][size.length];
            int[] bits = new int[terms.size()];
            boolean[] signed = new boolean[terms.size()];
            double[] rest = new double[size.length];
            double left = 0;
            double total = 0;
            for (int t = 0; t < terms.size(); t++) {
                double[] value = terms.get(t).value();
                int least = 0;
                int most = 0;
                for (int c = 0; c < size.length; c++) {
                    code[t][c] = listed[c] ? 0 : (int) Math.rint(value[c] / step);
                    rest[c] += listed[c] ? 0 : Math.abs(value[c] - step * code[t][c]);
                    left += rest[c];
                    total = Math.max(total, Math.abs(value[c]));
                    least = Math.min(least, code[t][c]);
                    most = Math.max(most, code[t][c]);
                }
                bits[t] = bitsFor(least, most);
                signed[t] = least < 0 && most > 0;
            }
            boolean lossless =
                    left == 0 && unit.isPresent() && total * terms.size() * patterns < 0x1p50 * unit.getAsDouble();
            for (int c = 0; c < size.length && !lossless; c++) {
                rest[c] += size[c] * (1 + Math.abs(Math.log(size[c] + Double.MIN_NORMAL))) * 0x1p-49;
            }
            return new Weights(listed, step, code, bits, signed, rest, size, lossless);
        }
    }
}
