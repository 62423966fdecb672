package org.mneme.report.live;

import java.util.List;
import org.mneme.report.watch.WatchSpike;
import org.mneme.report.watch.WatchStep;
import org.mneme.report.watch.WatchTold;

/**
 * A few milliseconds of a run, as published. Immutable.
 *
 * @param run how often the memory had been started before it, counted from 1
 * @param before steps of all frames before it
 * @param steps in order, at most {@link Watching#MOST_STEPS}
 * @param spikes in order, at most {@link Watching#MOST_SPIKES}
 * @param told in order
 */
record Frame(long run, long before, List<WatchStep> steps, List<WatchSpike> spikes, List<WatchTold> told) {
    Frame {
        steps = List.copyOf(steps);
        spikes = List.copyOf(spikes);
        told = List.copyOf(told);
    }
}
