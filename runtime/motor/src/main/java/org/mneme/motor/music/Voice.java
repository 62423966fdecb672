package org.mneme.motor.music;

/**
 * A hand, or a part: a channel of a track.
 *
 * @param name of the track, or a number where it has none; different from all others'
 * @param channel 0…15
 * @param program the instrument, 0…127
 * @param velocity how hard its notes are struck on average, 1…127
 */
record Voice(String name, int channel, int program, int velocity) {}
