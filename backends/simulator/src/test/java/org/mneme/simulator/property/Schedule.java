package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run is chopped: where advance stops, and whether all input is injected at once or just before it is due.
 *
 * @param stops ascending; the last is the number of ticks
 * @param allAtOnce whether everything is injected at tick 0
 */
record Schedule(List<Long> stops, boolean allAtOnce) {
    Schedule {
        stops = List.copyOf(stops);
    }

    /** Draws a schedule from the key of the case: every tick, chunks of random length, or few long ones. */
    static Schedule of(Case given) {
        Draw draw = new Draw(given.executionSeed());
        int longest = draw.pick(1, 1, 9, 60);
        List<Long> stops = new ArrayList<>();
        for (long stop = 0; stop < given.ticks(); ) {
            stop = Math.min(given.ticks(), stop + draw.whole(1, longest));
            stops.add(stop);
        }
        return new Schedule(stops, draw.chance(0.5));
    }
}
