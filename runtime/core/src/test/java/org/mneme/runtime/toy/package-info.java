/** A tiny backend for tests of what drives backends. */
@NullMarked
package org.mneme.runtime.toy;

import org.jspecify.annotations.NullMarked;
