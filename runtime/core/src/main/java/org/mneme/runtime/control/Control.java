package org.mneme.runtime.control;

import java.util.List;
import org.mneme.InvalidValueException;
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
     * Returns the source spikes it stands for.
     *
     * @param codec of the graph that is executed
     * @return the spikes, none before {@link #tick}
     */
    List<SourceSpike> sourceSpikes(Codec codec);

    /**
     * Sets the state and starts a recall from it.
     *
     * @param tick when the source spikes
     * @param state N signs; zeros are not set
     */
    record Cue(long tick, Signs state) implements Control {
        @Override
        public List<SourceSpike> sourceSpikes(Codec codec) {
            return codec.cue(state, tick);
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
