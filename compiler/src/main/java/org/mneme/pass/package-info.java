/** What is done to a lowered graph before it is executed or mapped: each pass leaves what the graph computes as it was. */
@NullMarked
package org.mneme.pass;

import org.jspecify.annotations.NullMarked;
