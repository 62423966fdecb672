/** Movements as patterns: drawings, pen trajectories, a two-link arm, and the code of its joint angles. */
@NullMarked
package org.mneme.motor;

import org.jspecify.annotations.NullMarked;
