package org.mneme.report.watch;

import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;

/**
 * A recall step, as a page shows it.
 *
 * @param step its number, ≥ 0
 * @param tick at which its state was seen
 * @param winner the pattern nearest to the state, or −1 where no feature is known
 * @param overlap of the winner, % of N
 * @param second overlap of the runner-up, % of N; that of the winner where there is no other pattern
 * @param overlaps largest of each bin, % of N; none where they are not known
 * @param values what the state is read as, one number a channel; none where there is no scene
 * @param state the features, where there is no scene to read them
 * @param silent whether no feature spiked
 * @param begins whether a cue or a gate began a recall here
 */
public record WatchStep(
        long step,
        long tick,
        int winner,
        double overlap,
        double second,
        Ints overlaps,
        List<Double> values,
        Optional<StateText> state,
        boolean silent,
        boolean begins) {
    /** Copies the list. */
    public WatchStep {
        values = List.copyOf(values);
    }

    /** Returns the same with another overlap of the winner, where those of other patterns are not known. */
    WatchStep withOverlap(double percent) {
        return new WatchStep(step, tick, winner, percent, second, overlaps, values, state, silent, begins);
    }
}
