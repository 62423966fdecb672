/** A recall to watch: what a page is sent while a memory runs, or replays of a run that is over, and the page itself. */
@NullMarked
package org.mneme.report.watch;

import org.jspecify.annotations.NullMarked;
