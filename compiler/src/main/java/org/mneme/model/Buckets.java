package org.mneme.model;

import java.util.Arrays;
import org.mneme.bits.WordBlocks;

/** The patterns sorted by integer keys, slice by slice: all of them, or only those of the keys that are wanted. */
final class Buckets {
    private final Slices slices;
    private final Sorted[] sorted;
    private final boolean[] wanted;
    private int[] keys = new int[0];
    private int offset;
    private int[] occurrences = new int[0];
    private int[] largestOfBlocks = new int[0];
    private boolean all;

    /**
     * Prepares buckets.
     *
     * @param keyCount keys are 0…keyCount−1
     * @param slices the patterns
     */
    Buckets(int keyCount, Slices slices) {
        this.slices = slices;
        this.wanted = new boolean[keyCount];
        this.sorted = new Sorted[slices.count()];
        Arrays.setAll(sorted, s -> new Sorted(keyCount));
    }

    /**
     * Takes new keys; nothing is wanted of them yet.
     *
     * @param keysNow the key of each pattern, less the offset; not copied
     * @param offsetNow the offset
     * @param occurrencesNow how often each key occurs; not copied
     * @param ofSlices the same for each slice
     * @param largestNow the largest key of each block of {@value WordBlocks#ROWS} patterns, less the offset; empty where they are not
     *     known
     */
    void take(int[] keysNow, int offsetNow, int[] occurrencesNow, int[][] ofSlices, int[] largestNow) {
        keys = keysNow;
        largestOfBlocks = largestNow;
        offset = offsetNow;
        occurrences = occurrencesNow;
        for (int s = 0; s < sorted.length; s++) {
            sorted[s].occurrences = ofSlices[s];
        }
        Arrays.fill(wanted, false);
        all = false;
    }

    /** How many keys there are. */
    int count() {
        return wanted.length;
    }

    int occurrences(int key) {
        return occurrences[key];
    }

    void want(int key) {
        wanted[key] = true;
    }

    void wantAll() {
        Arrays.fill(wanted, true);
        all = true;
    }

    boolean isWanted(int key) {
        return wanted[key];
    }

    /** Sorts the wanted patterns, ascending within a bucket. */
    void sort() {
        int low = 0;
        while (low < wanted.length && !(wanted[low] && occurrences[low] > 0)) {
            low++;
        }
        int lowest = low;
        if (lowest < wanted.length) {
            slices.run(s -> sorted[s].sort(slices.from(s), slices.to(s), lowest - offset));
        }
    }

    /** The sorted patterns of a slice. */
    Sorted sorted(int slice) {
        return sorted[slice];
    }

    /** Whether any key is not below a bound. */
    static boolean reaches(int[] keys, int from, int to, int bound) {
        int signs = 0;
        for (int mu = from; mu < to; mu++) {
            signs |= bound - 1 - keys[mu];
        }
        return signs < 0;
    }

    private boolean blockReaches(int from, int to, int bound) {
        return largestOfBlocks.length == 0
                ? reaches(keys, from, to, bound)
                : largestOfBlocks[from / WordBlocks.ROWS] >= bound;
    }

    private static void scatter(int[] keys, int offset, int from, int to, int[] fill, int[] members) {
        for (int mu = from; mu < to; mu++) {
            members[fill[keys[mu] + offset]++] = mu;
        }
    }

    /** A slice. */
    final class Sorted {
        private final int[] start;
        private final int[] fill;
        private int[] members = new int[16];
        private int[] occurrences = new int[0];

        private Sorted(int keyCount) {
            start = new int[keyCount + 1];
            fill = new int[keyCount];
        }

        private void sort(int from, int to, int lowest) {
            int rows = 0;
            for (int k = 0; k < fill.length; k++) {
                start[k] = rows;
                fill[k] = rows;
                rows += wanted[k] ? occurrences[k] : 0;
            }
            start[fill.length] = rows;
            if (members.length < rows) {
                members = new int[Math.min(to - from, 2 * rows)];
            }
            for (int block = from; rows > 0 && block < to; block += WordBlocks.ROWS) {
                int end = Math.min(to, block + WordBlocks.ROWS);
                if (all) {
                    scatter(keys, offset, block, end, fill, members);
                } else if (blockReaches(block, end, lowest)) {
                    scatterWanted(block, end);
                }
            }
        }

        private void scatterWanted(int from, int to) {
            for (int mu = from; mu < to; mu++) {
                int key = keys[mu] + offset;
                if (wanted[key]) {
                    members[fill[key]++] = mu;
                }
            }
        }

        /** The patterns, bucket by bucket. */
        int[] members() {
            return members;
        }

        /** The place of the first member of a bucket. */
        int start(int key) {
            return start[key];
        }

        /** The place past the last. */
        int end(int key) {
            return start[key + 1];
        }
    }
}
