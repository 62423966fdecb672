/** Sessions: cue, recall, observe, checkpoint and replay a spiking graph on any backend. */
@NullMarked
package org.mneme.runtime.session;

import org.jspecify.annotations.NullMarked;
