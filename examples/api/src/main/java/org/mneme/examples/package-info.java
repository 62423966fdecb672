/** Small programs against the library. */
@NullMarked
package org.mneme.examples;

import org.jspecify.annotations.NullMarked;
