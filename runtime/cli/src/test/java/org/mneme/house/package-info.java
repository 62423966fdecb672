/** The rules of the house (docs/architecture.md), held against the code. */
@NullMarked
package org.mneme.house;

import org.jspecify.annotations.NullMarked;
