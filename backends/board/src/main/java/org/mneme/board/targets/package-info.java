/** Target descriptions: textproto files, their bytes, the targets that are shipped, sizes and assumptions. */
@NullMarked
package org.mneme.board.targets;

import org.jspecify.annotations.NullMarked;
