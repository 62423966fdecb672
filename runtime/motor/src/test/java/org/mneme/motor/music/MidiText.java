package org.mneme.motor.music;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Standard MIDI files made by the tests: hands from text, and single events. */
final class MidiText {
    static final int RESOLUTION = 480;

    private final Sequence sequence;

    /** A hand's text that does not fill its bars. */
    static final class UnevenBarException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnevenBarException(String bar) {
            super("the bar '" + bar + "' is not filled");
        }
    }

    MidiText() {
        try {
            sequence = new Sequence(Sequence.PPQ, RESOLUTION);
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a track. */
    Line track(String name) {
        Line line = new Line(sequence.createTrack());
        return name.isEmpty() ? line : line.meta(0, 0x03, name.getBytes(StandardCharsets.UTF_8));
    }

    /** A track, event by event. */
    static final class Line {
        private final Track track;

        private Line(Track track) {
            this.track = track;
        }

        Line meta(long tick, int type, byte... data) {
            try {
                track.add(new MidiEvent(new MetaMessage(type, data, data.length), tick));
            } catch (InvalidMidiDataException e) {
                throw new IllegalArgumentException(e);
            }
            return this;
        }

        Line tempo(long tick, int micros) {
            return meta(tick, 0x51, (byte) (micros >> 16), (byte) (micros >> 8), (byte) micros);
        }

        Line meter(long tick, int beats, int unit) {
            return meta(tick, 0x58, (byte) beats, (byte) Integer.numberOfTrailingZeros(unit), (byte) 24, (byte) 8);
        }

        Line message(long tick, int command, int channel, int first, int second) {
            try {
                track.add(new MidiEvent(new ShortMessage(command, channel, first, second), tick));
            } catch (InvalidMidiDataException e) {
                throw new IllegalArgumentException(e);
            }
            return this;
        }

        Line program(int channel, int program) {
            return message(0, ShortMessage.PROGRAM_CHANGE, channel, program, 0);
        }

        Line on(long tick, int channel, int pitch) {
            return message(tick, ShortMessage.NOTE_ON, channel, pitch, 80);
        }

        Line off(long tick, int channel, int pitch) {
            return message(tick, ShortMessage.NOTE_OFF, channel, pitch, 0);
        }

        Line note(long tick, long length, int channel, int pitch) {
            return on(tick, channel, pitch).off(tick + length, channel, pitch);
        }

        /**
         * Adds a hand: "D5/4 G4/8 A4/8 | G3+B3/2." are a quarter, two eighths, and in the next bar a dotted half of two notes; r rests.
         *
         * @param wholes length of a bar in whole notes
         */
        Line hand(int channel, double wholes, String text) {
            long bar = Math.round(4 * RESOLUTION * wholes);
            long tick = 0;
            for (String measure : text.split("\\|", -1)) {
                long end = tick + bar;
                for (String token : measure.strip().split("\\s+", -1)) {
                    String[] parts = token.split("/", 2);
                    long length = length(parts[1]);
                    for (String pitch : parts[0].split("\\+", -1)) {
                        if (!pitch.equals("r")) {
                            note(tick, length, channel, pitch(pitch));
                        }
                    }
                    tick += length;
                }
                if (tick != end) {
                    throw new UnevenBarException(measure);
                }
            }
            return this;
        }

        private static long length(String text) {
            boolean dotted = text.endsWith(".");
            long plain = 4L * RESOLUTION / Integer.parseInt(dotted ? text.substring(0, text.length() - 1) : text);
            return dotted ? plain * 3 / 2 : plain;
        }
    }

    /** Returns the MIDI number of "C4" or "F#5". */
    static int pitch(String name) {
        int step = "C D EF G A B".indexOf(name.toUpperCase(Locale.ROOT).charAt(0));
        int sharp = name.contains("#") ? 1 : 0;
        return 12 * (Integer.parseInt(name.substring(name.length() - 1)) + 1) + step + sharp;
    }

    byte[] bytes(int format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MidiSystem.write(sequence, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of format 1, or 0 where there is one track. */
    Path to(Path file) {
        return write(file, bytes(sequence.getTracks().length == 1 ? 0 : 1));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A right hand alone, in 4/4. */
    static MidiText melody(String text) {
        MidiText midi = new MidiText();
        midi.track("right").hand(0, 1, text);
        return midi;
    }

    static List<String> names(NotesScene scene) {
        return scene.channels().stream().map(channel -> channel.name()).toList();
    }
}
