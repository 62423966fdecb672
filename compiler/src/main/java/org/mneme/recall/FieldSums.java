package org.mneme.recall;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mneme.bits.BitMatrix;
import org.mneme.model.Successors;

/**
 * The fields of all units at a block of states, each as a double with a bound on its error; one object serves one thread.
 *
 * <p>Patterns are taken in chunks that stay in cache for all states of the block. Codes are summed bit by bit: the popcount of the
 * slice of a unit's signs and the slice of a code's bit, times that bit's weight; all integers until the last product.
 */
final class FieldSums {
    private static final int CHUNK_WORDS = 1024;

    /** Number of states that share a chunk, where there are several chunks. */
    private static final int BLOCK = 16;

    private static final int NONE = -1;

    /** Errors are taken so much larger than their bounds say, for the roundings of the bounds themselves. */
    private static final double SLACK = 0x1p-51;

    private final Network network;
    private final Weights weights;
    private final int units;
    private final int words;
    private final Overlaps overlaps;
    private final int[][][] coded;
    private final long[] toTop;
    private final long[] zeros;
    private final long[] union;
    private final long[][][] masks;
    private final long[][] gathered;

    private final long[][] states;
    private final long[][][] codes;
    private final long[][] codeTotals;
    private final double[][][] listedSums;
    private final double[] rests;
    private final double[] sizes;
    private final int[] listedCounts;
    private final int[] bestDiffering;
    private final int[] bestPattern;
    private final double[] fields;
    private int held = NONE;

    FieldSums(Network network) {
        int block = network.words() <= CHUNK_WORDS ? 1 : BLOCK;
        this.network = network;
        this.weights = network.weights();
        this.units = network.own().length;
        this.words = network.words();
        boolean[] unlisted = new boolean[units + 1];
        for (int c = 0; c <= units; c++) {
            unlisted[c] = !weights.listed()[c];
        }
        this.overlaps = new Overlaps(network.own(), words, unlisted);
        this.toTop = new long[units];
        Arrays.setAll(toTop, i -> 1L << (Long.SIZE - 1 - i % Long.SIZE));
        this.zeros = new long[words];
        this.union = new long[words];
        int terms = network.terms().size();
        this.masks = new long[terms][][];
        this.coded = new int[terms][][];
        for (int t = 0; t < terms; t++) {
            masks[t] = new long[weights.bits(t)][words];
            coded[t] = new int[weights.bits(t)][];
            for (int bit = 0; bit < coded[t].length; bit++) {
                coded[t][bit] = coded(t, bit);
            }
        }
        this.gathered = new long[4][];
        this.states = new long[block][];
        this.codes = new long[block][terms][units];
        this.codeTotals = new long[block][terms];
        this.listedSums = new double[block][terms][units];
        this.rests = new double[block];
        this.sizes = new double[block];
        this.listedCounts = new int[block];
        this.bestDiffering = new int[block];
        this.bestPattern = new int[block];
        this.fields = new double[units];
    }

    /** Returns the number of states taken together. */
    int block() {
        return states.length;
    }

    /** Sums the fields at some states, as many as the block at most; bit i of a state is its sign i. */
    void sum(long[][] given, int count) {
        for (int s = 0; s < count; s++) {
            states[s] = given[s];
            for (int t = 0; t < codes[s].length; t++) {
                Arrays.fill(codes[s][t], 0);
                Arrays.fill(listedSums[s][t], 0);
            }
            Arrays.fill(codeTotals[s], 0);
            rests[s] = 0;
            sizes[s] = 0;
            listedCounts[s] = 0;
            bestDiffering[s] = Integer.MAX_VALUE;
            bestPattern[s] = 0;
        }
        int chunks = (words + CHUNK_WORDS - 1) / CHUNK_WORDS;
        held = chunks == 1 ? count - 1 : NONE;
        for (int chunk = 0; chunk < chunks; chunk++) {
            int from = (int) ((long) words * chunk / chunks);
            int to = (int) ((long) words * (chunk + 1) / chunks);
            for (int s = 0; s < count; s++) {
                add(s, from, to);
            }
        }
    }

    private void add(int s, int from, int to) {
        overlaps.count(states[s], from, to);
        bound(s, from, to);
        for (int t = 0; t < masks.length; t++) {
            code(t, from, to);
            long[][] plane = network.plane(t);
            for (int i = 0; i < units; i++) {
                codes[s][t][i] += Slices.weighted(plane[i], masks[t], weights.signed(t), from, to);
            }
            codeTotals[s][t] += Slices.weighted(network.valid(t), masks[t], weights.signed(t), from, to);
        }
        list(s, from, to);
    }

    /** Adds up what the codes of the patterns that are not listed leave over. */
    private void bound(int s, int from, int to) {
        for (int c = 0; c <= units && !weights.lossless(); c++) {
            if (!weights.listed()[c]) {
                int patterns = Slices.count1(overlaps.equal(c), network.present(), from, to);
                rests[s] += patterns * weights.rest()[c];
                sizes[s] += patterns * weights.size()[c];
            }
        }
    }

    private void code(int term, int from, int to) {
        for (int bit = 0; bit < masks[term].length; bit++) {
            int[] which = coded[term][bit];
            long keep = 0;
            for (int k = 0; k < which.length || k == 0; k += gathered.length) {
                int filled = Math.min(gathered.length, which.length - k);
                for (int g = 0; g < filled; g++) {
                    gathered[g] = overlaps.equal(which[k + g]);
                }
                or(keep, filled, masks[term][bit], from, to);
                keep = -1;
            }
        }
    }

    /** Codes of both signs are in two's complement; of one sign, their magnitudes. */
    private int[] coded(int term, int bit) {
        return IntStream.rangeClosed(0, units)
                .filter(c -> {
                    int code = weights.code(term, c);
                    return ((weights.signed(term) ? code : Math.abs(code)) >> bit & 1) != 0;
                })
                .toArray();
    }

    private void or(long keep, int filled, long[] out, int from, int to) {
        Arrays.fill(gathered, filled, gathered.length, zeros);
        Slices.or(keep, gathered[0], gathered[1], gathered[2], gathered[3], from, to, out);
    }

    /** Adds the listed patterns one at a time. */
    private void list(int s, int from, int to) {
        gatherUnlisted(from, to);
        for (int w = from; w < to; w++) {
            for (long left = ~union[w] & network.present()[w]; left != 0; left &= left - 1) {
                listOne(s, w * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
    }

    private void gatherUnlisted(int from, int to) {
        int filled = 0;
        long keep = 0;
        for (int c = 0; c <= units; c++) {
            if (!weights.listed()[c]) {
                gathered[filled++] = overlaps.equal(c);
                if (filled == gathered.length) {
                    or(keep, filled, union, from, to);
                    keep = -1;
                    filled = 0;
                }
            }
        }
        if (filled > 0 || keep == 0) {
            or(keep, filled, union, from, to);
        }
    }

    private void listOne(int s, int mu) {
        listedCounts[s]++;
        int c = overlaps.differing(mu);
        rests[s] += weights.rest()[c];
        sizes[s] += weights.size()[c];
        if (c < bestDiffering[s]) {
            bestDiffering[s] = c;
            bestPattern[s] = mu;
        }
        int next = network.memory().successors().of(mu);
        BitMatrix plus = network.memory().patterns().plus();
        for (int t = 0; t < masks.length; t++) {
            Term term = network.terms().get(t);
            int row = term.plane() == Term.Plane.OWN ? mu : next;
            if (row == Successors.NONE) {
                continue;
            }
            double value = term.value()[c];
            double[] sums = listedSums[s][t];
            for (int w = 0; w < plus.wordsPerRow(); w++) {
                long bits = plus.word(row, w) ^ (term.plane() == Term.Plane.CROSS ? ~plus.word(mu, w) : 0);
                addSigned(value, bits, toTop, sums, w * Long.SIZE, Math.min(units, (w + 1) * Long.SIZE));
            }
        }
    }

    /** Adds a value where the bit of a unit is set, and subtracts it elsewhere; a product brings the bit to the top, where it is a sign. */
    private static void addSigned(double value, long bits, long[] toTop, double[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            long sign = bits * toTop[i] >> (Long.SIZE - 1);
            sums[i] -= value * (double) (sign | 1);
        }
    }

    /**
     * Returns the fields of all units at one of the states, in the unit of the terms' values.
     *
     * @return N doubles, valid until the next call
     */
    double[] fields(int s) {
        Arrays.fill(fields, 0);
        for (int t = 0; t < masks.length; t++) {
            double factor = weights.direction(t) * weights.step();
            boolean cross = network.terms().get(t).plane() == Term.Plane.CROSS;
            for (int i = 0; i < units; i++) {
                double sum = (2 * codes[s][t][i] - codeTotals[s][t]) * factor + listedSums[s][t][i];
                fields[i] += cross && (states[s][i >>> 6] >>> i & 1) == 0 ? -sum : sum;
            }
        }
        return fields;
    }

    /** Returns what the fields at one of the states may be off by at most. */
    double error(int s) {
        return weights.lossless() ? 0 : (rests[s] + sizes[s] * (listedCounts[s] + 64) * SLACK) * (1 + 1e-9);
    }

    /** Returns the pattern of the largest overlap with one of the states, the first of several. */
    int nearest(int s) {
        // Where a listed pattern is the state itself, none is nearer.
        return bestDiffering[s] == 0 ? bestPattern[s] : network.nearest(states[s]);
    }

    /** Makes {@link #equal}, {@link #listed} and {@link #differing} those of one of the states, until the next sum. */
    void hold(int s) {
        if (held != s) {
            overlaps.count(states[s], 0, words);
            gatherUnlisted(0, words);
            held = s;
        }
    }

    /** Returns the slice of the patterns that differ from the held state at c features, c not listed. */
    long[] equal(int c) {
        return overlaps.equal(c);
    }

    /** Returns which of 64 patterns are listed at the held state. */
    long listed(int word) {
        return ~union[word] & network.present()[word];
    }

    /** Returns at how many features a pattern and the held state differ. */
    int differing(int mu) {
        return overlaps.differing(mu);
    }
}
