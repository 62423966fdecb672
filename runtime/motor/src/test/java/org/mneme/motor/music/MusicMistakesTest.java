package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.InputException;
import org.mneme.runtime.patterns.EncodedPatterns;

class MusicMistakesTest {
    @TempDir
    private Path folder;

    private String message(MidiText tune, String... settings) {
        return assertThrows(InputException.class, () -> Given.load(folder, tune, settings))
                .getMessage()
                .replace(folder.resolve("tune.mid").toString(), "FILE");
    }

    /** So many notes in a row, 16 a bar. */
    private static MidiText many(int notes) {
        MidiText tune = new MidiText();
        MidiText.Line line = tune.track("");
        for (int k = 0; k < notes; k++) {
            line.note(k * 120L, 120, 0, 60 + k % 7);
        }
        return tune;
    }

    @Test
    void fileWithoutNotes() {
        MidiText tune = new MidiText();
        tune.track("empty").tempo(0, 500_000);
        assertEquals("FILE: there is no note in it; give a file in which notes sound", message(tune));
    }

    @Test
    void drumsOnly() {
        MidiText tune = new MidiText();
        tune.track("drums").note(0, 10, 9, 35).note(480, 10, 9, 38);
        assertEquals(
                "FILE: there are only drums in it, 2 strokes on channel 10, whose numbers are instruments and not pitches;"
                        + " move them to another channel, or give a file with notes",
                message(tune));
    }

    @Test
    void aHundredThousandEvents() {
        MidiText tune = many(100_000);
        assertEquals(
                "FILE: the notes that sound change 100001 times, and at most 10000 patterns are taken; give some of its"
                        + " bars, such as bars: 1-624",
                message(tune));
        assertEquals(
                9985,
                Given.load(folder, tune, "bars", "1-624", "max-overlap", "0.95")
                        .patterns()
                        .count());
    }

    @Test
    void tooLongABar() {
        MidiText tune = many(16_000);
        tune.track("").meter(0, 255, 1);
        assertEquals(
                "FILE: the notes that sound change 16001 times, and at most 10000 patterns are taken; give some of its"
                        + " bars, such as bars: 1-2",
                message(tune));
        assertTrue(message(tune, "bars", "9").endsWith("there is no bar 9; the file has 4 bars"), () -> message(tune));
    }

    @Test
    void barsWithoutNotes() {
        MidiText tune = MidiText.melody("C4/1 | r/1 | r/1 | D4/1");
        assertEquals(
                "FILE: there is no note in bars 2-3; give a file in which notes sound", message(tune, "bars", "2-3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    grid | 1/7 | is not a grid; write 1/16 for sixteenths
                    grid | fine | is not a grid; write 1/16 for sixteenths
                    bars | 0-4 | are no bars: the first is 1
                    bars | 4-2 | are no bars: the first is 1
                    bars | two | are no bars; write 1-40, 7, or all
                    bars | 5 | there is no bar 5; the file has 1 bar
                    steps-per-grid | 0 | 0 is not in 1…96
                    features | 70 | features: 70 are too few for 8 different notes; use at least 81
                    context | 0.95 | 0.95 is not in 0…0.9
                    tempo | 3 | unknown key
                    """)
    void settingsThatAreWrong(String key, String value, String sentence) {
        MidiText tune = MidiText.melody("C4+D4+E4+F4+G4+A4+B4+C5/1");
        String message = message(tune, key, value);
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void featuresThatAreSaidToBeEnoughAre() {
        MidiText tune = MidiText.melody("C4+D4+E4+F4+G4+A4+B4+C5/1");
        assertEquals(81, Given.load(folder, tune, "features", "81").patterns().features());
    }

    @Test
    void missingFileName() {
        InputException mistake = assertThrows(
                InputException.class, () -> new MusicPatterns().load(Given.settings("grid", "1/16"), folder));
        assertTrue(mistake.getMessage().contains("'midi' is missing"), mistake.getMessage());
    }

    @Test
    void chordsTooAlikeNameTheBarsAndWhatIsEnough() {
        MidiText tune = MidiText.melody("C4/4 D4/4 C4/4 D4/4 | C4/4 D4/4 C4/4 D4/4");
        String message = message(tune, "context", "0.02");

        assertTrue(
                message.matches(
                        "patterns \\d and \\d \\(bars? 1.*\\) overlap by 0.9\\d\\d, above max-overlap 0.8; raise context"
                                + " from 0.02 to 0\\.\\d\\d"),
                message);
        String enough = message.substring(message.length() - 4);
        assertTrue(Given.load(folder, tune, "context", enough).patterns().count() > 8);
    }

    @Test
    void tempoTooFastForTheSteps() {
        MidiText tune = MidiText.melody("C4/4 D4/4 E4/4 F4/4 | G4/16 A4/16 B4/16 C5/16 C4/2.");
        tune.track("").tempo(0, 1_000_000).tempo(4L * MidiText.RESOLUTION, 100_000);
        String message = message(tune, "steps-per-grid", "2");

        assertEquals(
                "steps-per-grid: 2 is too coarse for bar 2, which goes 10.00 times as fast as the beginning; use at least 10",
                message);
        assertEquals(
                10, Given.load(folder, tune, "steps-per-grid", "10").patterns().count());
    }

    @Test
    void shortNotesAreTold() {
        MidiText tune = new MidiText();
        tune.track("")
                .note(0, 30, 0, 60)
                .note(480, 480, 0, 62)
                .note(960, 20, 0, 64)
                .note(990, 480, 0, 64);
        EncodedPatterns encoded = Given.load(folder, tune);

        assertTrue(encoded.notes()
                .contains("2 notes are shorter than half of 1/16 and made that long; a finer grid keeps them short"));
        assertTrue(encoded.notes()
                .contains("1 note falls on another of the same pitch on the grid of 1/16, and only one of the two"
                        + " sounds; a finer grid keeps both"));
        assertEquals(3, Given.scene(encoded).piece().quantisation().notes().size());
    }

    @Test
    void hangingNotesAndDrumsAreTold() {
        MidiText tune = new MidiText();
        tune.track("").on(0, 0, 60).note(480, 480, 0, 62);
        tune.track("").note(0, 10, 9, 35);
        EncodedPatterns encoded = Given.load(folder, tune);

        assertTrue(encoded.notes().contains("1 note never ends in the file; held to its end"));
        assertTrue(encoded.notes().contains("1 stroke on channel 10, which is drums, left out"));
    }
}
