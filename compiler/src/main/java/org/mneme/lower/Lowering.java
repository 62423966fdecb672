package org.mneme.lower;

import org.mneme.model.SequenceMemory;

/** A way to turn a sequence memory into a spiking graph. */
public interface Lowering {
    /**
     * Returns the name a user picks it by.
     *
     * @return for example "graded"
     */
    String name();

    /**
     * Lowers a memory.
     *
     * @param memory the memory
     * @param options what the user may choose
     * @return the graph and its codec
     * @throws CannotLowerException if the memory has something this lowering cannot express
     * @throws CueNoiseException if more cue noise is demanded than the graph would bear
     */
    Lowered lower(SequenceMemory memory, LoweringOptions options);
}
