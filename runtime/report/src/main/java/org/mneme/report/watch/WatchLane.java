package org.mneme.report.watch;

/**
 * A population of the raster.
 *
 * @param name of the population
 * @param size number of neurons
 * @param stride neurons for each row, ≥ 1
 * @param rows ⌈size / stride⌉
 * @param grouped whether a row stands for all its neurons; else for the first of them
 */
public record WatchLane(String name, int size, int stride, int rows, boolean grouped) {
    /** No neuron of a lane that is not shown. */
    public static final int NONE = -1;

    /**
     * Returns a lane of at most so many rows.
     *
     * @param name of the population
     * @param size number of neurons, ≥ 1
     * @param most rows, ≥ 1
     * @param grouped whether a row stands for all its neurons
     * @return the lane
     */
    static WatchLane of(String name, int size, int most, boolean grouped) {
        return strided(name, size, (size + most - 1) / most, grouped);
    }

    /** Returns a lane of so many neurons a row. */
    static WatchLane strided(String name, int size, int stride, boolean grouped) {
        return new WatchLane(name, size, stride, (size + stride - 1) / stride, grouped);
    }

    /**
     * Returns the row of a neuron.
     *
     * @param neuron 0…size − 1
     * @return 0…rows − 1, or {@link #NONE} where it is not shown
     */
    public int row(int neuron) {
        return grouped || neuron % stride == 0 ? neuron / stride : NONE;
    }
}
