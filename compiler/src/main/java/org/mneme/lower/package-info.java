/** Lowerings: from a sequence memory to a spiking graph and the codec that reads it. */
@NullMarked
package org.mneme.lower;

import org.jspecify.annotations.NullMarked;
