package org.mneme.map;

import org.mneme.bits.Ints;

/**
 * Where clusters are.
 *
 * @param sites cluster → site: chip · coresPerChip + core; distinct
 */
public record Placement(Ints sites) {}
