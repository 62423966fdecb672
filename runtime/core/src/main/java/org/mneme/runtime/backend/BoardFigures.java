package org.mneme.runtime.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.mneme.targets.Status;

/**
 * What is to be told of a run on a board, besides what any run tells.
 *
 * @param uri of the board
 * @param hardware whether it is hardware, not emulated
 * @param target name of its target
 * @param arithmetic whose numbers it computes with, such as "shape of loihi1, arithmetic of Mneme"
 * @param cores that the graph takes
 * @param loadSeconds how long the load took, s
 * @param hops links that spikes have taken
 * @param joules energy, by the target's figures; empty where one is unknown
 * @param seconds time of the board's own, by the target's figures; empty where one is unknown
 * @param status the worst status of the figures that energy and time rest on
 * @param eventsLost spikes that the host was not told of, since the board's queue was full
 * @param fullQueues how often the host had to wait, since the board's queue was full
 * @param notes what the user should know, such as where its arithmetic differs from the chip's
 */
public record BoardFigures(
        String uri,
        boolean hardware,
        String target,
        String arithmetic,
        int cores,
        double loadSeconds,
        long hops,
        OptionalDouble joules,
        OptionalDouble seconds,
        Status status,
        long eventsLost,
        long fullQueues,
        List<String> notes) {
    /** Copies the list. */
    public BoardFigures {
        notes = List.copyOf(notes);
    }

    /**
     * Says whether it is hardware.
     *
     * @return "hardware" or "emulated"
     */
    public String kind() {
        return hardware ? "hardware" : "emulated";
    }

    /**
     * Returns the notes, and that spikes were lost where some were.
     *
     * @return sentences
     */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(notes);
        if (eventsLost > 0) {
            remarks.add(eventsLost
                    + " spikes found the board's queue full and were lost, so that what was decoded may be wrong");
        }
        return remarks;
    }
}
