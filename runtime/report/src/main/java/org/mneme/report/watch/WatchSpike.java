package org.mneme.report.watch;

/**
 * A spike of the raster.
 *
 * @param tick ≥ 0
 * @param row counted over all lanes
 */
public record WatchSpike(long tick, int row) {}
