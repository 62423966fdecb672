/** What the rounding of weights to a target's formats does to the recall. */
@NullMarked
package org.mneme.lab.quantization;

import org.jspecify.annotations.NullMarked;
