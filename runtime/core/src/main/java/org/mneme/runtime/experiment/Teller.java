package org.mneme.runtime.experiment;

import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.session.Session;

/**
 * Gives a session its cues and gates. Two sessions of one graph, seed and noise that are told the same at the same ticks spike alike: the
 * k-th cue flips the same bits, and a gate goes on from the state decoded last. Single-threaded.
 */
public final class Teller {
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final Experiment experiment;
    private final long seed;
    private Signs last;
    private int cues;

    /**
     * A cue that was given.
     *
     * @param tick at which it acts
     * @param pattern the pattern cued
     * @param cue the state, and how many of its bits were flipped
     */
    public record Cued(long tick, int pattern, NoisyCue cue) {}

    /**
     * Starts with nothing told.
     *
     * @param experiment whose patterns are cued
     * @param seed of the run; that of the first cue's flips
     */
    public Teller(Experiment experiment, long seed) {
        this.experiment = experiment;
        this.seed = seed;
        this.last = Signs.zeros(experiment.memory().features());
    }

    /**
     * Is told the state decoded last.
     *
     * @param state S, N signs
     */
    public void shown(Signs state) {
        last = state;
    }

    /**
     * Returns what a gate goes on from.
     *
     * @return the state decoded last, or that of a cue since; all 0 before the first
     */
    public Signs last() {
        return last;
    }

    /**
     * Cues a pattern, at the session's next tick or the first from then on at which its codec can.
     *
     * @param session what is told
     * @param pattern 0…P−1, or {@link RunControl.Cue#NOW}
     * @param noise the fraction of its features that are flipped, 0…1
     * @param open the hidden units that alone may fire from then on; empty to leave the gates as they are
     * @return what was given, and when
     */
    public Cued cue(Session session, int pattern, double noise, Optional<Ints> open) {
        int cued = pattern == RunControl.Cue.NOW ? present() : pattern;
        NoisyCue cue = NoisyCue.of(experiment.memory().patterns().row(cued), noise, seed + SEED_STEP * cues++);
        long tick = open.map(units -> session.gate(units, cue.state())).orElseGet(() -> session.cue(cue.state()));
        last = cue.state();
        return new Cued(tick, cued, cue);
    }

    /** The pattern nearest to the state decoded last. */
    private int present() {
        PatternSet patterns = experiment.memory().patterns();
        int nearest = 0;
        for (int mu = 1; mu < patterns.count(); mu++) {
            nearest = patterns.overlap(mu, last) > patterns.overlap(nearest, last) ? mu : nearest;
        }
        return nearest;
    }

    /**
     * Lets some hidden units fire and no other; the recall goes on from {@link #last}.
     *
     * @param session what is told
     * @param open indices of hidden units, ascending
     * @return the tick at which it acts
     */
    public long gate(Session session, Ints open) {
        return session.gate(open, last);
    }
}
