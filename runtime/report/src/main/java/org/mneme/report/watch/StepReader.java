package org.mneme.report.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.scene.Scene;

/** Looks at states as a page shows them: the nearest patterns, and what a state means. Immutable. */
public final class StepReader {
    private final PatternSet patterns;
    private final Optional<Scene> scene;
    private final OverlapBins bins;

    /**
     * Starts a reader.
     *
     * @param patterns what states are compared with
     * @param scene what they mean, where they mean something
     */
    public StepReader(PatternSet patterns, Optional<Scene> scene) {
        this.patterns = patterns;
        this.scene = scene;
        this.bins = OverlapBins.of(patterns.count());
    }

    /**
     * Looks at a state.
     *
     * @param step its number
     * @param tick at which it was seen
     * @param state N signs; zeros are unknown
     * @param silent whether no feature spiked
     * @param begins whether a cue or a gate began a recall here
     * @return what is to be shown of it
     */
    public WatchStep read(long step, long tick, Signs state, boolean silent, boolean begins) {
        int[] overlaps = new int[patterns.count()];
        for (int mu = 0; mu < overlaps.length; mu++) {
            overlaps[mu] = patterns.overlap(mu, state);
        }
        boolean known = state.zeroCount() < state.length();
        Overlaps seen = new Overlaps(Ints.of(overlaps), 0, overlaps.length, state.length());
        int winner = known ? seen.largest(-1) : -1;
        return step(step, tick, state, winner, Optional.of(seen), bins, scene, silent, begins);
    }

    /** Overlaps of a state with all patterns, which are a stretch of more numbers. */
    record Overlaps(Ints numbers, int from, int patterns, int features) {
        /** The pattern of the largest overlap but one, the first of those; −1 where there is no other. */
        int largest(int but) {
            int best = -1;
            for (int mu = 0; mu < patterns; mu++) {
                if (mu != but && (best < 0 || of(mu) > of(best))) {
                    best = mu;
                }
            }
            return best;
        }

        int of(int mu) {
            return numbers.at(from + mu);
        }

        double percent(int mu) {
            return mu < 0 ? 0 : OverlapBins.percent(of(mu), features);
        }
    }

    static WatchStep step(
            long step,
            long tick,
            Signs state,
            int winner,
            Optional<Overlaps> seen,
            OverlapBins bins,
            Optional<Scene> scene,
            boolean silent,
            boolean begins) {
        boolean alone = seen.isPresent() && seen.get().patterns() == 1;
        return new WatchStep(
                step,
                tick,
                winner,
                seen.map(o -> o.percent(winner)).orElse(0.0),
                seen.map(o -> o.percent(alone ? winner : o.largest(winner))).orElse(0.0),
                seen.map(o -> bins.percent(o.numbers(), o.from(), o.patterns(), o.features()))
                        .orElse(Ints.of()),
                scene.map(s -> values(s, state)).orElse(List.of()),
                scene.isPresent() || state.length() > StateText.MOST_FEATURES
                        ? Optional.empty()
                        : Optional.of(StateText.of(state)),
                silent,
                begins);
    }

    private static List<Double> values(Scene scene, Signs state) {
        List<Double> values = new ArrayList<>();
        for (double value : scene.read(state)) {
            values.add(value);
        }
        return values;
    }
}
