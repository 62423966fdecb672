package org.mneme.model;

import java.util.Arrays;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Signs;
import org.mneme.bits.WordBlocks;

/**
 * The present state and its overlaps, computed block by block at the speed of a plain read of the patterns, and only when they are asked
 * for; with them, only when it is asked for, how often each overlap occurs.
 *
 * <p>Where few signs changed since the overlaps were computed, only the columns of those are read. Where only the best patterns matter, a
 * margin is set: then blocks of patterns all of whose overlaps are farther below the largest are passed over, and computed once they
 * are asked for after all.
 */
final class BlockPresent implements Present {
    private static final int UNCOUNTED = Integer.MAX_VALUE;
    private static final int PASSED_OVER = Integer.MIN_VALUE;
    private static final int NO_MARGIN = -1;

    private final PatternSet patterns;
    private final Slices slices;
    private final WordBlocks plus;
    private final Optional<WordBlocks> mask;
    private final FlippedColumns columns;
    private final int[] overlaps;
    /** The largest overlap of each block, where a margin is set; {@link #PASSED_OVER} where it is farther than that below another. */
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
    private int margin = NO_MARGIN;
    /** Whether all overlaps are those of the state before, or of the state where it is not stale. */
    private boolean complete;

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

    /**
     * Passes over blocks of patterns from now on.
     *
     * @param overlaps how far below the largest an overlap may be that is not passed over, ≥ 0
     */
    void setMargin(int overlaps) {
        margin = overlaps;
    }

    @Override
    public void set(int unit, int sign) {
        completeAll();
        int change = sign - state[unit];
        for (int mu = 0; mu < overlaps.length && change != 0; mu++) {
            overlaps[mu] += change * patterns.at(mu, unit);
        }
        state[unit] = sign;
        pack();
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
        boolean sameKnown = Arrays.equals(knownWords, knownBefore);
        if (complete && sameKnown && Arrays.equals(plusWords, plusBefore)) {
            return;
        }
        countedFloor = UNCOUNTED;
        complete = complete && sameKnown && columns.update(plusBefore, plusWords, overlaps);
        if (!complete && margin == NO_MARGIN) {
            completeAll();
        } else if (!complete) {
            slices.run(this::computeLargest);
        }
    }

    /** Computes the overlaps that are not yet those of the state. */
    private void completeAll() {
        refresh();
        if (!complete) {
            complete = true;
            slices.run(this::computeOverlaps);
        }
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
        }
    }

    /** Computes the overlaps of the blocks that are not passed over. */
    private void computeLargest(int slice) {
        int largest = -state.length;
        for (int from = slices.from(slice); from < slices.to(slice); from += WordBlocks.ROWS) {
            int b = from / WordBlocks.ROWS;
            int size = plus.size(b);
            plus.differences(b, plusWords, knownWords, block[slice]);
            largestOf[b] = PASSED_OVER;
            if (anyUpTo(block[slice], size, (knownCount - largest + margin) / 2)) {
                fromDifferences(block[slice], size, knownCount, overlaps, from);
                largestOf[b] = knownCount - 2 * least(block[slice], size);
                largest = Math.max(largest, largestOf[b]);
            }
        }
    }

    /** Returns the least of some numbers, by halving: a loop that takes the least itself is not vectorised. */
    private static int least(int[] differences, int size) {
        int low = 0;
        int high = differences[0];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (anyUpTo(differences, size, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean anyUpTo(int[] numbers, int size, int bound) {
        int signs = 0;
        for (int r = 0; r < size; r++) {
            signs |= numbers[r] - bound - 1;
        }
        return signs < 0;
    }

    private static void fromDifferences(int[] differences, int size, int known, int[] overlaps, int at) {
        for (int r = 0; r < size; r++) {
            overlaps[at + r] = known - 2 * differences[r];
        }
    }

    /**
     * Counts how often each overlap occurs.
     *
     * @param floor overlaps below it are counted as floor − 1, if they are not all counted as they are: that is where
     *     {@link #countedFrom} says; −N for all as they are
     */
    void count(int floor) {
        int least = floor >= floorOfMargin() ? floor : -state.length;
        if (least == -state.length) {
            completeAll();
        }
        if (countedFloor != least) {
            slices.run(slice -> count(slice, least));
            addOccurrences();
            countedFloor = least;
        }
    }

    /** The overlap from which on no pattern is passed over; above all where there is no margin, or nothing is passed over. */
    private int floorOfMargin() {
        refresh();
        return complete ? Integer.MAX_VALUE : largest() - margin;
    }

    private void count(int slice, int floor) {
        int[] counts = occurrencesOf[slice];
        Arrays.fill(counts, 0);
        for (int from = slices.from(slice); from < slices.to(slice); from += WordBlocks.ROWS) {
            int b = from / WordBlocks.ROWS;
            int to = from + plus.size(b);
            if (floor == -state.length) {
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

    /** Returns from which overlap on patterns were counted as they are: −N for all. */
    int countedFrom() {
        return countedFloor;
    }

    /** Returns all h themselves, valid until the state changes. */
    int[] sharedOverlaps() {
        completeAll();
        return overlaps;
    }

    /** Returns h, right only in blocks that were not passed over. */
    int[] largeOverlaps() {
        refresh();
        return overlaps;
    }

    /** Returns the largest h of each block, less than any where it was passed over; only where patterns were counted from a floor. */
    int[] largestOfBlocks() {
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
        if (!complete) {
            return Arrays.stream(largestOf).max().orElseThrow();
        }
        count(-state.length);
        int k = occurrences.length - 1;
        while (occurrences[k] == 0) {
            k--;
        }
        return k - state.length;
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
        completeAll();
        return overlaps[mu];
    }

    @Override
    public int[] overlaps() {
        completeAll();
        return overlaps.clone();
    }

    @Override
    public int winner() {
        int largest = largest();
        int mu = 0;
        while (!mayHold(mu, largest)) {
            mu += WordBlocks.ROWS;
        }
        while (overlaps[mu] != largest) {
            mu++;
        }
        return mu;
    }

    private boolean mayHold(int mu, int largest) {
        return complete
                ? Buckets.reaches(overlaps, mu, Math.min(overlaps.length, mu + WordBlocks.ROWS), largest)
                : largestOf[mu / WordBlocks.ROWS] == largest;
    }
}
