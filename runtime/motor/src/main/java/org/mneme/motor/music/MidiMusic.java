package org.mneme.motor.music;

import java.util.List;

/**
 * What a file says.
 *
 * @param resolution ticks of a quarter note
 * @param notes ascending by beginning; no drums
 * @param voices hands, in the order of the file
 * @param tempo when ticks are
 * @param meters ascending by tick; at least one
 * @param drums strokes on channel 10, which are left out
 * @param hanging notes that never end in the file; they are held to its end
 */
record MidiMusic(
        int resolution,
        List<MidiNote> notes,
        List<Voice> voices,
        TempoMap tempo,
        List<Meter> meters,
        int drums,
        int hanging) {
    MidiMusic {
        notes = List.copyOf(notes);
        voices = List.copyOf(voices);
        meters = List.copyOf(meters);
    }
}
