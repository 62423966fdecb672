package org.mneme.motor.music;

/**
 * A pitch of a hand: what is encoded, and what a channel of the scene tells.
 *
 * @param pitch MIDI's number
 * @param voice index of the hand
 */
record Key(int pitch, int voice) implements Comparable<Key> {
    private static final int PITCHES = 128;

    @Override
    public int compareTo(Key other) {
        return Integer.compare(voice * PITCHES + pitch, other.voice * PITCHES + other.pitch);
    }
}
