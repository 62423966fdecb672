/** Recall of many states at once: batches of recall steps, and the check of all transitions of a memory. */
@NullMarked
package org.mneme.recall;

import org.jspecify.annotations.NullMarked;
