/** NIR files: reading every version from 0.1 on, writing the newest. */
@NullMarked
package org.mneme.nir.file;

import org.jspecify.annotations.NullMarked;
