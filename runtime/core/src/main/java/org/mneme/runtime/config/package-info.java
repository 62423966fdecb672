/** A tree of settings that knows where each one was written, and typed reading of it with errors that say so. */
@NullMarked
package org.mneme.runtime.config;

import org.jspecify.annotations.NullMarked;
