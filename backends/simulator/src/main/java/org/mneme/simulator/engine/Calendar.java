package org.mneme.simulator.engine;

import java.util.Arrays;

/**
 * When the next volley arrives on each lane: a ring of ticks, each slot a chain of the lanes due then.
 *
 * <p>A lane has at most one entry (later volleys wait in its source's {@link History}), so memory follows lanes, not delays. An entry
 * further ahead than the ring is long waits in its slot for its round.
 */
final class Calendar {
    /** No tick. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int MIN_SLOTS = 64;
    private static final int MAX_SLOTS = 4096;
    private static final int NONE = -1;

    private final int[] firstLane;
    private final int[] nextLane;
    private final long[] dueTick;
    private final long[] occupied;
    private final int mask;
    private int pending;

    Calendar(int lanes, int maxDelay) {
        int wanted = Math.clamp(maxDelay + 1L, MIN_SLOTS, MAX_SLOTS);
        int slots = Integer.highestOneBit(2 * wanted - 1);
        this.mask = slots - 1;
        this.firstLane = new int[slots];
        this.nextLane = new int[lanes];
        this.dueTick = new long[lanes];
        this.occupied = Bitmap.of(slots);
        clear();
    }

    void clear() {
        Arrays.fill(firstLane, NONE);
        Arrays.fill(nextLane, NONE);
        Arrays.fill(dueTick, NEVER);
        Arrays.fill(occupied, 0);
        pending = 0;
    }

    /** Enters a lane that has no entry. */
    void schedule(int lane, long tick) {
        int slot = (int) tick & mask;
        nextLane[lane] = firstLane[slot];
        firstLane[slot] = lane;
        dueTick[lane] = tick;
        Bitmap.add(occupied, slot);
        pending++;
    }

    /** Returns the first tick, not before {@code from}, at which a lane is due; nothing may be due before {@code from}. */
    long next(long from) {
        if (pending == 0) {
            return NEVER;
        }
        for (int ahead = 0; ahead <= mask; ) {
            int slot = (int) (from + ahead) & mask;
            long rest = occupied[slot >>> 6] >>> slot;
            if (rest == 0) {
                ahead += 64 - (slot & 63);
                continue;
            }
            ahead += Long.numberOfTrailingZeros(rest);
            if (ahead <= mask && isDue(from + ahead)) {
                return from + ahead;
            }
            ahead++;
        }
        return earliest();
    }

    private boolean isDue(long tick) {
        for (int lane = firstLane[(int) tick & mask]; lane != NONE; lane = nextLane[lane]) {
            if (dueTick[lane] == tick) {
                return true;
            }
        }
        return false;
    }

    private long earliest() {
        long earliest = NEVER;
        for (long tick : dueTick) {
            earliest = Math.min(earliest, tick);
        }
        return earliest;
    }

    /**
     * Removes the lanes due at a tick.
     *
     * @param tick the tick
     * @param lanes overwritten from index 0 on, ascending
     * @return how many there are
     */
    int take(long tick, int[] lanes) {
        int slot = (int) tick & mask;
        int taken = 0;
        int kept = NONE;
        for (int lane = firstLane[slot]; lane != NONE; ) {
            int following = nextLane[lane];
            if (dueTick[lane] == tick) {
                dueTick[lane] = NEVER;
                lanes[taken++] = lane;
            } else {
                nextLane[lane] = kept;
                kept = lane;
            }
            lane = following;
        }
        firstLane[slot] = kept;
        Bitmap.set(occupied, slot, kept != NONE);
        pending -= taken;
        Arrays.sort(lanes, 0, taken);
        return taken;
    }
}
