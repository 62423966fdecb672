package org.mneme.nir.graph;

import java.util.Optional;
import org.mneme.bits.Ints;

/**
 * Two-dimensional convolution (without turning the kernel over, as everywhere in this field).
 *
 * @param inputShape (height, width); empty where the file leaves it to be inferred
 * @param weight of shape (C_out, C_in / groups, K_height, K_width)
 * @param stride one number or (vertical, horizontal)
 * @param padding past all four borders
 * @param dilation one number or (vertical, horizontal)
 * @param groups channels are convolved in so many separate groups, ≥ 1
 * @param bias of shape (C_out)
 * @param metadata of the node
 */
public record Conv2d(
        Optional<Ints> inputShape,
        Tensor weight,
        Ints stride,
        Padding padding,
        Ints dilation,
        int groups,
        Tensor bias,
        MetaValue.Group metadata)
        implements NirNode {}
