package org.mneme.runtime.session;

import java.util.Set;
import java.util.TreeSet;
import org.mneme.InvalidValueException;
import org.mneme.runtime.control.Control;

/** The ticks to come for which a tempo, or a gate, has been told: two of a kind at one tick would be neither. */
final class ToldTicks {
    private final TreeSet<Long> gates = new TreeSet<>();
    private final TreeSet<Long> tempos = new TreeSet<>();

    /** Refuses a second gate, or a second tempo, at one tick. */
    void requireFirst(Control control, long nextTick) {
        forgetBefore(nextTick);
        switch (control) {
            case Control.Gate gate -> requireFirst("gate", gates, gate.tick());
            case Control.Tempo tempo -> requireFirst("tempo", tempos, tempo.tick());
            case Control.Cue _, Control.Spikes _ -> {}
        }
    }

    private static void requireFirst(String kind, Set<Long> told, long tick) {
        if (told.contains(tick)) {
            throw new InvalidValueException(
                    "tick of a " + kind, tick, "a tick without a " + kind + " yet; advance by a tick first");
        }
    }

    /** Remembers a control that was given. */
    void add(Control control, long nextTick) {
        forgetBefore(nextTick);
        switch (control) {
            case Control.Gate gate -> gates.add(gate.tick());
            case Control.Tempo tempo -> tempos.add(tempo.tick());
            case Control.Cue _, Control.Spikes _ -> {}
        }
    }

    private void forgetBefore(long nextTick) {
        gates.headSet(nextTick).clear();
        tempos.headSet(nextTick).clear();
    }
}
