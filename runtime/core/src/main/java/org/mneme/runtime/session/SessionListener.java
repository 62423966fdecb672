package org.mneme.runtime.session;

import org.mneme.lower.RecallStep;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.recording.StateProbe;

/** Is told what happens in a session, on the thread that drives it; it must not call the session back. */
public interface SessionListener {
    /**
     * Is told a recall step, as soon as it is complete.
     *
     * @param step the step; 0 is the cue as the features took it
     */
    default void step(RecallStep step) {}

    /**
     * Is told a spike of a probed population, ascending by tick, then by global id.
     *
     * @param tick ≥ 0
     * @param neuron global id
     * @param payload 1 for a binary spike
     */
    default void spike(long tick, int neuron, double payload) {}

    /**
     * Is told a sample of a state.
     *
     * @param probe the probe that asked for it
     * @param tick after which it was taken
     * @param values one a probed neuron, a new array
     */
    default void sample(StateProbe probe, long tick, double[] values) {}

    /**
     * Is told a control event.
     *
     * @param entry what was given, and when
     */
    default void control(ControlLog.Entry entry) {}
}
