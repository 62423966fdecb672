/** Golden vectors, and running them against a board. */
@NullMarked
package org.mneme.board.conformance;

import org.jspecify.annotations.NullMarked;
