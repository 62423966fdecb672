package org.mneme.lab.capacity;

/**
 * One draw of patterns that a trial tested.
 *
 * @param patterns P of the draw
 * @param tested transitions tested, the flipped one included
 * @param failed whether the last one tested flipped a bit
 */
public record Attempt(int patterns, long tested, boolean failed) {}
