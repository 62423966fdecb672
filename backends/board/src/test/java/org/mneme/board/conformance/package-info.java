/** The circuits behind the golden vectors, and tests of conformance. */
@NullMarked
package org.mneme.board.conformance;

import org.jspecify.annotations.NullMarked;
