package org.mneme.nir.graph;

/**
 * A node of a NIR graph: what it does to the signals on its incoming edges, whose sum is its input.
 *
 * <p>Records and components are called as in NIR. Parameters of neurons hold one number a neuron; a file may instead hold one number
 * for all (rank 0). NIR fixes no units: time constants and delays are in seconds here and in nearly all files, everything else is
 * without unit.
 */
public sealed interface NirNode
        permits Affine,
                AvgPool2d,
                Conv1d,
                Conv2d,
                CubaLI,
                CubaLIF,
                Delay,
                Flatten,
                I,
                IF,
                Input,
                LI,
                LIF,
                Linear,
                NirGraph,
                Output,
                Scale,
                SumPool2d,
                Threshold {
    /**
     * Returns the name of the type in files.
     *
     * @return such as "CubaLIF"
     */
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * Returns what else the file says about the node.
     *
     * @return possibly empty
     */
    MetaValue.Group metadata();
}
