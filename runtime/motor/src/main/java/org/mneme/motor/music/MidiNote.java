package org.mneme.motor.music;

/**
 * A note of a file.
 *
 * @param voice index of its hand
 * @param pitch MIDI's number, 60 for C4
 * @param on when it begins, ticks of the file
 * @param off when it ends, ≥ on
 */
record MidiNote(int voice, int pitch, long on, long off) {}
