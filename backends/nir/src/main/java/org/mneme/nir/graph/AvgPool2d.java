package org.mneme.nir.graph;

import org.mneme.bits.Ints;

/**
 * Averages over windows of each channel; padding zeros are averaged in.
 *
 * @param kernelSize one number or (height, width)
 * @param stride one number or (vertical, horizontal)
 * @param padding zeros past the borders: one number or (vertical, horizontal)
 * @param metadata of the node
 */
public record AvgPool2d(Ints kernelSize, Ints stride, Ints padding, MetaValue.Group metadata) implements NirNode {}
