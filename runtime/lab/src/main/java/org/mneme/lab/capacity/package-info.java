/** Capacity of sequence memories, measured as in the paper. */
@NullMarked
package org.mneme.lab.capacity;

import org.jspecify.annotations.NullMarked;
