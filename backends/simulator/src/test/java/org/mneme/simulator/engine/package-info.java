/** Tests of the event-driven engine, rule by rule, by ticks worked out by hand. */
@NullMarked
package org.mneme.simulator.engine;

import org.jspecify.annotations.NullMarked;
