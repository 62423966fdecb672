/** Runs on boards: sessions that load, step, send and receive, and the backend that executes graphs by them. */
@NullMarked
package org.mneme.board.run;

import org.jspecify.annotations.NullMarked;
