package org.mneme.nir.graph;

import org.mneme.bits.Ints;

/** How a convolution goes on past the border of its input, with zeros. */
public sealed interface Padding {
    /** So much that the output is as large as the input. */
    record Same() implements Padding {}

    /** None. */
    record Valid() implements Padding {}

    /**
     * So many zeros on both sides.
     *
     * @param zeros one for all dimensions, or one a dimension, each ≥ 0
     */
    record Zeros(Ints zeros) implements Padding {}
}
