/** What a run found: one immutable tree of records, and its form as JSON. */
@NullMarked
package org.mneme.runtime.result;

import org.jspecify.annotations.NullMarked;
