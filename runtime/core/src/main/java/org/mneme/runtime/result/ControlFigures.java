package org.mneme.runtime.result;

import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.runtime.score.Segment;

/**
 * What a run was told besides its cue, and what became of it.
 *
 * @param told in order; the cue the run starts with is the first
 * @param segments the stretches that cues, gates and motifs started
 * @param ticks when each state of the run was seen
 */
public record ControlFigures(List<Told> told, List<Segment> segments, Ints ticks) {
    /** Copies the lists. */
    public ControlFigures {
        told = List.copyOf(told);
        segments = List.copyOf(segments);
    }

    /** Something a run was told. */
    public sealed interface Told {
        /**
         * Returns when.
         *
         * @return the first tick at which it acts
         */
        long tick();

        /**
         * A cue.
         *
         * @param tick when
         * @param pattern the pattern cued
         * @param noise the fraction of its features that were flipped
         * @param flipped how many that is
         */
        record Cue(long tick, int pattern, double noise, int flipped) implements Told {}

        /**
         * A gate.
         *
         * @param tick when
         * @param open the hidden units that may fire, ascending
         */
        record Gate(long tick, Ints open) implements Told {}

        /**
         * A motif that was played: its gate, and its first pattern as a cue.
         *
         * @param tick when
         * @param motif its index
         * @param pattern its first pattern
         * @param flipped how many features of that were flipped
         */
        record Motif(long tick, int motif, int pattern, int flipped) implements Told {}

        /**
         * A tempo.
         *
         * @param tick when
         * @param gain 1 as lowered
         */
        record Tempo(long tick, double gain) implements Told {}
    }

    /**
     * Returns how many motifs were played.
     *
     * @return 0 where none was to be
     */
    public long motifs() {
        return segments.stream()
                .filter(segment -> segment.start() == Segment.Start.MOTIF)
                .count();
    }

    /**
     * Returns the end of the line that sums a run up.
     *
     * @return such as " (5 motifs)"; empty for a single stretch
     */
    String words() {
        long motifs = motifs();
        if (motifs > 0) {
            return motifs == 1 ? " (1 motif)" : " (" + motifs + " motifs)";
        }
        return segments.size() > 1 ? " (" + segments.size() + " segments)" : "";
    }
}
