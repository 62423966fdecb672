package org.mneme.runtime.control;

import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Codec;
import org.mneme.lower.SourceSpike;

/**
 * Something a session is told at run time. Every control event acts through source spikes alone: the parameters of a graph never
 * change under way.
 */
public sealed interface Control {
    /**
     * Returns the first tick at which it acts.
     *
     * @return ≥ 0
     */
    long tick();

    /**
     * Says whether a recall starts from a state that it sets.
     *
     * @return true for a cue, and for a gate with a state to go on from
     */
    default boolean startsRecall() {
        return switch (this) {
            case Cue _ -> true;
            case Gate gate -> gate.state().zeroCount() < gate.state().length();
            case Tempo _, Spikes _ -> false;
        };
    }

    /**
     * Returns the source spikes it stands for.
     *
     * @param codec of the graph that is executed
     * @return the spikes, none before {@link #tick}
     */
    List<SourceSpike> sourceSpikes(Codec codec);

    /**
     * Sets the state and starts a recall from it.
     *
     * @param tick when the source spikes begin
     * @param state N signs; zeros are not set
     */
    record Cue(long tick, Signs state) implements Control {
        @Override
        public List<SourceSpike> sourceSpikes(Codec codec) {
            return codec.cue(state, tick);
        }
    }

    /**
     * Lets some hidden units fire and no other, and goes on from a state.
     *
     * @param tick when the source spikes begin
     * @param open indices of hidden units, ascending, none twice
     * @param state N signs to go on from; all 0 sets the gates only, before the first cue
     */
    record Gate(long tick, Ints open, Signs state) implements Control {
        /** Checks the order of the units. */
        public Gate {
            for (int i = 0; i < open.length(); i++) {
                if (open.at(i) < 0 || i > 0 && open.at(i) <= open.at(i - 1)) {
                    throw new InvalidValueException(
                            "open gate", open.at(i), "a hidden unit from 0 on, in ascending order, none twice");
                }
            }
        }

        @Override
        public List<SourceSpike> sourceSpikes(Codec codec) {
            return codec.gate(open, state, tick);
        }
    }

    /**
     * Sets the tempo.
     *
     * @param tick when the source spikes begin
     * @param gain 1 as lowered, 2 twice as fast, 0 to pause
     */
    record Tempo(long tick, double gain) implements Control {
        /** Checks the gain. */
        public Tempo {
            if (!(gain >= 0) || Double.isInfinite(gain)) {
                throw new InvalidValueException("tempo", gain, "a gain of 0 or more, such as 2 for twice as fast");
            }
        }

        @Override
        public List<SourceSpike> sourceSpikes(Codec codec) {
            return codec.tempo(gain, tick);
        }
    }

    /**
     * Source spikes as they are.
     *
     * @param tick the first of their ticks
     * @param spikes at least one
     */
    record Spikes(long tick, List<SourceSpike> spikes) implements Control {
        /** Copies the list and checks the tick. */
        public Spikes {
            spikes = List.copyOf(spikes);
            long first = firstTick(spikes);
            if (tick != first) {
                throw new InvalidValueException("tick of source spikes", tick, "the first of their ticks, " + first);
            }
        }

        /**
         * Returns spikes as a control event.
         *
         * @param spikes at least one, in any order
         * @return the event, at the first of their ticks
         */
        public static Spikes of(List<SourceSpike> spikes) {
            return new Spikes(firstTick(spikes), spikes);
        }

        private static long firstTick(List<SourceSpike> spikes) {
            return spikes.stream()
                    .mapToLong(SourceSpike::tick)
                    .min()
                    .orElseThrow(
                            () -> new InvalidValueException("source spikes", "an empty list", "at least one spike"));
        }

        @Override
        public List<SourceSpike> sourceSpikes(Codec codec) {
            return spikes;
        }
    }
}
