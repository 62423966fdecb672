/** Board programs: written from a mapping, read back, described and compared (docs/concepts/board-program.md). */
@NullMarked
package org.mneme.board.program;

import org.jspecify.annotations.NullMarked;
