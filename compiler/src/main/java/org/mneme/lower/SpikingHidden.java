package org.mneme.lower;

import org.mneme.ir.Membrane;

/** How the hidden units of a spiking circuit answer a volley of the rails. */
sealed interface SpikingHidden permits Coincidence, WinnerTakeAll {
    /** Their membrane. */
    Membrane membrane();

    /** w, what a match adds. */
    int matchWeight();

    /** The most that a unit can hold and be sent together in a tick. */
    long largest();

    /** Ticks from a volley's arrival to the latest answer. */
    int longestAnswer();

    /** Adds what drives and resets them. */
    void addTo(SpikingCircuit circuit);
}
