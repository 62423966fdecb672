package org.mneme.model;

import java.util.Arrays;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Signs;
import org.mneme.bits.WordBlocks;

/**
 * The present state and its overlaps, computed block by block at the speed of a plain read of the patterns, and only when they are asked
 * for; with them the largest of each block, and, only when it is asked for, how often each overlap occurs.
 *
 * <p>Where few signs changed since the overlaps were computed, only the columns of those are read.
 */
final class BlockPresent implements Present {
    private static final int UNCOUNTED = Integer.MAX_VALUE;

    private final PatternSet patterns;
    private final Slices slices;
    private final WordBlocks plus;
    private final Optional<WordBlocks> mask;
    private final FlippedColumns columns;
    private final int[] overlaps;
    /** The largest overlap of each block. */
    private final int[] largestOf;
    /** How often each overlap occurs in each slice, and in all. */
    private final int[][] occurrencesOf;

    private final int[] occurrences;
    private final int[][] block;
    private final int[] state;
    private long[] plusWords;
    private long[] knownWords;
    private long[] plusBefore;
    private long[] knownBefore;
    private int knownCount;
    private boolean computed;
    private boolean stale = true;
    /** Overlaps below it were counted as just below it; {@link #UNCOUNTED} where none were counted. */
    private int countedFloor = UNCOUNTED;

    BlockPresent(PatternSet patterns, Slices slices) {
        this.patterns = patterns;
        this.slices = slices;
        this.plus = new WordBlocks(patterns.plus());
        this.mask = patterns.mask().map(WordBlocks::new);
        this.columns = new FlippedColumns(patterns);
        this.overlaps = new int[patterns.count()];
        this.largestOf = new int[plus.blocks()];
        this.occurrencesOf = new int[slices.count()][2 * patterns.features() + 1];
        this.occurrences = slices.count() == 1 ? occurrencesOf[0] : new int[2 * patterns.features() + 1];
        this.block = new int[slices.count()][WordBlocks.ROWS];
        this.state = new int[patterns.features()];
        this.plusWords = new long[BitMatrix.wordsFor(state.length)];
        this.knownWords = plusWords.clone();
        this.plusBefore = plusWords.clone();
        this.knownBefore = plusWords.clone();
    }

    @Override
    public void set(int[] signs) {
        if (!Arrays.equals(signs, state)) {
            System.arraycopy(signs, 0, state, 0, state.length);
            stale = true;
        }
    }

    @Override
    public void set(int unit, int sign) {
        refresh();
        int change = sign - state[unit];
        for (int mu = 0; mu < overlaps.length && change != 0; mu++) {
            overlaps[mu] += change * patterns.at(mu, unit);
        }
        state[unit] = sign;
        pack();
        slices.run(this::findLargest);
        countedFloor = UNCOUNTED;
    }

    private void pack() {
        Arrays.fill(plusWords, 0);
        Arrays.fill(knownWords, 0);
        knownCount = 0;
        for (int i = 0; i < state.length; i++) {
            plusWords[i >>> 6] |= (state[i] > 0 ? 1L : 0) << i;
            knownWords[i >>> 6] |= (state[i] != 0 ? 1L : 0) << i;
            knownCount += state[i] != 0 ? 1 : 0;
        }
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        swapWords();
        pack();
        if (computed && Arrays.equals(knownWords, knownBefore) && Arrays.equals(plusWords, plusBefore)) {
            return;
        }
        boolean updated =
                computed && Arrays.equals(knownWords, knownBefore) && columns.update(plusBefore, plusWords, overlaps);
        slices.run(slice -> {
            if (!updated) {
                computeOverlaps(slice);
            } else {
                findLargest(slice);
            }
        });
        countedFloor = UNCOUNTED;
        computed = true;
    }

    private void swapWords() {
        long[] p = plusBefore;
        plusBefore = plusWords;
        plusWords = p;
        long[] k = knownBefore;
        knownBefore = knownWords;
        knownWords = k;
    }

    private void computeOverlaps(int slice) {
        for (int from = slices.from(slice); from < slices.to(slice); from += WordBlocks.ROWS) {
            int b = from / WordBlocks.ROWS;
            if (mask.isPresent()) {
                plus.overlaps(b, mask.get(), plusWords, knownWords, block[slice]);
                System.arraycopy(block[slice], 0, overlaps, from, plus.size(b));
            } else {
                plus.differences(b, plusWords, knownWords, block[slice]);
                fromDifferences(block[slice], plus.size(b), knownCount, overlaps, from);
            }
            largestOf[b] = largest(overlaps, from, from + plus.size(b));
        }
    }

    private void findLargest(int slice) {
        for (int from = slices.from(slice); from < slices.to(slice); from += WordBlocks.ROWS) {
            int b = from / WordBlocks.ROWS;
            largestOf[b] = largest(overlaps, from, from + plus.size(b));
        }
    }

    private static int largest(int[] overlaps, int from, int to) {
        int largest = overlaps[from];
        for (int mu = from + 1; mu < to; mu++) {
            largest = Math.max(largest, overlaps[mu]);
        }
        return largest;
    }

    private static void fromDifferences(int[] differences, int size, int known, int[] overlaps, int at) {
        for (int r = 0; r < size; r++) {
            overlaps[at + r] = known - 2 * differences[r];
        }
    }

    /**
     * Counts how often each overlap occurs.
     *
     * @param floor overlaps below it are counted as floor − 1; −N or less for all as they are
     */
    void count(int floor) {
        refresh();
        int from = Math.max(floor, -state.length);
        if (countedFloor != from) {
            slices.run(slice -> count(slice, from));
            addOccurrences();
            countedFloor = from;
        }
    }

    private void count(int slice, int floor) {
        int[] counts = occurrencesOf[slice];
        Arrays.fill(counts, 0);
        boolean all = floor == -state.length;
        for (int from = slices.from(slice); from < slices.to(slice); from += WordBlocks.ROWS) {
            int b = from / WordBlocks.ROWS;
            int to = from + plus.size(b);
            if (all) {
                count(overlaps, from, to, counts, state.length);
            } else if (largestOf[b] < floor) {
                counts[floor - 1 + state.length] += to - from;
            } else {
                countFrom(floor, overlaps, from, to, counts, state.length);
            }
        }
    }

    private static void countFrom(int floor, int[] overlaps, int from, int to, int[] counts, int offset) {
        for (int mu = from; mu < to; mu++) {
            counts[Math.max(overlaps[mu], floor - 1) + offset]++;
        }
    }

    private static void count(int[] overlaps, int from, int to, int[] occurrences, int offset) {
        for (int mu = from; mu < to; mu++) {
            occurrences[overlaps[mu] + offset]++;
        }
    }

    private void addOccurrences() {
        if (slices.count() > 1) {
            addAll(occurrencesOf, occurrences);
        }
    }

    /** The sums of several arrays of counts. */
    static void addAll(int[][] parts, int[] sums) {
        Arrays.fill(sums, 0);
        for (int[] part : parts) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += part[k];
            }
        }
    }

    /** Returns all h themselves, valid until the state changes. */
    int[] sharedOverlaps() {
        refresh();
        return overlaps;
    }

    /** Returns the largest h of each block of {@value WordBlocks#ROWS} patterns, valid until the state changes. */
    int[] largestOfBlocks() {
        refresh();
        return largestOf;
    }

    /** Returns how many patterns have the overlap k − N, at index k, as they were last counted; valid until the state changes. */
    int[] occurrences() {
        return occurrences;
    }

    /** Returns the same for each slice. */
    int[][] occurrencesOfSlices() {
        return occurrencesOf;
    }

    /** Returns the largest overlap. */
    int largest() {
        refresh();
        return largest(largestOf, 0, largestOf.length);
    }

    /** Whether no sign of the state is 0. */
    boolean isFull() {
        refresh();
        return knownCount == state.length;
    }

    /** Returns bits set where S_i = +1. */
    long[] plusWords() {
        refresh();
        return plusWords;
    }

    /** Returns bits set where S_i ≠ 0. */
    long[] knownWords() {
        refresh();
        return knownWords;
    }

    /** How often the overlaps were updated by columns. */
    long columnUpdates() {
        return columns.updates();
    }

    @Override
    public int at(int unit) {
        return state[unit];
    }

    @Override
    public Signs signs() {
        return Signs.of(state);
    }

    @Override
    public int overlap(int mu) {
        refresh();
        return overlaps[mu];
    }

    @Override
    public int[] overlaps() {
        refresh();
        return overlaps.clone();
    }

    @Override
    public int winner() {
        int largest = largest();
        int b = 0;
        while (largestOf[b] < largest) {
            b++;
        }
        int mu = b * WordBlocks.ROWS;
        while (overlaps[mu] != largest) {
            mu++;
        }
        return mu;
    }
}
