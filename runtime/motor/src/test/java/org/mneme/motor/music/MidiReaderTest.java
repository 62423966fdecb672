package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InputException;

class MidiReaderTest {
    @TempDir
    private Path folder;

    private MidiMusic read(MidiText tune) {
        return MidiReader.read(tune.to(folder.resolve("tune.mid")));
    }

    private String refused(byte... bytes) {
        Path file = MidiText.write(folder.resolve("bad.mid"), bytes);
        String message = assertThrows(UnreadableMidiException.class, () -> MidiReader.read(file))
                .getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring((file + ": ").length());
    }

    private static byte[] good() {
        return MidiText.melody("C4/4 D4/4 E4/2").bytes(1);
    }

    private static byte[] changed(int at, int... values) {
        byte[] bytes = good();
        for (int k = 0; k < values.length; k++) {
            bytes[at + k] = (byte) values[k];
        }
        return bytes;
    }

    @Test
    void tracksAreHands() {
        MidiMusic music = read(ExampleTunes.minuet());

        assertEquals(List.of(new Voice("right", 0, 6, 80), new Voice("left", 1, 6, 80)), music.voices());
        assertEquals(199, music.notes().size());
        assertEquals(new MidiNote(0, 74, 0, 480), music.notes().getFirst());
        assertEquals(List.of(new Meter(0, 3, 4)), music.meters());
        assertEquals(0.432, music.tempo().seconds(480), 1e-12);
    }

    @Test
    void channelsOfOneTrackAreHandsAndFormatZeroIsRead() {
        MidiText tune = new MidiText();
        tune.track("song")
                .message(0, ShortMessage.PROGRAM_CHANGE, 3, 40, 0)
                .note(0, 480, 0, 60)
                .note(0, 480, 3, 60)
                .note(480, 480, 3, 62);

        MidiMusic music = read(tune);

        assertEquals(
                List.of(new Voice("song, channel 1", 0, 0, 80), new Voice("song, channel 4", 3, 40, 80)),
                music.voices());
        assertEquals(List.of(Meter.COMMON), music.meters());
        assertEquals(3, music.notes().size());
    }

    @Test
    void tracksOfOneNameAreToldApart() {
        MidiText tune = new MidiText();
        tune.track("piano").note(0, 480, 0, 60);
        tune.track("piano").note(0, 480, 0, 64);
        tune.track("").note(0, 480, 0, 67);

        assertEquals(
                List.of("piano", "piano 2", "track 3"),
                read(tune).voices().stream().map(Voice::name).toList());
    }

    @Test
    void drumsAreLeftOutAndCounted() {
        MidiText tune = MidiText.melody("C4/4 D4/4 E4/2");
        tune.track("drums").note(0, 10, 9, 35).note(480, 10, 9, 35);

        MidiMusic music = read(tune);

        assertEquals(2, music.drums());
        assertEquals(3, music.notes().size());
        assertEquals(1, music.voices().size());
    }

    @Test
    void noteWithoutAnEndIsHeldToTheEndOfTheFile() {
        MidiText tune = new MidiText();
        tune.track("").on(0, 0, 60).note(480, 960, 0, 64);

        MidiMusic music = read(tune);

        assertEquals(1, music.hanging());
        assertEquals(new MidiNote(0, 60, 0, 1440), music.notes().getFirst());
    }

    @Test
    void noteStruckAgainBeforeItEndsIsTwo() {
        MidiText tune = new MidiText();
        tune.track("")
                .on(0, 0, 60)
                .on(480, 0, 60)
                .off(960, 0, 60)
                .off(1440, 0, 60)
                .off(1500, 0, 60);

        assertEquals(
                List.of(new MidiNote(0, 60, 0, 960), new MidiNote(0, 60, 480, 1440)),
                read(tune).notes());
    }

    @Test
    void fileThatIsNoMidiIsRefused() {
        assertEquals("is not a standard MIDI file, which begins with MThd; export the music as .mid", refused());
        assertEquals(
                "is not a standard MIDI file, which begins with MThd; export the music as .mid",
                refused("once upon a time".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void fileThatIsCutOffIsRefusedAtAnyPlace() {
        byte[] good = good();
        assertEquals("ends after 0 of 1 tracks; copy it again", refused(Arrays.copyOf(good, 16)));
        assertEquals("ends within its header; copy it again", refused(Arrays.copyOf(good, 10)));
        assertTrue(refused(Arrays.copyOf(good, good.length - 3)).startsWith("ends within track 1 of 1, with "));
        for (int length = 8; length < good.length; length++) {
            assertTrue(refused(Arrays.copyOf(good, length)).endsWith("; copy it again"), "length " + length);
        }
    }

    @Test
    void timesThatAreNotBeatsAreRefused() {
        assertEquals(
                "counts time in SMPTE frames, 25 a second, and a grid needs beats; save it with ticks a quarter note (PPQ)",
                refused(changed(12, 0xE7, 0x28)));
        assertEquals("has 0 ticks a quarter note; save it again", refused(changed(12, 0, 0)));
    }

    @Test
    void independentTracksAreRefused() {
        assertEquals(
                "is of format 2, whose tracks are not one piece; save it as format 0 or 1", refused(changed(8, 0, 2)));
    }

    @Test
    void tempoOfZeroIsRefused() {
        MidiText tune = MidiText.melody("C4/1");
        tune.track("").tempo(0, 0);
        assertEquals("has a tempo of 0 µs a quarter note; save it again", refused(tune.bytes(1)));
    }

    @Test
    void missingFileAndFolderAreRefused() {
        assertTrue(assertThrows(UnreadableMidiException.class, () -> MidiReader.read(folder.resolve("none.mid")))
                .getMessage()
                .endsWith("none.mid: there is no such file"));
        assertTrue(assertThrows(UnreadableMidiException.class, () -> MidiReader.read(folder))
                .getMessage()
                .endsWith("is a folder; name a .mid file in it"));
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        byte[] good = ExampleTunes.prelude(2, 1).bytes(1);
        int refused = 0;
        for (int seed = 0; seed < 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = good.clone();
            int changes = 1 + random.nextInt(4);
            for (int k = 0; k < changes; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = MidiText.write(folder.resolve("damaged.mid"), bytes);
            try {
                new MusicPatterns().load(Given.settings("midi", "damaged.mid", "features", "1000"), folder);
            } catch (InputException e) {
                refused++;
                assertTrue(e.getMessage().length() < 400 && !e.getMessage().contains("\n"), e.getMessage());
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + file, e);
            }
        }
        assertTrue(refused > 50, refused + " refused");
    }
}
