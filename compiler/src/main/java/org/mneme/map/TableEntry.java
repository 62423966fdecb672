package org.mneme.map;

/**
 * An entry of a chip's routing table: a spike whose key has {@code (key & mask) == this.key} takes all its ways.
 *
 * @param chip whose table
 * @param key to be equal to
 * @param mask bits that matter
 * @param links bit d: to the neighbour in direction d of {@link Route.Link}
 * @param cores bit c: to core c of the chip
 */
public record TableEntry(int chip, int key, int mask, int links, long cores) {}
