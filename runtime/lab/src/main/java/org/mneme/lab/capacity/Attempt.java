package org.mneme.lab.capacity;

/**
 * One draw of patterns that a trial tested, in a fixed order up to its first flipped bit.
 *
 * @param patterns P of the draw
 * @param tested transitions tested, the flipped one included
 * @param failed whether the last one tested flipped a bit; if not, all of the draw's were clean, or those of the sample taken
 */
public record Attempt(int patterns, long tested, boolean failed) {}
