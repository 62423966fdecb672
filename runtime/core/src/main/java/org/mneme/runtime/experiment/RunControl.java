package org.mneme.runtime.experiment;

import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.lower.CodecControl;

/** Something a run is told at a tick; {@link org.mneme.runtime.session.Session} gives it to the network. */
public sealed interface RunControl {
    /**
     * Returns when it is told.
     *
     * @return a tick ≥ 0
     */
    long tick();

    /**
     * Returns its name in messages.
     *
     * @return "gate", "tempo" or "cue"
     */
    String word();

    /**
     * Returns what the graph must have inputs for.
     *
     * @return empty for a cue, which every graph takes
     */
    Optional<CodecControl> needs();

    /**
     * Lets some hidden units fire and no other; the recall goes on from the state decoded last.
     *
     * @param tick when
     * @param open indices of hidden units, ascending, at least one
     */
    record Gate(long tick, Ints open) implements RunControl {
        /** Checks the tick and that a unit is open. */
        public Gate {
            requireTick(tick);
            if (open.length() == 0) {
                throw new InvalidValueException(
                        "gate",
                        "an empty list",
                        "enough: open at least one hidden unit; a tempo of 0 pauses the recall");
            }
        }

        @Override
        public String word() {
            return "gate";
        }

        @Override
        public Optional<CodecControl> needs() {
            return Optional.of(CodecControl.GATE);
        }
    }

    /**
     * Sets the tempo.
     *
     * @param tick when
     * @param gain 1 as lowered, 2 twice as fast, 0 to pause
     */
    record Tempo(long tick, double gain) implements RunControl {
        /** Checks the tick and the gain. */
        public Tempo {
            requireTick(tick);
            if (!(gain >= 0) || Double.isInfinite(gain)) {
                throw new InvalidValueException("tempo", gain, "a gain of 0 or more, such as 2 for twice as fast");
            }
        }

        @Override
        public String word() {
            return "tempo";
        }

        @Override
        public Optional<CodecControl> needs() {
            return Optional.of(CodecControl.TEMPO);
        }
    }

    /**
     * Silences the recall that runs, and starts another from a pattern.
     *
     * @param tick when
     * @param pattern index of the pattern cued; {@link #NOW} for the one that is shown
     * @param noise the fraction of its features that are flipped, 0…1
     */
    record Cue(long tick, int pattern, double noise) implements RunControl {
        /** In place of a pattern: the one that is nearest to the state decoded last. */
        public static final int NOW = -1;

        /** Checks the tick and the noise. */
        public Cue {
            requireTick(tick);
            if (!(noise >= 0 && noise <= 1)) {
                throw new InvalidValueException("cue noise", noise, "a fraction in 0…1");
            }
        }

        @Override
        public String word() {
            return "cue";
        }

        @Override
        public Optional<CodecControl> needs() {
            return Optional.empty();
        }
    }

    private static void requireTick(long tick) {
        if (tick < 0) {
            throw new InvalidValueException("tick of a control", tick, "0 or more");
        }
    }
}
