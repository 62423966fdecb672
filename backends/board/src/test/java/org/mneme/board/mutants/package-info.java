/** Mistakes in the emulator's C sources, built into libraries of their own: the golden vectors and the random graphs notice each. */
@NullMarked
package org.mneme.board.mutants;

import org.jspecify.annotations.NullMarked;
