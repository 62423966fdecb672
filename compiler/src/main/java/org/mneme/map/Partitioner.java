package org.mneme.map;

import java.util.List;
import org.mneme.InvalidValueException;

/** Divides the neurons of a graph among cores, within every limit of a core. */
public sealed interface Partitioner permits FirstFitPartitioner, PackingPartitioner {
    /**
     * Returns the name it is chosen by.
     *
     * @return such as "packing"
     */
    String name();

    /**
     * Divides the neurons, as if every neuron had to reach as many cores as a demand says.
     *
     * @param slicer cuts populations into slices that fit a core
     * @param demand cores that each neuron reaches
     * @return what each core is used for
     */
    List<CoreUse> partition(Slicer slicer, Demand demand);

    /**
     * Returns the partitioner of a name.
     *
     * @param name "first-fit" or "packing", or {@link MappingOptions#AUTO} for packing
     * @return the partitioner
     * @throws InvalidValueException if there is none
     */
    static Partitioner named(String name) {
        return switch (name) {
            case FirstFitPartitioner.NAME -> new FirstFitPartitioner();
            case PackingPartitioner.NAME, MappingOptions.AUTO -> new PackingPartitioner();
            default -> throw new InvalidValueException("partitioner", name, "one of auto, first-fit, packing");
        };
    }
}
