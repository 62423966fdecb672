/** A memory that runs in real time while people watch and steer it: the engine, what it publishes, and a server for this machine. */
@NullMarked
package org.mneme.report.live;

import org.jspecify.annotations.NullMarked;
