/** Where patterns come from: the service interface of pattern sources, and the drawings some of them can decode. */
@NullMarked
package org.mneme.runtime.patterns;

import org.jspecify.annotations.NullMarked;
