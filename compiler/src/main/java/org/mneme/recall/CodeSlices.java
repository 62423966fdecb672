package org.mneme.recall;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds, for a few states and many patterns at once, at how many features they differ, and spreads the bits of what the tables say about
 * that number over slices.
 *
 * <p>The numbers' binary digits become slices, then there is one slice for each number c, and a bit of the codes is the union of some
 * of these. All of that is done for the states side by side, so that loops are long. One object serves one thread.
 */
final class CodeSlices {
    /** Number of states that are compared together at most. */
    static final int STATES = 2;

    private static final int HALF = Byte.SIZE / 2;
    private static final int LOW_BITS = 3;
    private static final int LOW = 1 << LOW_BITS;
    private static final long[] NONE = {};

    private final Network network;
    private final long[] noRow;
    private final long[][] lanes;
    private final long[] packed;
    private final long[] zeros;
    private final long[][] bytes;
    private final long[][] digits;
    private final long[][] low;
    private final long[][] high;
    private final long[][] equal;
    private final long[] listed;
    private final long[][] unlisted;
    private final long[][][] parts;
    private final long[][] united;
    private final long[][] slices;
    private int from;
    private int width;
    private int states;

    CodeSlices(Network network) {
        int words = network.words();
        int units = network.features();
        int longest = STATES * Math.min(words, FieldSums.CHUNK_WORDS);
        this.network = network;
        this.noRow = new long[Byte.SIZE * words];
        this.lanes = new long[Byte.SIZE][Byte.SIZE * words];
        this.packed = new long[Byte.SIZE * words];
        this.zeros = new long[longest];
        this.bytes = new long[Byte.SIZE][longest];
        this.digits = new long[Math.max(LOW_BITS + 2, Integer.SIZE - Integer.numberOfLeadingZeros(units))][longest];
        this.low = new long[LOW][longest];
        this.high = new long[(units >> LOW_BITS) + 1][];
        this.equal = new long[units + 1][];
        this.listed = new long[longest];
        Arrays.fill(high, NONE);
        Arrays.fill(equal, NONE);
        for (int c = 0; c <= units; c++) {
            if (!network.weights().listed()[c]) {
                equal[c] = new long[longest];
                if (high[c >> LOW_BITS].length == 0) {
                    high[c >> LOW_BITS] = new long[longest];
                }
            }
        }
        this.unlisted = Arrays.stream(equal).filter(slice -> slice.length > 0).toArray(long[][]::new);
        int bits = network.weights().entryBits();
        this.united = new long[bits][longest];
        this.slices = new long[bits][words];
        this.parts = new long[bits][][];
        Arrays.setAll(parts, this::parts);
    }

    /** Returns whose union is the slice of a bit of the entries. */
    private long[][] parts(int bit) {
        long[] entries = network.weights().entries();
        boolean[] isListed = network.weights().listed();
        // What is listed has one entry, that of c = 0.
        return IntStream.range(0, entries.length)
                .filter(c -> (entries[c] >>> bit & 1) != 0 && (c == 0 || !isListed[c]))
                .mapToObj(c -> c == 0 ? listed : equal[c])
                .toArray(long[][]::new);
    }

    /** Compares the patterns of some words with a few states; bit i of a state is its sign i. */
    void compare(long[][] these, int first, int count, int fromWord, int toWord) {
        from = fromWord;
        width = toWord - fromWord;
        states = count;
        for (int at = 0; at < digits.length; at += Byte.SIZE) {
            for (int s = 0; s < count; s++) {
                compare(these[first + s]);
                pack(at, s);
            }
            for (int bit = 0; bit < Byte.SIZE && at + bit < digits.length; bit++) {
                long[] digit = digits[at + bit];
                Slices.bits(0, bytes[0], bytes[1], bytes[2], bytes[3], bit, 0, states * width, digit);
                Slices.bits(-1, bytes[4], bytes[5], bytes[6], bytes[7], bit, HALF, states * width, digit);
            }
        }
        decode(states * width);
        unite(unlisted, listed);
        Slices.and(listed, -1, listed, -1, states * width, listed);
    }

    /** Counts the features at which one state differs, a pattern a word of a lane. */
    private void compare(long[] state) {
        int start = Byte.SIZE * from;
        int end = start + Byte.SIZE * width;
        for (int j = 0; j < lanes.length; j++) {
            for (int k = 0; k < state.length; k += 2) {
                boolean single = k + 1 == state.length;
                long[] second = single ? noRow : network.lane(k + 1, j);
                long keep = k == 0 ? 0 : -1;
                Slices.differing(
                        keep, network.lane(k, j), state[k], second, single ? 0 : state[k + 1], start, end, lanes[j]);
            }
        }
    }

    /** Packs eight digits of the numbers as bytes, one lane beside the other, for state s. */
    private void pack(int at, int s) {
        int start = Byte.SIZE * from;
        int end = start + Byte.SIZE * width;
        Slices.bytes(0, lanes[0], lanes[1], lanes[2], lanes[3], at, 0, start, end, packed);
        Slices.bytes(-1, lanes[4], lanes[5], lanes[6], lanes[7], at, Integer.SIZE, start, end, packed);
        for (int q = 0; q < Byte.SIZE; q++) {
            System.arraycopy(packed, start + q * width, bytes[q], s * width, width);
        }
    }

    private void decode(int to) {
        for (int k = 0; k < HALF; k++) {
            Slices.and(digits[0], (k & 1) - 1L, digits[1], (k >> 1) - 1L, to, low[k + HALF]);
            Slices.and(low[k + HALF], 0, digits[2], -1, to, low[k]);
            Slices.and(low[k + HALF], 0, digits[2], 0, to, low[k + HALF]);
        }
        for (int h = 0; h < high.length; h++) {
            if (high[h].length > 0) {
                Slices.and(digits[3], (h & 1) - 1L, digits[4], (h >> 1 & 1) - 1L, to, high[h]);
                for (int k = LOW_BITS + 2; k < digits.length; k++) {
                    Slices.and(high[h], 0, digits[k], (h >> (k - LOW_BITS) & 1) - 1L, to, high[h]);
                }
            }
        }
        for (int c = 0; c < equal.length; c++) {
            if (equal[c].length > 0) {
                Slices.and(low[c & (LOW - 1)], 0, high[c >> LOW_BITS], 0, to, equal[c]);
            }
        }
    }

    /** Makes slices of some bits of the entries, for the patterns and the states last compared. */
    void unite(int first, int last) {
        for (int bit = first; bit < last; bit++) {
            unite(parts[bit], united[bit]);
        }
    }

    private void unite(long[][] these, long[] out) {
        for (int k = 0; k < these.length || k == 0; k += HALF) {
            long keep = k == 0 ? 0 : -1;
            long[] a = at(these, k);
            Slices.or(keep, a, at(these, k + 1), at(these, k + 2), at(these, k + 3), states * width, out);
        }
    }

    private long[] at(long[][] these, int k) {
        return k < these.length ? these[k] : zeros;
    }

    /** Takes one state's part of some bits. */
    void take(int s, int first, int last) {
        for (int bit = first; bit < last; bit++) {
            System.arraycopy(united[bit], s * width, slices[bit], from, width);
        }
    }

    /** Returns the slices of the bits of the entries, valid in the words and the bits last taken. */
    long[][] slices() {
        return slices;
    }

    /** Returns which of 64 patterns are listed at a state. */
    long listed(int s, int word) {
        return listed[s * width + word - from] & network.present()[word];
    }
}
