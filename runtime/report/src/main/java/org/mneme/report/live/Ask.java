package org.mneme.report.live;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** Something the engine is asked to do between two ticks. */
sealed interface Ask {
    /** Stands still. */
    record Pause() implements Ask {}

    /** Goes on. */
    record Resume() implements Ask {}

    /** Makes one recall step, and stands still after it. */
    record Step() implements Ask {}

    /** Begins anew at tick 0, with the settings as they are. */
    record Restart() implements Ask {}

    /**
     * Changes the tempo.
     *
     * @param gain 1 as lowered
     */
    record Tempo(double gain) implements Ask {}

    /**
     * Lets the units of a motif fire and no other.
     *
     * @param motif its index, or {@link Openings#ALL}
     */
    record Gate(int motif) implements Ask {}

    /**
     * Starts a recall.
     *
     * @param pattern what is cued, {@link org.mneme.runtime.experiment.RunControl.Cue#NOW} for the pattern that is shown; empty for that
     *     with which the run began
     * @param noise the fraction of its features that are flipped, 0…1; empty for that in force
     */
    record Cue(OptionalInt pattern, OptionalDouble noise) implements Ask {}

    /**
     * Silences hidden units.
     *
     * @param fraction of all, 0…1
     */
    record Lesion(double fraction) implements Ask {}

    /**
     * Tells what led to the steps shown so far.
     *
     * @param answer is given it
     */
    record Recount(CompletableFuture<Story> answer) implements Ask {}
}
