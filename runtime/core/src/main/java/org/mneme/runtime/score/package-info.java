/** How good a recall is: the only package of the runtime that looks at stored patterns, and it sees nothing but decoded states. */
@NullMarked
package org.mneme.runtime.score;

import org.jspecify.annotations.NullMarked;
