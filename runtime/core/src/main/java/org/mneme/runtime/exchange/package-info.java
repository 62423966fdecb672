/** The service interfaces through which networks come in from other tools' files, and go out to them. */
@NullMarked
package org.mneme.runtime.exchange;

import org.jspecify.annotations.NullMarked;
