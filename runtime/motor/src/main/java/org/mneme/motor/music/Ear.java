package org.mneme.motor.music;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Turns chords in time into notes. Single-threaded. */
final class Ear {
    private final int keys;
    private final double[] since;
    private final int[] visit;
    private final List<PlayedNote> notes = new ArrayList<>();
    private Heard last = Heard.NOTHING;
    private int visits;
    private double now = Double.NEGATIVE_INFINITY;

    Ear(int keys) {
        this.keys = keys;
        this.since = new double[keys];
        this.visit = new int[keys];
    }

    /**
     * Takes what is heard from a time on.
     *
     * @param time ticks; one before the last counts as the last
     * @param heard what sounds
     * @param anew whether this is another chord than the one before for sure, even if it says the same
     */
    void hear(double time, Heard heard, boolean anew) {
        now = Math.max(now, time);
        boolean other = anew || heard.turn() != last.turn();
        for (int k = 0; k < keys; k++) {
            boolean was = last.sounding().get(k);
            boolean is = heard.sounding().get(k);
            boolean struck = is
                    && (!was
                            || heard.struck().get(k) && (other || !last.struck().get(k)));
            if (was && (!is || struck)) {
                end(k, now, true);
            }
            if (struck) {
                since[k] = now;
                visit[k] = visits;
            }
        }
        last = heard;
        visits++;
    }

    private void end(int key, double time, boolean ended) {
        notes.add(new PlayedNote(key, visit[key], since[key], time, ended));
    }

    /**
     * Ends what is known.
     *
     * @param time ticks
     * @return the notes, ascending by beginning, then key
     */
    List<PlayedNote> notes(double time) {
        BitSet open = last.sounding();
        for (int k = open.nextSetBit(0); k >= 0; k = open.nextSetBit(k + 1)) {
            end(k, Math.max(time, since[k]), false);
        }
        last = Heard.NOTHING;
        notes.sort(Comparator.comparingDouble(PlayedNote::from).thenComparingInt(PlayedNote::key));
        return List.copyOf(notes);
    }
}
