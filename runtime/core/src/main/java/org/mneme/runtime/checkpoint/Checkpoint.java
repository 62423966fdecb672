package org.mneme.runtime.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.DecoderPosition;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.files.WholeFile;

/**
 * A session between two ticks.
 *
 * @param seed key of all random streams
 * @param noise what may happen to a spike
 * @param image the execution
 * @param decoding the recall being decoded, if there is one
 * @param scheduledCues ticks of the cues still to come, ascending
 */
public record Checkpoint(
        long seed, Noise noise, ExecutionImage image, Optional<Decoding> decoding, List<Long> scheduledCues) {
    /** Copies the list. */
    public Checkpoint {
        scheduledCues = List.copyOf(scheduledCues);
    }

    /**
     * A recall being decoded.
     *
     * @param position where the decoder stands
     * @param held the spikes it has been given since, ascending by tick
     */
    public record Decoding(DecoderPosition position, List<HeldSpike> held) {
        /** Copies the list. */
        public Decoding {
            held = List.copyOf(held);
        }
    }

    /**
     * A spike a decoder has been given but not used yet.
     *
     * @param hidden whether it is of the hidden population, else it is of the feature population
     * @param tick its tick
     * @param neuron index in the population
     * @param payload its payload
     */
    public record HeldSpike(boolean hidden, long tick, int neuron, double payload) {}

    /**
     * Writes the checkpoint, whole or not at all.
     *
     * @param file new, or replaced
     * @param graph the graph executed
     * @throws CheckpointException if it cannot be written
     */
    public void write(Path file, SpikingGraph graph) {
        try {
            WholeFile.write(file, out -> CheckpointFormat.write(this, graph, out));
        } catch (IOException e) {
            throw new CheckpointException(file, CheckpointException.Reason.UNWRITABLE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @param file what {@link #write} wrote
     * @param graph the graph it is to be continued with
     * @return the checkpoint
     * @throws CheckpointException if it is missing, no checkpoint, damaged, of another graph, or of a newer version
     */
    public static Checkpoint read(Path file, SpikingGraph graph) {
        return CheckpointFormat.read(file, graph);
    }
}
