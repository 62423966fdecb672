package org.mneme.recall;

import java.util.List;
import java.util.SplittableRandom;
import org.mneme.bits.BitMatrix;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

/** A memory sliced for the kernels: its patterns column by column, its tables, and how they are coded. Immutable; shared by threads. */
final class Network {
    private static final int SAMPLE_STATES = 8;
    private static final int SAMPLE_PATTERNS = 2048;

    private final SequenceMemory memory;
    private final List<Term> terms;
    private final Weights weights;
    private final long[][][] lanes;
    private final long[][][] planes;
    private final long[][] signs;
    private final long[] present;

    private Network(SequenceMemory memory, List<Term> terms) {
        this.memory = memory;
        this.terms = terms;
        BitMatrix plus = memory.patterns().plus();
        int count = memory.count();
        int words = Slices.wordsFor(count);
        long[] all = Slices.ones(count);
        long[] followed = new long[words];
        for (int mu = 0; mu < count; mu++) {
            followed[mu >>> 6] |= memory.successors().of(mu) == Successors.NONE ? 0 : 1L << mu;
        }
        this.present = all;
        this.lanes = lanes(plus, words);
        long[][] own = Slices.columns(plus, count, mu -> mu);
        long[][] next = Slices.columns(plus, count, memory.successors()::of);
        this.planes = new long[terms.size()][][];
        this.signs = new long[terms.size()][];
        for (int t = 0; t < terms.size(); t++) {
            planes[t] = switch (terms.get(t).plane()) {
                case OWN -> Slices.with(own, all);
                case NEXT -> Slices.with(next, followed);
                case CROSS -> Slices.with(products(own, next, followed), followed);
            };
            signs[t] = Slices.signs(planes[t]);
        }
        this.weights = CodeSearch.choose(terms, histogram(memory.patterns()), count);
    }

    /**
     * Word k of the rows of all patterns, in [k][j] those at bits 8 j + q of a slice's words, q = 0…7: for a chunk of words first all of
     * q = 0, then all of q = 1, and so on.
     */
    private static long[][][] lanes(BitMatrix plus, int words) {
        long[][][] lanes = new long[plus.wordsPerRow()][Byte.SIZE][Byte.SIZE * words];
        int chunks = FieldSums.chunks(words);
        for (int chunk = 0; chunk < chunks; chunk++) {
            int from = FieldSums.chunkStart(words, chunk);
            int width = FieldSums.chunkStart(words, chunk + 1) - from;
            for (int mu = from * Long.SIZE; mu < Math.min(plus.rows(), (from + width) * Long.SIZE); mu++) {
                int bit = mu % Long.SIZE;
                int at = Byte.SIZE * from + bit % Byte.SIZE * width + mu / Long.SIZE - from;
                for (int k = 0; k < lanes.length; k++) {
                    lanes[k][bit / Byte.SIZE][at] = plus.word(mu, k);
                }
            }
        }
        return lanes;
    }

    /** Returns the terms of a memory; empty where the kernels do not know it. */
    static List<Term> terms(SequenceMemory memory) {
        return memory.patterns().mask().isEmpty() && memory.learning() == Learning.HEBBIAN
                ? Term.of(memory)
                : List.of();
    }

    /** Slices a memory whose terms are given. */
    static Network of(SequenceMemory memory, List<Term> terms) {
        return new Network(memory, terms);
    }

    /** Bits of ξ_i^{next(μ)} ξ_i^μ: set where the product is +1, and none where there is no successor. */
    private static long[][] products(long[][] a, long[][] b, long[] valid) {
        long[][] out = new long[a.length][];
        for (int i = 0; i < a.length; i++) {
            out[i] = new long[a[i].length];
            for (int w = 0; w < out[i].length; w++) {
                out[i][w] = ~(a[i][w] ^ b[i][w]) & valid[w];
            }
        }
        return out;
    }

    /** Expects as many patterns at each number of differing features as a sample has. */
    private static double[] histogram(PatternSet patterns) {
        double[] histogram = new double[patterns.features() + 1];
        SplittableRandom random = new SplittableRandom(patterns.count());
        BitMatrix plus = patterns.plus();
        int sample = Math.min(SAMPLE_PATTERNS, patterns.count());
        for (int s = 0; s < SAMPLE_STATES; s++) {
            int mu = random.nextInt(patterns.count());
            long[] state = new long[plus.wordsPerRow()];
            for (int w = 0; w < state.length; w++) {
                state[w] = plus.word(mu, w);
            }
            int start = random.nextInt(patterns.count());
            for (int k = 0; k < sample; k++) {
                int nu = (start + k) % patterns.count();
                histogram[differing(plus, nu, state)] +=
                        nu == mu ? 0 : patterns.count() / ((double) sample * SAMPLE_STATES);
            }
        }
        return histogram;
    }

    /** Returns at how many features a pattern and a state differ. */
    int differing(int mu, long[] state) {
        return differing(memory.patterns().plus(), mu, state);
    }

    private static int differing(BitMatrix plus, int mu, long[] state) {
        int c = 0;
        for (int w = 0; w < state.length; w++) {
            c += Long.bitCount(plus.word(mu, w) ^ state[w]);
        }
        return c;
    }

    /** Returns the first pattern of the largest overlap with a state. */
    int nearest(long[] state) {
        BitMatrix plus = memory.patterns().plus();
        int nearest = 0;
        int least = differing(plus, 0, state);
        for (int mu = 1; mu < memory.count() && least > 0; mu++) {
            int c = differing(plus, mu, state);
            if (c < least) {
                nearest = mu;
                least = c;
            }
        }
        return nearest;
    }

    SequenceMemory memory() {
        return memory;
    }

    List<Term> terms() {
        return terms;
    }

    Weights weights() {
        return weights;
    }

    int features() {
        return memory.features();
    }

    /** Returns word k of the rows of the patterns at bits 8 j…8 j + 7 of a slice's words, chunk by chunk, bit by bit. */
    long[] lane(int k, int j) {
        return lanes[k][j];
    }

    /**
     * Returns the slices of a term's signs, one a feature, and after them the patterns that have a part in the term; a bit is set where
     * the sign is +1.
     */
    long[][] plane(int term) {
        return planes[term];
    }

    /** Returns the sum of a term's signs over all patterns, for each feature. */
    long[] signs(int term) {
        return signs[term];
    }

    /** Returns which bits of a slice are patterns. */
    long[] present() {
        return present;
    }

    int words() {
        return Slices.wordsFor(memory.count());
    }
}
