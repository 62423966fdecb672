/** The simulator: an event-driven engine, and the dense reference stepper that judges it. */
@NullMarked
package org.mneme.simulator;

import org.jspecify.annotations.NullMarked;
