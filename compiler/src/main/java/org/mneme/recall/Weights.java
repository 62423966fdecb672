package org.mneme.recall;

import java.util.List;

/**
 * How the tables w(c) are summed quickly: rare and large values one pattern at a time, the others as codes, coarse ones for every unit
 * and fine ones for units that the coarse ones leave in doubt.
 *
 * <p>An entry is what a pattern that differs at c features gives to its slices: a bound on what the coarse codes leave over, the coarse
 * codes, term by term, and the fine codes.
 */
final class Weights {
    /** Most bits of an entry for coarse and fine codes. */
    static final int CODE_BITS = 48;

    private static final int REST_BITS = 6;

    private static final int MOST_REST = (1 << REST_BITS) - 1;

    /** Errors of w(c) as a part of it: what {@link Term#value} says, and as much for the roundings of codes. */
    private static final double TABLE_ERROR = 0x1p-49;

    private final boolean[] listed;
    private final Codes coarse;
    private final Codes fine;
    private final long[] entries;
    private final double restUnit;
    private final double fineRest;
    private final double[] error;
    private final double[] size;
    private final boolean lossless;

    /**
     * Codes the tables.
     *
     * @param terms the tables
     * @param listed which c have no codes
     * @param steps the units of the coarse and of the fine codes
     * @param exactBelow sums of values below it are exact, where nothing is left over
     * @param patterns P
     */
    Weights(List<Term> terms, boolean[] listed, double[] steps, double exactBelow, int patterns) {
        this.listed = listed;
        double[][] left = new double[terms.size()][];
        for (int t = 0; t < left.length; t++) {
            left[t] = terms.get(t).value().clone();
        }
        this.coarse = Codes.round(left, listed, steps[0]);
        double[] rest = magnitudes(left, listed);
        this.fine = Codes.round(left, listed, steps[1]);
        double most = largest(magnitudes(left, listed));
        this.size = new double[listed.length];
        this.error = new double[listed.length];
        for (int c = 0; c < size.length; c++) {
            for (Term term : terms) {
                size[c] += Math.abs(term.value()[c]);
            }
            error[c] =
                    size[c] * (1 + Math.abs(Math.log(size[c] + Double.MIN_NORMAL))) * TABLE_ERROR + Double.MIN_NORMAL;
        }
        this.lossless = most == 0 && (largest(size) + steps[0]) * terms.size() * patterns < exactBelow;
        this.fineRest = lossless ? 0 : most;
        this.restUnit = largest(rest) / MOST_REST;
        this.entries = entries(rest);
    }

    /** Returns Σ_terms |left| for each c, 0 where listed. */
    private static double[] magnitudes(double[][] left, boolean[] listed) {
        double[] sums = new double[listed.length];
        for (double[] table : left) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += listed[c] ? 0 : Math.abs(table[c]);
            }
        }
        return sums;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private long[] entries(double[] rest) {
        long[] packed = new long[listed.length];
        for (int c = 0; c < packed.length; c++) {
            packed[c] = restUnit > 0 ? Math.min(MOST_REST, (long) Math.ceil(rest[c] / restUnit)) : 0;
            for (int t = 0; t < terms(); t++) {
                packed[c] |= coarse.code(t, c) << coarseAt(t) | fine.code(t, c) << fineAt(t);
            }
        }
        return packed;
    }

    private int terms() {
        return coarse.terms();
    }

    /** Returns for each c whether its patterns are summed one at a time; c = 0 always is. */
    boolean[] listed() {
        return listed;
    }

    Codes coarse() {
        return coarse;
    }

    Codes fine() {
        return fine;
    }

    /** Returns where the coarse codes of a term start in an entry; of the term after the last, where they end. */
    int coarseAt(int term) {
        int at = restBits();
        for (int t = 0; t < term; t++) {
            at += coarse.bits(t);
        }
        return at;
    }

    /** Returns where the fine codes of a term start in an entry; of the term after the last, where they end. */
    int fineAt(int term) {
        int at = coarseAt(terms());
        for (int t = 0; t < term; t++) {
            at += fine.bits(t);
        }
        return at;
    }

    /** Returns the number of bits of an entry. */
    int entryBits() {
        return fineAt(terms());
    }

    /** Returns the number of bits of an entry, its first, that bound what the coarse codes leave over. */
    int restBits() {
        return restUnit > 0 ? REST_BITS : 0;
    }

    /** Returns the entries, one for each c; where listed, all are the same. */
    long[] entries() {
        return entries;
    }

    /** Returns what 1 in the first bits of an entry bounds. */
    double restUnit() {
        return restUnit;
    }

    /** Returns a bound on what the fine codes of a pattern leave over. */
    double fineRest() {
        return fineRest;
    }

    /** Returns for each c a bound on the errors of Σ_terms w(c) themselves. */
    double[] error() {
        return error;
    }

    /** Returns for each c Σ_terms |w(c)|. */
    double[] size() {
        return size;
    }

    /** Says whether the fine codes leave nothing over and all w(c) are integers times one power of two, so that sums are exact. */
    boolean lossless() {
        return lossless;
    }
}
