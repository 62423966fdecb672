/** Tests of board programs. */
@NullMarked
package org.mneme.board.program;

import org.jspecify.annotations.NullMarked;
