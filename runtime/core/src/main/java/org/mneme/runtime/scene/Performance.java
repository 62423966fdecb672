package org.mneme.runtime.scene;

import java.util.List;
import org.mneme.bits.Ints;

/**
 * What a recall did in time: the states it went through.
 *
 * @param tickSeconds length of a tick, s; that of a recall step where there were no ticks
 * @param ticksPerStep ticks that a clean recall step takes, ≥ 1
 * @param moments ascending by tick: each state that differs from the one before, or should
 * @param stepTicks the tick of each recall step, 0 for the cue, ascending
 * @param endTick the first tick after the last state; ≥ the tick of the last moment
 * @param whole false where there were more moments than are kept ({@link PerformanceKeeper#MOST_MOMENTS})
 */
public record Performance(
        double tickSeconds, int ticksPerStep, List<Moment> moments, Ints stepTicks, long endTick, boolean whole) {
    /** Copies the list. */
    public Performance {
        moments = List.copyOf(moments);
    }

    /**
     * Returns how long the state of a moment was held.
     *
     * @param index 0…moments − 1
     * @return ticks, ≥ 0
     */
    public long ticksHeld(int index) {
        long end = index + 1 < moments.size() ? moments.get(index + 1).tick() : endTick;
        return end - moments.get(index).tick();
    }

    /**
     * Returns a tick as time.
     *
     * @param tick any
     * @return s since the first moment
     */
    public double seconds(double tick) {
        return moments.isEmpty() ? 0 : (tick - moments.getFirst().tick()) * tickSeconds;
    }
}
