package org.mneme.runtime.patterns;

import org.mneme.bits.Ints;

/**
 * A stretch of patterns that can be played by itself.
 *
 * @param name such as "walk" or "bar 3"; unique among the motifs of a memory
 * @param patterns indices in order; where the last repeats the first it is a cycle
 */
public record Motif(String name, Ints patterns) {}
