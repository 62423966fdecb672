package org.mneme.recall;

import java.util.Arrays;
import org.mneme.bits.BitMatrix;
import org.mneme.model.Successors;

/**
 * The fields of all units at a block of states, each as a double with a bound on its error, and finer ones for single units; one object
 * serves one thread.
 *
 * <p>Patterns are taken in chunks that stay in cache for all states of the block. Codes are summed bit by bit: the popcount of the
 * slice of a unit's signs and the slice of a code's bit, times that bit's weight; all integers until the last product.
 */
final class FieldSums {
    /** Words of the slices that are taken together at most. */
    static final int CHUNK_WORDS = 1024;

    /** Number of states that share a chunk, where there are several chunks. */
    private static final int BLOCK = 16;

    private static final int NONE = -1;

    /** Errors are taken so much larger than their bounds say, for the roundings of the bounds themselves. */
    private static final double SLACK = 0x1p-51;

    private final Network network;
    private final Weights weights;
    private final int units;
    private final int words;
    private final CodeSlices slices;
    private final long[][] present;
    private final long[] toTop;
    private final double mostCoded;
    private final double mostError;
    private final boolean[] crosses;

    private final long[][] states;
    private final long[][][] codes;
    private final double[][] listedSums;
    private final long[] listedSigns;
    private final double[] listedValues;
    private final double[] rests;
    private final double[] errors;
    private final double[] sizes;
    private final int[] listedCounts;
    private final int[] bestDiffering;
    private final int[] bestPattern;
    private final double[] fields;
    private final double[] decoded;
    private final long[][] fine;
    private final long[] sumOfRests = new long[1];
    private boolean united;
    private int held = NONE;

    FieldSums(Network network) {
        int block = network.words() <= CHUNK_WORDS ? CodeSlices.STATES : BLOCK;
        int terms = network.terms().size();
        this.network = network;
        this.weights = network.weights();
        this.units = network.features();
        this.words = network.words();
        this.slices = new CodeSlices(network);
        this.present = new long[][] {network.present()};
        this.toTop = new long[units];
        Arrays.setAll(toTop, i -> 1L << (Long.SIZE - 1 - i % Long.SIZE));
        this.mostCoded = mostUnlisted(weights.size());
        this.mostError = mostUnlisted(weights.error());
        this.crosses = new boolean[terms];
        for (int t = 0; t < terms; t++) {
            crosses[t] = network.terms().get(t).plane() == Term.Plane.CROSS;
        }
        this.states = new long[block][];
        this.codes = new long[block][terms][units + 1];
        this.listedSums = new double[block][units];
        this.listedSigns = new long[terms];
        this.listedValues = new double[terms];
        this.rests = new double[block];
        this.errors = new double[block];
        this.sizes = new double[block];
        this.listedCounts = new int[block];
        this.bestDiffering = new int[block];
        this.bestPattern = new int[block];
        this.fields = new double[units];
        this.decoded = new double[units];
        this.fine = new long[terms][units + 1];
    }

    private double mostUnlisted(double[] values) {
        double most = 0;
        for (int c = 0; c < values.length; c++) {
            most = weights.listed()[c] ? most : Math.max(most, values[c]);
        }
        return most;
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
            }
            Arrays.fill(listedSums[s], 0);
            rests[s] = 0;
            // Codes are counted from the least, so that twice the largest bounds them.
            sizes[s] = 2 * mostCoded * network.memory().count();
            errors[s] = mostError * network.memory().count();
            listedCounts[s] = 0;
            bestDiffering[s] = Integer.MAX_VALUE;
            bestPattern[s] = 0;
        }
        held = NONE;
        united = false;
        for (int chunk = 0; chunk < chunks(words); chunk++) {
            int from = chunkStart(words, chunk);
            int to = chunkStart(words, chunk + 1);
            for (int first = 0; first < count; first += CodeSlices.STATES) {
                add(first, Math.min(CodeSlices.STATES, count - first), from, to);
            }
        }
    }

    /** Returns into how many chunks so many words are divided. */
    static int chunks(int words) {
        return (words + CHUNK_WORDS - 1) / CHUNK_WORDS;
    }

    /** Returns the first word of a chunk; of the chunk after the last, the number of words. */
    static int chunkStart(int words, int chunk) {
        return (int) ((long) words * chunk / chunks(words));
    }

    private void add(int first, int count, int from, int to) {
        int coarseEnd = weights.coarseAt(network.terms().size());
        slices.compare(states, first, count, from, to);
        slices.unite(0, coarseEnd);
        for (int s = 0; s < count; s++) {
            slices.take(s, 0, coarseEnd);
            addCodes(first + s, from, to);
            for (int w = from; w < to; w++) {
                for (long left = slices.listed(s, w); left != 0; left &= left - 1) {
                    listOne(first + s, w * Long.SIZE + Long.numberOfTrailingZeros(left));
                }
            }
        }
    }

    private void addCodes(int s, int from, int to) {
        sumOfRests[0] = 0;
        Slices.weigh(present, 0, 1, slices.slices(), 0, weights.restBits(), from, to, sumOfRests);
        rests[s] += sumOfRests[0] * weights.restUnit();
        for (int t = 0; t < codes[s].length; t++) {
            weigh(t, 0, units + 1, weights.coarseAt(t), weights.coarse().bits(t), from, to, codes[s][t]);
        }
    }

    private void weigh(int t, int first, int last, int at, int bits, int from, int to, long[] sums) {
        Slices.weigh(network.plane(t), first, last, slices.slices(), at, bits, from, to, sums);
    }

    /** Adds a listed pattern. */
    private void listOne(int s, int mu) {
        listedCounts[s]++;
        int c = network.differing(mu, states[s]);
        errors[s] += weights.error()[c];
        sizes[s] += weights.size()[c];
        if (c < bestDiffering[s]) {
            bestDiffering[s] = c;
            bestPattern[s] = mu;
        }
        BitMatrix plus = network.memory().patterns().plus();
        for (int w = 0; w < plus.wordsPerRow(); w++) {
            for (int t = 0; t < codes[s].length; t++) {
                listedSigns[t] = signs(s, mu, t, w);
                listedValues[t] = hasPart(mu, t) ? network.terms().get(t).value()[c] : 0;
            }
            int from = w * Long.SIZE;
            int to = Math.min(units, from + Long.SIZE);
            if (codes[s].length == 1) {
                addSigned(listedValues[0], listedSigns[0], toTop, listedSums[s], from, to);
            } else {
                addSigned(
                        listedValues[0],
                        listedSigns[0],
                        listedValues[1],
                        listedSigns[1],
                        toTop,
                        listedSums[s],
                        from,
                        to);
            }
        }
    }

    private boolean hasPart(int mu, int t) {
        return network.terms().get(t).plane() == Term.Plane.OWN
                || network.memory().successors().of(mu) != Successors.NONE;
    }

    /** Returns 64 of the signs with which a pattern has a part in the fields. */
    private long signs(int s, int mu, int t, int word) {
        BitMatrix plus = network.memory().patterns().plus();
        int row = hasPart(mu, t) ? network.memory().successors().of(mu) : mu;
        return switch (network.terms().get(t).plane()) {
            case OWN -> plus.word(mu, word);
            case NEXT -> plus.word(row, word);
            case CROSS -> plus.word(row, word) ^ plus.word(mu, word) ^ states[s][word];
        };
    }

    /** Adds a value where the bit of a unit is set, and subtracts it elsewhere; a product brings the bit to the top, where it is a sign. */
    private static void addSigned(double value, long bits, long[] toTop, double[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            long sign = bits * toTop[i] >> (Long.SIZE - 1);
            sums[i] -= value * (double) (sign | 1);
        }
    }

    /** As {@link #addSigned(double, long, long[], double[], int, int)} for two values. */
    private static void addSigned(
            double value, long bits, double other, long otherBits, long[] toTop, double[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            long top = toTop[i];
            long sign = bits * top >> (Long.SIZE - 1);
            long otherSign = otherBits * top >> (Long.SIZE - 1);
            sums[i] -= value * (double) (sign | 1) + other * (double) (otherSign | 1);
        }
    }

    /**
     * Returns the fields of all units at one of the states, in the unit of the terms' values.
     *
     * @return N doubles, valid until the next call
     */
    double[] fields(int s) {
        System.arraycopy(listedSums[s], 0, fields, 0, units);
        for (int t = 0; t < codes[s].length; t++) {
            Codes level = weights.coarse();
            decode(codes[s][t], level.least(t), network.signs(t), level.step(), decoded);
            for (int i = 0; i < units; i++) {
                fields[i] += turned(s, t, i) ? -decoded[i] : decoded[i];
            }
        }
        return fields;
    }

    /** Finds a term's sums of signed codes; the last of the sums is that of all codes without signs. */
    private static void decode(long[] sums, long least, long[] signs, double step, double[] out) {
        long all = sums[out.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (double) (2 * sums[i] - all + least * signs[i]) * step;
        }
    }

    private boolean turned(int s, int t, int unit) {
        return crosses[t] && (states[s][unit >>> 6] >>> unit & 1) == 0;
    }

    /** Returns what the fields at one of the states may be off by at most. */
    double error(int s) {
        return (rests[s] + roundings(s)) * (1 + 1e-9);
    }

    private double roundings(int s) {
        return weights.lossless() ? 0 : errors[s] + sizes[s] * (listedCounts[s] + 64) * SLACK;
    }

    /** Returns what the fine codes add to the field of a unit at one of the states. */
    double fine(int s, int unit) {
        hold(s);
        double field = 0;
        for (int t = 0; t < codes[s].length; t++) {
            int bits = weights.fine().bits(t);
            fine[t][unit] = 0;
            weigh(t, unit, unit + 1, weights.fineAt(t), bits, 0, words, fine[t]);
            long signed = 2 * fine[t][unit] - fine[t][units] + weights.fine().least(t) * network.signs(t)[unit];
            double sum = signed * weights.fine().step();
            field += turned(s, t, unit) ? -sum : sum;
        }
        return field;
    }

    /** Makes the slices of the fine codes, and their totals, those of a state. */
    private void hold(int s) {
        if (held == s) {
            return;
        }
        int first = weights.coarseAt(network.terms().size());
        if (chunks(words) == 1) {
            if (!united) {
                slices.unite(first, weights.entryBits());
                united = true;
            }
            slices.take(s, first, weights.entryBits());
        } else {
            for (int chunk = 0; chunk < chunks(words); chunk++) {
                slices.compare(states, s, 1, chunkStart(words, chunk), chunkStart(words, chunk + 1));
                slices.unite(first, weights.entryBits());
                slices.take(0, first, weights.entryBits());
            }
        }
        for (int t = 0; t < fine.length; t++) {
            fine[t][units] = 0;
            weigh(t, units, units + 1, weights.fineAt(t), weights.fine().bits(t), 0, words, fine[t]);
        }
        held = s;
    }

    /** Returns what a field with its fine codes may be off by at most. */
    double fineError(int s) {
        return (weights.fineRest() * network.memory().count() + roundings(s)) * (1 + 1e-9);
    }

    /** Returns the pattern of the largest overlap with one of the states, the first of several. */
    int nearest(int s) {
        // Where a listed pattern is the state itself, none is nearer.
        return bestDiffering[s] == 0 ? bestPattern[s] : network.nearest(states[s]);
    }
}
