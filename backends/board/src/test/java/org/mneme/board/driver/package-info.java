@NullMarked
package org.mneme.board.driver;

import org.jspecify.annotations.NullMarked;
