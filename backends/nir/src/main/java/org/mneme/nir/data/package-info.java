/** Recordings as NIR data: what the reference package opens with {@code nir.read_data}. */
@NullMarked
package org.mneme.nir.data;

import org.jspecify.annotations.NullMarked;
