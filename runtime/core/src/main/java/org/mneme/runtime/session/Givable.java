package org.mneme.runtime.session;

import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.control.Control;

/** What must hold for a control event to be given. */
final class Givable {
    private Givable() {}

    /** Returns what an event stands for, once it is known to fit the graph and to be still to come. */
    static List<SourceSpike> sourceSpikes(Control control, Lowered lowered, long nextTick) {
        switch (control) {
            case Control.Cue cue -> {
                requireFeatures("cue", cue.state(), lowered);
                requireToCome("cue", cue.tick(), nextTick);
            }
            case Control.Gate gate -> {
                requireFeatures("gate", gate.state(), lowered);
                requireToCome("gate", gate.tick(), nextTick);
                if (lowered.codec().controls().contains(CodecControl.GATE)) {
                    requireUnits(gate.open(), lowered);
                }
            }
            case Control.Tempo tempo -> requireToCome("tempo", tempo.tick(), nextTick);
            case Control.Spikes _ -> {
                // the execution checks each
            }
        }
        return control.sourceSpikes(lowered.codec());
    }

    private static void requireFeatures(String what, Signs state, Lowered lowered) {
        int features = lowered.codec().features();
        if (state.length() != features) {
            throw new InvalidValueException(
                    "features of the " + what, state.length(), "those of a pattern: " + features);
        }
    }

    private static void requireToCome(String what, long tick, long nextTick) {
        if (tick < nextTick) {
            throw new InvalidValueException("tick of the " + what, tick, "still to come: the next tick is " + nextTick);
        }
    }

    private static void requireUnits(Ints open, Lowered lowered) {
        SpikingGraph graph = lowered.graph();
        int hidden = graph.population(lowered.codec().hiddenPopulation()).size();
        if (open.length() > 0 && open.at(open.length() - 1) >= hidden) {
            throw new InvalidValueException(
                    "open gate", open.at(open.length() - 1), "a hidden unit in 0…" + (hidden - 1));
        }
    }
}
