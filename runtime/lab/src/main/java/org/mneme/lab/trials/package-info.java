/** Trials that are run several at a time and kept as they finish. */
@NullMarked
package org.mneme.lab.trials;

import org.jspecify.annotations.NullMarked;
