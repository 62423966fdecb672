package org.mneme.nir.graph;

import java.util.Optional;
import org.mneme.bits.Ints;

/**
 * Joins the dimensions from one to another into a single one.
 *
 * @param inputType the shape of the input; empty where the file leaves it to be inferred
 * @param startDim the first dimension to join; negative counts from the end
 * @param endDim the last dimension to join, inclusive; negative counts from the end
 * @param metadata of the node
 */
public record Flatten(Optional<Ints> inputType, int startDim, int endDim, MetaValue.Group metadata)
        implements NirNode {}
