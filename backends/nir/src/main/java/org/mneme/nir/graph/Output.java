package org.mneme.nir.graph;

import org.mneme.bits.Ints;

/**
 * Where signals leave a graph.
 *
 * @param shape the shape of the signal
 * @param metadata of the node
 */
public record Output(Ints shape, MetaValue.Group metadata) implements NirNode {}
