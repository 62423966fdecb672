package org.mneme.motor.music;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * Reads a standard MIDI file of format 0 or 1.
 *
 * <p>Each channel of each track is a hand; channel 10 is drums and left out. A note ends at the first end of its pitch that no earlier note
 * of it has taken.
 */
final class MidiReader {
    private static final long MOST_BYTES = 16L << 20;
    private static final int DRUMS = 9;
    private static final int NAME = 0x03;
    private static final int TEMPO = 0x51;
    private static final int METER = 0x58;
    private static final int MOST_UNIT = 6;

    private final Path file;
    private final Sequence sequence;
    private final List<MidiNote> notes = new ArrayList<>();
    private final Map<Integer, Hand> hands = new LinkedHashMap<>();
    private final TreeMap<Long, Integer> tempos = new TreeMap<>();
    private final TreeMap<Long, Meter> meters = new TreeMap<>();
    private int drums;
    private int hanging;

    /** A channel of a track, while it is read. */
    private static final class Hand {
        private final int index;
        private final int track;
        private final int channel;
        private final String name;
        private int program;
        private long velocities;
        private int struck;

        private Hand(int index, int track, int channel, String name) {
            this.index = index;
            this.track = track;
            this.channel = channel;
            this.name = name;
        }
    }

    /** A note that has not ended. */
    private record Begun(Hand hand, int pitch, long on) {}

    private MidiReader(Path file, Sequence sequence) {
        this.file = file;
        this.sequence = sequence;
    }

    /**
     * Reads a file.
     *
     * @param file which
     * @return what it says; possibly without a note
     * @throws UnreadableMidiException if it cannot be read, is no standard MIDI file, or is cut off
     */
    static MidiMusic read(Path file) {
        byte[] bytes = bytes(file);
        MidiChunks.check(file, bytes);
        try {
            return new MidiReader(file, MidiSystem.getSequence(new ByteArrayInputStream(bytes))).read();
        } catch (InvalidMidiDataException | IOException e) {
            throw new UnreadableMidiException(file, "is damaged (" + e.getMessage() + "); save it again");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new UnreadableMidiException(
                        file,
                        "is of " + Files.size(file) + " bytes, and at most " + MOST_BYTES
                                + " are read; give a part of it");
            }
            if (Files.isDirectory(file)) {
                throw new UnreadableMidiException(file, "is a folder; name a .mid file in it");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableMidiException(file, e);
        }
    }

    private MidiMusic read() {
        Track[] tracks = sequence.getTracks();
        for (int t = 0; t < tracks.length; t++) {
            track(t, tracks[t]);
        }
        notes.sort(Comparator.comparingLong(MidiNote::on)
                .thenComparingInt(MidiNote::voice)
                .thenComparingInt(MidiNote::pitch)
                .thenComparingLong(MidiNote::off));
        if (meters.isEmpty() || meters.firstKey() > 0) {
            meters.put(0L, Meter.COMMON);
        }
        return new MidiMusic(
                sequence.getResolution(),
                notes,
                voices(),
                new TempoMap(sequence.getResolution(), tempos),
                List.copyOf(meters.values()),
                drums,
                hanging);
    }

    private void track(int index, Track track) {
        String name = "";
        Map<Integer, Integer> programs = new LinkedHashMap<>();
        Map<Integer, Deque<Begun>> begun = new TreeMap<>();
        for (int e = 0; e < track.size(); e++) {
            MidiEvent event = track.get(e);
            MidiMessage message = event.getMessage();
            if (message instanceof MetaMessage meta) {
                if (meta.getType() == NAME && name.isEmpty()) {
                    name = Names.clean(new String(meta.getData(), StandardCharsets.UTF_8));
                }
                meta(event.getTick(), meta);
            } else if (message instanceof ShortMessage told) {
                if (told.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                    programs.putIfAbsent(told.getChannel(), told.getData1());
                }
                sound(event.getTick(), told, begun, index, name);
            }
        }
        begun.values()
                .forEach(left -> left.forEach(note -> {
                    hanging++;
                    add(note, sequence.getTickLength());
                }));
        hands.values().stream()
                .filter(hand -> hand.track == index)
                .forEach(hand -> hand.program = programs.getOrDefault(hand.channel, 0));
    }

    private void meta(long tick, MetaMessage meta) {
        byte[] data = meta.getData();
        if (meta.getType() == TEMPO && data.length >= 3) {
            int micros = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
            if (micros == 0) {
                throw new UnreadableMidiException(file, "has a tempo of 0 µs a quarter note; save it again");
            }
            tempos.put(tick, micros);
        } else if (meta.getType() == METER && data.length >= 2) {
            if (data[0] == 0 || data[1] < 0 || data[1] > MOST_UNIT) {
                throw new UnreadableMidiException(
                        file,
                        "has a time signature of " + (data[0] & 0xFF) + " beats of 1/2^" + (data[1] & 0xFF)
                                + "; save it with another, such as 4/4");
            }
            meters.put(tick, new Meter(tick, data[0] & 0xFF, 1 << data[1]));
        }
    }

    private void sound(long tick, ShortMessage told, Map<Integer, Deque<Begun>> begun, int track, String name) {
        boolean on = told.getCommand() == ShortMessage.NOTE_ON && told.getData2() > 0;
        boolean off = told.getCommand() == ShortMessage.NOTE_OFF
                || told.getCommand() == ShortMessage.NOTE_ON && told.getData2() == 0;
        if (!on && !off) {
            return;
        }
        int channel = told.getChannel();
        if (channel == DRUMS) {
            drums += on ? 1 : 0;
            return;
        }
        Deque<Begun> open = begun.computeIfAbsent(channel << 7 | told.getData1(), _ -> new ArrayDeque<>());
        if (on) {
            Hand hand = hands.computeIfAbsent(track << 4 | channel, _ -> new Hand(hands.size(), track, channel, name));
            hand.velocities += told.getData2();
            hand.struck++;
            open.add(new Begun(hand, told.getData1(), tick));
        } else if (!open.isEmpty()) {
            add(open.remove(), tick);
        }
    }

    private void add(Begun note, long off) {
        notes.add(new MidiNote(note.hand().index, note.pitch(), note.on(), Math.max(note.on(), off)));
    }

    private List<Voice> voices() {
        List<Voice> voices = new ArrayList<>();
        for (Hand hand : hands.values()) {
            long sharing = hands.values().stream()
                    .filter(other -> other.track == hand.track)
                    .count();
            String plain = hand.name.isEmpty() ? "track " + (hand.track + 1) : hand.name;
            String wanted = sharing == 1 ? plain : plain + ", channel " + (hand.channel + 1);
            String name = Names.other(wanted, voices.stream().map(Voice::name).toList());
            int velocity = Math.round((float) hand.velocities / hand.struck);
            voices.add(new Voice(name, hand.channel, hand.program, velocity));
        }
        return voices;
    }
}
