package org.mneme.runtime.scene;

import org.mneme.bits.Signs;

/**
 * A state that took over from the one before it.
 *
 * @param tick at which it was first seen
 * @param due the tick at which it was to be, as the dwell times and the tempo have it; that of the first after a cue or a gate is when
 *     it was seen, that of a motif played after another when the other is over
 * @param state S, N signs; 0 where a feature is unknown
 * @param pattern what it should show, 0…P−1, or −1 where nothing is expected
 * @param begins whether a cue or a gate began a recall here
 */
public record Moment(long tick, double due, Signs state, int pattern, boolean begins) {}
