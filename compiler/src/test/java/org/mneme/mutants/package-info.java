/** Classes made from sources that a test changed: each mistake must be noticed. Other modules' tests use this package too. */
@NullMarked
package org.mneme.mutants;

import org.jspecify.annotations.NullMarked;
