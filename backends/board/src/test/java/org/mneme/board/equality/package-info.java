/** Properties over random graphs and targets: the emulator equals the engine and the dense reference, and mutants do not. */
@NullMarked
package org.mneme.board.equality;

import org.jspecify.annotations.NullMarked;
