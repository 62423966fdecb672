package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.model.Successors;
import org.mneme.motor.LargestOverlap;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.PatternSources;
import org.mneme.runtime.scene.SceneKind;

class MusicPatternsTest {
    @TempDir
    private Path folder;

    private static MidiText rhythm() {
        return MidiText.melody("C4/4 C4/8 r/8 E4+G4/2 | G4/2. A4/4");
    }

    private static boolean told(EncodedPatterns encoded, String note) {
        return encoded.notes().stream().anyMatch(line -> line.contains(note));
    }

    private static List<?> asked(NotesScene scene) {
        return scene.setting().get("asked") instanceof List<?> asked ? asked : List.of();
    }

    @Test
    void sourceIsFound() {
        assertTrue(PatternSources.all().stream().anyMatch(source -> source.key().equals("music")));
    }

    @Test
    void eachChangeIsAPatternHeldForItsDuration() {
        EncodedPatterns encoded = Given.load(folder, rhythm(), "steps-per-grid", "5");

        assertEquals(Ints.of(20, 10, 10, 40, 60, 20, 5), encoded.dwell().orElseThrow());
        NotesScene scene = Given.scene(encoded);
        assertEquals(SceneKind.NOTES, scene.kind());
        assertEquals(List.of("C4", "E4", "G4", "A4"), MidiText.names(scene));
        assertArrayEquals(new double[] {1, 0, 0, 0}, scene.wanted(0));
        assertArrayEquals(new double[] {1, 0, 0, 0}, scene.wanted(1));
        assertArrayEquals(new double[] {0, 0, 0, 0}, scene.wanted(2));
        assertArrayEquals(new double[] {0, 1, 1, 0}, scene.wanted(3));
        assertArrayEquals(new double[] {0, 0, 0, 0}, scene.wanted(6));
        assertEquals(List.of(0), scene.asked(1).struck().stream().boxed().toList());
    }

    @Test
    void patternsFollowEachOtherAndBarsAreMotifs() {
        EncodedPatterns encoded = Given.load(folder, rhythm());

        assertEquals(Successors.chain(7), encoded.sequencing().orElseThrow().successors());
        assertEquals(
                List.of(new Motif("bar 1", Ints.of(0, 1, 2, 3)), new Motif("bar 2", Ints.of(4, 5))),
                encoded.sequencing().orElseThrow().motifs());
    }

    @Test
    void noteHeldOverABarLineIsNotStruckAgain() {
        MidiText tune = new MidiText();
        tune.track("").note(0, 6L * MidiText.RESOLUTION, 0, 60);
        EncodedPatterns encoded = Given.load(folder, tune);

        NotesScene scene = Given.scene(encoded);
        assertEquals(Ints.of(96, 48, 48), encoded.dwell().orElseThrow(), "the rest of the bar is silent");
        assertEquals(1, scene.asked(0).struck().cardinality());
        assertEquals(0, scene.asked(1).struck().cardinality());
        assertEquals(1, scene.asked(1).sounding().cardinality());
    }

    @Test
    void patternsAreReadAsTheNotesTheyWereMadeOf() {
        EncodedPatterns encoded = Given.load(folder, ExampleTunes.minuet(), "grid", "1/8");
        NotesScene scene = Given.scene(encoded);

        for (int mu = 0; mu < encoded.patterns().count(); mu++) {
            assertEquals(scene.asked(mu), scene.heard(encoded.patterns().row(mu)), "pattern " + mu);
            assertArrayEquals(scene.wanted(mu), scene.read(encoded.patterns().row(mu)));
        }
        assertTrue(LargestOverlap.of(encoded.patterns()).overlap() <= 0.8);
    }

    @Test
    void tripletsFitTheirGridAndAreMovedOnAnother() {
        MidiText tune = MidiText.melody("C4/12 D4/12 E4/12 F4/4 G4/2");

        EncodedPatterns fine = Given.load(folder, tune, "grid", "1/24");
        assertTrue(told(fine, "grid 1/24: notes are moved by at most 0.0 ms, 0.0 ms on average"));
        assertEquals(Ints.of(12, 12, 12, 36, 72, 6), fine.dwell().orElseThrow());
        EncodedPatterns coarse = Given.load(folder, tune, "grid", "1/16");
        // a third of a quarter note of 500 ms is moved to a half of an eighth: 500/3 - 125
        assertTrue(
                told(coarse, "grid 1/16: notes are moved by at most 41.7 ms, 16.7 ms on average"),
                () -> coarse.notes().toString());
    }

    @Test
    void durationsFollowTheTempo() {
        MidiText tune = MidiText.melody("C4/4 D4/4 E4/4 F4/4 | G4/4 A4/4 B4/4 C5/4");
        tune.track("")
                .tempo(0, 500_000)
                .tempo(2L * MidiText.RESOLUTION, 1_000_000)
                .tempo(5L * MidiText.RESOLUTION / 2, 250_000)
                .tempo(6L * MidiText.RESOLUTION, 500_000);

        EncodedPatterns encoded = Given.load(folder, tune, "grid", "1/4", "steps-per-grid", "8");

        // the third begins at 1 s a quarter and ends at 0.25 s
        assertEquals(Ints.of(8, 8, 10, 4, 4, 4, 8, 8, 8), encoded.dwell().orElseThrow());
        assertTrue(
                told(encoded, "the tempo changes 3 times"),
                () -> encoded.notes().toString());
        assertEquals(0.5, Given.scene(encoded).piece().gridSeconds());
        assertEquals(
                List.of(List.of(0.0, 1.0, 0.0), List.of(1.0, 1.0, 1.0), List.of(2.0, 1.25, 2.0)),
                asked(Given.scene(encoded)).subList(0, 3));
    }

    @Test
    void roundedDurationsDoNotAddUp() {
        MidiText tune = new MidiText();
        MidiText.Line line = tune.track("").tempo(0, 500_000).tempo(1, 437_000);
        for (int k = 0; k < 200; k++) {
            line.note(k * 120L, 120, 0, 60 + k % 5);
        }
        EncodedPatterns encoded = Given.load(folder, tune, "steps-per-grid", "3");

        int steps = encoded.dwell().orElseThrow().stream().limit(200).sum();
        assertEquals(200 * 3 * 0.437 / 0.5, steps, 0.6);
    }

    @Test
    void barsArePartsOfTheFile() {
        MidiText tune = MidiText.melody("C4/1 | D4/2 E4/2 | F4/1 | G4/1");
        Piece piece = Given.piece(folder, tune, "bars", "2-3");

        assertEquals(List.of(2, 3), piece.bars());
        assertEquals(
                List.of(2, 2, 3, 0), piece.chords().stream().map(Chord::bar).toList());
        assertEquals(3, piece.quantisation().notes().size());
        assertEquals(List.of(4), Given.piece(folder, tune, "bars", "4").bars());
    }

    @Test
    void noteOverTheEndOfTheBarsIsCutAndSaidToBe() {
        MidiText tune = new MidiText();
        tune.track("").note(0, 6L * MidiText.RESOLUTION, 0, 60);
        EncodedPatterns encoded = Given.load(folder, tune, "bars", "1");

        assertEquals(Ints.of(96, 6), encoded.dwell().orElseThrow());
        assertTrue(told(encoded, "1 note sounds over an end of these bars, and is cut there"));
    }

    @Test
    void timeSignaturesMakeBars() {
        MidiText tune = MidiText.melody("C4/4 D4/4 E4/4 F4/4 | G4/4 A4/4 B4/4 C5/4");
        tune.track("").meter(0, 3, 4).meter(3L * MidiText.RESOLUTION, 2, 4);

        Piece piece = Given.piece(folder, tune);

        assertEquals(
                List.of(1, 1, 1, 2, 2, 3, 3, 4, 4),
                piece.chords().stream().map(Chord::bar).toList());
    }

    @Test
    void emptyBarsBeforeTheMusicAreLeftOut() {
        MidiText tune = new MidiText();
        tune.track("").note(9L * MidiText.RESOLUTION, MidiText.RESOLUTION, 0, 60);

        EncodedPatterns encoded = Given.load(folder, tune, "grid", "1/4", "steps-per-grid", "1");

        assertEquals(Ints.of(1, 1, 2), encoded.dwell().orElseThrow(), "a rest, a note, a rest");
        assertEquals(
                "bar 3", encoded.sequencing().orElseThrow().motifs().getFirst().name());
    }

    @Test
    void handsShareAPitchAndHaveAChannelEach() {
        MidiText tune = new MidiText();
        tune.track("right").hand(0, 1, "C4/2 E4/2");
        tune.track("left").hand(1, 1, "C3/4 C4/4 C3/2");

        NotesScene scene = Given.scene(Given.load(folder, tune));

        assertEquals(List.of("C4 right", "E4", "C3", "C4 left"), MidiText.names(scene));
        assertEquals(List.of(60, 64, 48, 60), scene.setting().get("pitches"));
        assertEquals(List.of(0, 0, 1, 1), scene.setting().get("hands"));
        assertEquals(List.of("right", "left"), scene.setting().get("handNames"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sameSeedGivesTheSamePatterns(long seed) {
        String text = Long.toString(seed);
        EncodedPatterns one = Given.load(folder, ExampleTunes.minuet(), "seed", text, "grid", "1/8");
        EncodedPatterns other = Given.load(folder, ExampleTunes.minuet(), "seed", text, "grid", "1/8");

        assertEquals(one.patterns().row(7), other.patterns().row(7));
        assertEquals(one.notes(), other.notes());
    }

    @Test
    void naturalSpeedIsTold() {
        EncodedPatterns encoded = Given.load(folder, ExampleTunes.minuet(), "grid", "1/8", "steps-per-grid", "12");

        assertTrue(
                told(encoded, "natural speed: a recall step of 18.0000 ms; with 3 ticks a step, tick: 6 ms"),
                () -> encoded.notes().toString());
    }
}
