/** Checkpoints: everything that determines the future of a session, in one file that any backend can go on from. */
@NullMarked
package org.mneme.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
