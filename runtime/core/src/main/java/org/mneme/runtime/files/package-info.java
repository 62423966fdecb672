/** Files written whole or not at all. */
@NullMarked
package org.mneme.runtime.files;

import org.jspecify.annotations.NullMarked;
