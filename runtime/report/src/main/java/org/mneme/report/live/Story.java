package org.mneme.report.live;

import java.util.List;
import org.mneme.runtime.experiment.RunControl;

/**
 * What led to the steps of a run: told the same, the same graph shows the same.
 *
 * @param cue the pattern that the run began with
 * @param noise the fraction of its features that were flipped
 * @param events what the run was told besides, ascending by tick, each before the last step
 * @param steps recall steps shown
 */
record Story(int cue, double noise, List<RunControl> events, int steps) {
    Story {
        events = List.copyOf(events);
    }
}
