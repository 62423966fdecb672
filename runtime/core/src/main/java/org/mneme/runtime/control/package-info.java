/** What a session is told at run time: timestamped control events, all of which become source spikes, and their log. */
@NullMarked
package org.mneme.runtime.control;

import org.jspecify.annotations.NullMarked;
