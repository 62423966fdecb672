/** The Neuromorphic Intermediate Representation (NIR) as records: its node types, their parameters and units, graphs of them. */
@NullMarked
package org.mneme.nir.graph;

import org.jspecify.annotations.NullMarked;
