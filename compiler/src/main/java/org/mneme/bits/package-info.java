/** Packed bits and small tables: sign vectors, bit matrices, integer tables, and the popcount kernels over them. */
@NullMarked
package org.mneme.bits;

import org.jspecify.annotations.NullMarked;
