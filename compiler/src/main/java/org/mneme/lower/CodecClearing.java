package org.mneme.lower;

/**
 * How the {@code clear} source silences a circuit of rails.
 *
 * @param ticks on end that it spikes
 * @param neurons that spike together, as many as their weights need to be strong enough
 */
record CodecClearing(int ticks, int neurons) {}
