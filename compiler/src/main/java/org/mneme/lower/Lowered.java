package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.SpikingGraph;
import org.mneme.model.Tabulation;

/**
 * What a lowering returns.
 *
 * @param lowering its name, such as "graded"
 * @param why why this lowering was picked, a sentence
 * @param graph the spiking graph, without mistakes
 * @param codec how to cue it and how to read it
 * @param tabulation the integer form the reference recall is to be given for equality; empty in the real domain
 * @param bearableCueNoise the largest fraction of flipped cue bits, 0…0.5, for which the cued pattern's own hidden unit still sends a
 *     spike
 * @param notes what the user should know, such as a dwell that will not be exact; possibly empty
 */
public record Lowered(
        String lowering,
        String why,
        SpikingGraph graph,
        Codec codec,
        Optional<Tabulation> tabulation,
        double bearableCueNoise,
        List<String> notes) {
    /** Copies the list. */
    public Lowered {
        notes = List.copyOf(notes);
    }

    /**
     * Returns the same with another graph, which spikes alike.
     *
     * @param other without mistakes
     * @return a new value
     */
    public Lowered with(SpikingGraph other) {
        return new Lowered(lowering, why, other, codec, tabulation, bearableCueNoise, notes);
    }

    /**
     * Returns the same with more notes.
     *
     * @param more what else the user should know
     * @return a new value
     */
    public Lowered noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Lowered(lowering, why, graph, codec, tabulation, bearableCueNoise, all);
    }

    /**
     * Returns the same for a graph whose pseudoinverse weights are others.
     *
     * @param phi quantized feature → hidden weights as the graph holds them, N × P
     * @return a new value
     */
    public Lowered withPhi(NumberMatrix phi) {
        return new Lowered(
                lowering,
                why,
                graph,
                codec,
                tabulation.map(t ->
                        new Tabulation(t.symmetric(), t.asymmetric(), t.choice(), Optional.of(phi), t.payloadBits())),
                bearableCueNoise,
                notes);
    }

    Lowered because(String reason) {
        return new Lowered(lowering, reason, graph, codec, tabulation, bearableCueNoise, notes);
    }
}
