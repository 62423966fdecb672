package org.mneme.map;

import org.mneme.bits.BitMatrix;

/** Which pairs of a source and a target a projection links, counted for a run of targets. */
interface Reach {
    /**
     * Adds to each source how many of the targets it reaches.
     *
     * @param from first target
     * @param to past the last
     * @param counts modified; one entry a source
     */
    void add(int from, int to, int[] counts);

    /**
     * No pair at all.
     */
    record None() implements Reach {
        @Override
        public void add(int from, int to, int[] counts) {
            // nothing is linked
        }
    }

    /** Every source that is there with every target that is there. */
    final class All implements Reach {
        private final boolean[] sources;
        private final int[] targetsBefore;

        /**
         * Takes the arrays as they are.
         *
         * @param sources whether a source is there
         * @param targetsBefore how many targets below an index are there; targets + 1 entries
         */
        All(boolean[] sources, int[] targetsBefore) {
            this.sources = sources;
            this.targetsBefore = targetsBefore;
        }

        @Override
        public void add(int from, int to, int[] counts) {
            int targets = targetsBefore[to] - targetsBefore[from];
            for (int s = 0; s < sources.length; s++) {
                if (sources[s]) {
                    counts[s] += targets;
                }
            }
        }
    }

    /** A bit a pair. */
    final class Bits implements Reach {
        private final BitMatrix bits;
        private final int[] rows;

        /**
         * Takes the arrays as they are.
         *
         * @param bits sources × targets
         * @param rows matrix row of a source, −1 for none
         */
        Bits(BitMatrix bits, int[] rows) {
            this.bits = bits;
            this.rows = rows;
        }

        @Override
        public void add(int from, int to, int[] counts) {
            int first = from >>> 6;
            int last = to - 1 >>> 6;
            long head = -1L << from;
            long tail = -1L >>> -to;
            for (int s = 0; s < rows.length; s++) {
                int row = rows[s];
                if (row >= 0) {
                    int count;
                    if (first == last) {
                        count = Long.bitCount(bits.word(row, first) & head & tail);
                    } else {
                        count = Long.bitCount(bits.word(row, first) & head)
                                + Long.bitCount(bits.word(row, last) & tail);
                        for (int w = first + 1; w < last; w++) {
                            count += Long.bitCount(bits.word(row, w));
                        }
                    }
                    counts[s] += count;
                }
            }
        }
    }

    /** Lists of sources, target by target. */
    final class Columns implements Reach {
        private final int[] offsets;
        private final int[] sources;

        /**
         * Takes the arrays as they are.
         *
         * @param offsets targets + 1 entries
         * @param sources of all targets
         */
        Columns(int[] offsets, int[] sources) {
            this.offsets = offsets;
            this.sources = sources;
        }

        @Override
        public void add(int from, int to, int[] counts) {
            for (int k = offsets[from]; k < offsets[to]; k++) {
                counts[sources[k]]++;
            }
        }
    }
}
