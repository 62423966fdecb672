/** The command {@code mneme}. */
@NullMarked
package org.mneme.cli;

import org.jspecify.annotations.NullMarked;
