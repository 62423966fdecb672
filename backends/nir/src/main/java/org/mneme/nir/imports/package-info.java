/**
 * Reads NIR graphs into spiking graphs of the real domain, at a chosen time step.
 *
 * <p>The linear nodes between neurons are composed into projections; docs/tasks/exchange-with-nir.md states the equations.
 */
@NullMarked
package org.mneme.nir.imports;

import org.jspecify.annotations.NullMarked;
