package org.mneme.bits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bit-sliced counters with room to lay rows into: plane k holds bit k of 64 counters in a word.
 *
 * <p>Rows of few words are laid side by side into slots, so that even they make a loop worth vectorising; the slots are added up at the
 * end. Three numbers of one weight go through a full adder: their sum has that weight, their carry twice that, where it waits for a
 * second. So a row costs one full adder on average, whatever the counters hold.
 */
final class BitSlicedCounters {
    /** Words of a section: every distance between the operands of an adder is a constant, which lets its loop be vectorised. */
    static final int SECTION = 256;

    /** A level is its plane, one number that waits for a second, that second, and room for the other row of a pair. */
    private static final int LEVEL = 4 * SECTION;

    private static final int WAITING = SECTION;
    private static final int SECOND = 2 * SECTION;
    private static final int OTHER = 3 * SECTION;

    /** A slot is not opened for fewer rows than this. */
    private static final int ROWS_A_SLOT = 8;

    private static final int BYTE = 0xff;

    /** Counters expanded at a time. */
    private static final int LANES = 1024;

    /** Bits of a counter in a byte: its sign is not used. */
    private static final int LEVELS_A_LANE = 7;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bits of a byte, each in a byte of its own. */
    private static final long[] SPREAD = spread();

    private final int columns;
    private final int stride;
    private final byte[] lanes = new byte[LANES];
    private long[] levels = new long[4 * LEVEL];
    /** Levels below this have been used since the last drain. */
    private int top;
    /** Bit k is set where a number waits at level k. */
    private int waiting;

    private int slots = 1;
    private int slot;
    private int stagedAt = WAITING;

    /**
     * Prepares counters, all 0.
     *
     * @param columns number of counters, at most 64 · {@value #SECTION}
     */
    BitSlicedCounters(int columns) {
        this.columns = columns;
        this.stride = BitMatrix.wordsFor(columns);
    }

    /** Chooses the number of slots for about so many rows; all counters are 0. */
    void expect(int rows) {
        int most = Integer.highestOneBit(SECTION / Math.max(1, stride));
        slots = Math.clamp(Integer.highestOneBit(Math.max(1, rows / ROWS_A_SLOT)), 1, most);
    }

    /** The words rows are laid into; valid until {@link #laid}. */
    long[] words() {
        return levels;
    }

    /** Where the next row goes, in words. */
    int place() {
        return stagedAt + slot * stride;
    }

    /** How many rows fit from there on. */
    int room() {
        return slots - slot;
    }

    /** Where the other row of a pair goes. */
    int placeOfOther() {
        return OTHER + slot * stride;
    }

    /** Replaces the next rows by their differences from the others laid. */
    void differ(int rows) {
        int at = place();
        if (stagedAt == WAITING) {
            differWaiting(levels, at, at + rows * stride);
        } else {
            differSecond(levels, at, at + rows * stride);
        }
    }

    private static void differWaiting(long[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] ^= x[i + OTHER - WAITING];
        }
    }

    private static void differSecond(long[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] ^= x[i + OTHER - SECOND];
        }
    }

    /** Replaces the next rows by their complements. */
    void complement(int rows) {
        complement(levels, place(), place() + rows * stride);
    }

    private static void complement(long[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = ~x[i];
        }
    }

    /** So many rows have been laid; they fit. */
    void laid(int rows) {
        slot += rows;
        if (slot == slots) {
            slot = 0;
            commit();
        }
    }

    /** The section staged is complete: it waits, or goes through the adder with the one that waits. */
    private void commit() {
        top = Math.max(top, 1);
        if (stagedAt == WAITING) {
            stagedAt = SECOND;
            waiting |= 1;
            return;
        }
        stagedAt = WAITING;
        int level = 0;
        int length = slots * stride;
        while ((waiting >>> level & 1) != 0) {
            reserve(level + 1);
            waiting &= ~(1 << level);
            if ((waiting >>> level + 1 & 1) == 0) {
                addToWaiting(levels, level * LEVEL, length);
                level++;
                waiting |= 1 << level;
                return;
            }
            addToSecond(levels, level * LEVEL, length);
            level++;
        }
    }

    private void reserve(int level) {
        if (level < top) {
            return;
        }
        if ((level + 1) * LEVEL > levels.length) {
            levels = Arrays.copyOf(levels, 2 * (level + 1) * LEVEL);
        }
        Arrays.fill(levels, level * LEVEL, level * LEVEL + SECTION, 0);
        top = level + 1;
    }

    /** Plane, waiting and second number of a level: their sum stays, their carry becomes the next level's waiting number. */
    private static void addToWaiting(long[] x, int base, int length) {
        for (int i = base; i < base + length; i++) {
            long a = x[i];
            long b = x[i + WAITING];
            long c = x[i + SECOND];
            x[i] = a ^ b ^ c;
            x[i + LEVEL + WAITING] = a & b | (a ^ b) & c;
        }
    }

    /** The same, the carry becoming the next level's second number. */
    private static void addToSecond(long[] x, int base, int length) {
        for (int i = base; i < base + length; i++) {
            long a = x[i];
            long b = x[i + WAITING];
            long c = x[i + SECOND];
            x[i] = a ^ b ^ c;
            x[i + LEVEL + SECOND] = a & b | (a ^ b) & c;
        }
    }

    /** Adds factor times each counter to the totals from a place on, and sets all to 0. */
    void drain(int factor, int[] totals, int at) {
        complete();
        settle(slots * stride);
        for (int half = slots / 2; half > 0; half /= 2) {
            fold(half * stride);
        }
        expand(factor, totals, at);
        Arrays.fill(levels, 0, SECTION, 0);
        top = 0;
    }

    /** Pads the section being staged with empty rows. */
    private void complete() {
        if (slot > 0) {
            Arrays.fill(levels, stagedAt + slot * stride, stagedAt + slots * stride, 0);
            slot = 0;
            commit();
        }
        stagedAt = WAITING;
    }

    /** Adds the waiting numbers, so that the planes hold all. */
    private void settle(int length) {
        boolean carried = false;
        for (int level = 0; level < top || carried; level++) {
            reserve(level);
            boolean waits = (waiting >>> level & 1) != 0;
            if (!waits && !carried) {
                continue;
            }
            int base = level * LEVEL;
            if (!waits) {
                Arrays.fill(levels, base + WAITING, base + WAITING + length, 0);
            }
            if (!carried) {
                Arrays.fill(levels, base + SECOND, base + SECOND + length, 0);
            }
            carried = addSettling(base, length);
        }
        waiting = 0;
    }

    /** Adds at one level; false if no carry is left. */
    private boolean addSettling(int base, int length) {
        int level = base / LEVEL;
        reserveRoom(level + 1);
        addToSecond(levels, base, length);
        if (level + 1 < top) {
            return true;
        }
        long any = 0;
        for (int i = 0; i < length; i++) {
            any |= levels[base + LEVEL + SECOND + i];
        }
        return any != 0;
    }

    private void reserveRoom(int level) {
        if ((level + 1) * LEVEL > levels.length) {
            levels = Arrays.copyOf(levels, 2 * (level + 1) * LEVEL);
        }
    }

    /** Adds the upper half of the slots to the lower half. */
    private void fold(int length) {
        boolean carried = false;
        for (int level = 0; level < top || carried; level++) {
            reserve(level);
            int base = level * LEVEL;
            System.arraycopy(levels, base + length, levels, base + WAITING, length);
            if (!carried) {
                Arrays.fill(levels, base + SECOND, base + SECOND + length, 0);
            }
            carried = addSettling(base, length);
        }
    }

    private void expand(int factor, int[] totals, int at) {
        for (int first = 0; first < columns; first += LANES) {
            int length = Math.min(LANES, columns - first);
            for (int low = 0; low < top; low += LEVELS_A_LANE) {
                spread(first, length, low, Math.min(top, low + LEVELS_A_LANE));
                addLanes(lanes, factor << low, totals, at + first, length);
            }
        }
    }

    /** Writes some bits of the counters of some columns, one counter a byte. */
    private void spread(int first, int length, int low, int high) {
        for (int i = 0; i < length; i += Byte.SIZE) {
            int word = first + i >>> 6;
            long bytes = 0;
            for (int level = low; level < high; level++) {
                bytes |= SPREAD[(int) (levels[level * LEVEL + word] >>> i) & BYTE] << level - low;
            }
            LONGS.set(lanes, i, bytes);
        }
    }

    private static void addLanes(byte[] lanes, int factor, int[] totals, int at, int length) {
        for (int i = 0; i < length; i++) {
            totals[at + i] += factor * lanes[i];
        }
    }

    private static long[] spread() {
        long[] spread = new long[BYTE + 1];
        for (int bits = 0; bits <= BYTE; bits++) {
            for (int k = 0; k < Byte.SIZE; k++) {
                spread[bits] |= (long) (bits >>> k & 1) << Byte.SIZE * k;
            }
        }
        return spread;
    }
}
