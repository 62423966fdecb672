@NullMarked
package org.mneme.board.run;

import org.jspecify.annotations.NullMarked;
