/** Drivers: shared libraries that are found, asked, and bound to Java (native/include/mneme_driver.h). */
@NullMarked
package org.mneme.board.driver;

import org.jspecify.annotations.NullMarked;
