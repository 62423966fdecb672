package org.mneme.motor.music;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.mneme.InvalidValueException;
import org.mneme.runtime.scene.Performance;

/**
 * Writes what was recalled as a standard MIDI file of format 1: a track for tempo and time signature, and one for each hand.
 *
 * <p>A tick of the network is a tick of the file, and the tempo is such that it plays at the speed of the recall. All notes of a hand are struck
 * as hard as those of the file were on average: the patterns do not tell it.
 */
final class MidiWriter {
    private static final int FORMAT = 1;
    private static final int NAME = 0x03;
    private static final int TEMPO = 0x51;
    private static final int METER = 0x58;
    private static final int MOST_MICROS = 0xFFFFFF;
    private static final int LEAST_MICROS = 1000;
    private static final int MOST_RESOLUTION = Short.MAX_VALUE;
    private static final int CLOCKS = 24;
    private static final int THIRTY_SECONDS = 8;

    private final NotesScene scene;
    private final Performance performance;
    private final List<PlayedNote> notes;
    private final long begin;

    /** An event of a track. */
    private record Event(long tick, boolean on, MidiMessage message) {}

    private MidiWriter(NotesScene scene, Performance performance, List<PlayedNote> notes) {
        this.scene = scene;
        this.performance = performance;
        this.notes = notes;
        this.begin = performance.moments().isEmpty()
                ? 0
                : performance.moments().getFirst().tick();
    }

    /**
     * Prepares a file.
     *
     * @param file named in messages
     * @throws InvalidValueException if a tick is so long or short that no tempo says it
     */
    static MidiWriter of(NotesScene scene, Performance performance, Path file) {
        double micros = performance.tickSeconds() * 1e6;
        if (micros > MOST_MICROS || micros * MOST_RESOLUTION < 1) {
            throw new InvalidValueException(
                    file.toString(),
                    "music with a tick of " + performance.tickSeconds() + " s",
                    "possible; write it as .csv, or give another tick");
        }
        return new MidiWriter(
                scene, performance, NotesTiming.of(scene, performance).recalled());
    }

    /** Ticks of a quarter note, of which a tempo can be told. */
    private int resolution() {
        double micros = performance.tickSeconds() * 1e6;
        long resolution = (long) scene.piece().stepsPerGrid()
                * performance.ticksPerStep()
                * scene.piece().grid().perQuarter();
        while (resolution * micros > MOST_MICROS || resolution > MOST_RESOLUTION) {
            resolution = Math.max(1, resolution / 2);
        }
        while (resolution * micros < LEAST_MICROS && 2 * resolution <= MOST_RESOLUTION) {
            resolution *= 2;
        }
        return (int) resolution;
    }

    /**
     * Writes the file.
     *
     * @param out not closed
     * @throws IOException if it cannot be written
     */
    void write(OutputStream out) throws IOException {
        try {
            int resolution = resolution();
            Sequence sequence = new Sequence(Sequence.PPQ, resolution);
            conductor(sequence.createTrack(), resolution);
            List<Voice> voices = scene.piece().music().voices();
            for (int voice = 0; voice < voices.size(); voice++) {
                hand(sequence.createTrack(), voice, voices.get(voice));
            }
            MidiSystem.write(sequence, FORMAT, out);
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("pitches, channels and velocities were read from a file", e);
        }
    }

    private void conductor(Track track, int resolution) throws InvalidMidiDataException {
        int micros = Math.max(1, (int) Math.round(performance.tickSeconds() * 1e6 * resolution));
        Meter meter = meter();
        meta(track, TEMPO, (byte) (micros >> 16), (byte) (micros >> 8), (byte) micros);
        int unit = Integer.numberOfTrailingZeros(meter.unit());
        meta(track, METER, (byte) meter.beats(), (byte) unit, (byte) CLOCKS, (byte) THIRTY_SECONDS);
    }

    /** The time signature at the beginning of the piece. */
    private Meter meter() {
        Piece piece = scene.piece();
        double first = piece.grid()
                .tick(piece.chords().getFirst().point(), piece.music().resolution());
        return piece.music().meters().stream()
                .filter(meter -> meter.tick() <= first)
                .reduce((_, later) -> later)
                .orElse(Meter.COMMON);
    }

    private static void meta(Track track, int type, byte... data) throws InvalidMidiDataException {
        track.add(new MidiEvent(new MetaMessage(type, data, data.length), 0));
    }

    private void hand(Track track, int voice, Voice how) throws InvalidMidiDataException {
        meta(track, NAME, how.name().getBytes(StandardCharsets.UTF_8));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, how.channel(), how.program(), 0), 0));
        List<PlayedNote> own = notes.stream()
                .filter(note -> scene.keys().get(note.key()).voice() == voice)
                .toList();
        Stream.Builder<Event> events = Stream.builder();
        for (PlayedNote note : own) {
            int pitch = scene.keys().get(note.key()).pitch();
            events.add(new Event(
                    Math.round(note.from()) - begin,
                    true,
                    new ShortMessage(ShortMessage.NOTE_ON, how.channel(), pitch, how.velocity())));
            events.add(new Event(
                    Math.round(note.to()) - begin,
                    false,
                    new ShortMessage(ShortMessage.NOTE_OFF, how.channel(), pitch, 0)));
        }
        // a note ends before another of its pitch begins
        events.build()
                .sorted(Comparator.comparingLong(Event::tick).thenComparing(Event::on))
                .forEach(event -> track.add(new MidiEvent(event.message(), event.tick())));
    }
}
