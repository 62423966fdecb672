/** The spiking graph: immutable populations, projections and weights with one executable meaning (docs/concepts/semantics.md). */
@NullMarked
package org.mneme.ir;

import org.jspecify.annotations.NullMarked;
