/** The sequence memory itself: patterns, successors, interactions, timing, the reference recall and the capacity theory. */
@NullMarked
package org.mneme.model;

import org.jspecify.annotations.NullMarked;
