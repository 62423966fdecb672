package org.mneme.runtime.backend;

/**
 * A failure that leaves an execution between two ticks: the sink has been told every spike before {@link Execution#tick}, and none from then
 * on, so that what was observed until then holds.
 */
public interface FailureBetweenTicks {}
