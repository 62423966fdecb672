/** The event-driven engine: a calendar of arrivals, active sets as bitmaps, one array a state variable, popcount kernels. */
@NullMarked
package org.mneme.simulator.engine;

import org.jspecify.annotations.NullMarked;
