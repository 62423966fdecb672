/** What the patterns of a motor memory mean outside it: an arm, notes, a walker. */
@NullMarked
package org.mneme.runtime.scene;

import org.jspecify.annotations.NullMarked;
