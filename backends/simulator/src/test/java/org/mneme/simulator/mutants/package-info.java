/** Wrong engines, made from the engine's own sources: each must fail the suite of random graphs. */
@NullMarked
package org.mneme.simulator.mutants;

import org.jspecify.annotations.NullMarked;
