package org.mneme.motor.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InputException;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.SceneScore;

/** What is judged, and written. */
class NotesSceneTest {
    @TempDir
    private Path folder;

    private EncodedPatterns minuet() {
        return Given.load(folder, ExampleTunes.minuet(), "grid", "1/8", "steps-per-grid", "4");
    }

    private static Performance with(Performance right, List<Moment> moments) {
        return new Performance(
                right.tickSeconds(), right.ticksPerStep(), moments, right.stepTicks(), right.endTick(), true);
    }

    /** One moment shows another state. */
    private static Performance changed(Performance right, int index, Signs state) {
        List<Moment> moments = new ArrayList<>(right.moments());
        Moment old = moments.get(index);
        moments.set(index, new Moment(old.tick(), old.due(), state, old.pattern(), old.begins()));
        return with(right, moments);
    }

    @Test
    void recallWithoutAFaultIsRight() {
        EncodedPatterns encoded = minuet();
        SceneScore score = Given.scene(encoded).judge(Given.perfect(encoded));

        assertTrue(score.right());
        assertEquals("notes: 199 of 199 right, largest onset error 0.0 ms", score.sentence());
        assertEquals(199, score.table().rows().size());
        assertEquals(
                List.of(74.0, 1.0, 0.0, 0.0, 0.0, 0.24, 0.24),
                score.table().rows().getFirst());
        assertEquals(60, Given.figure(score, "tolerance at tempo 1"), 1e-9);
    }

    @Test
    void emptyPerformanceIsNotRight() {
        EncodedPatterns encoded = minuet();
        Performance none = Given.keeper(encoded, 1e-3).performance(0);
        SceneScore score = Given.scene(encoded).judge(none);

        assertFalse(score.right());
        assertEquals("notes: 0 of 0 right, largest onset error 0.0 ms", score.sentence());
    }

    @Test
    void wrongChordIsMissingAndExtraNotes() {
        EncodedPatterns encoded = minuet();
        NotesScene scene = Given.scene(encoded);
        Performance right = Given.perfect(encoded);
        // bar 18 of the piece, in place of its first chord
        SceneScore score = scene.judge(changed(right, 0, encoded.patterns().row(79)));

        assertFalse(score.right());
        assertEquals(199, Given.figure(score, "notes due"));
        assertEquals(195, Given.figure(score, "notes right"));
        double wrong = Given.figure(score, "notes missing") + Given.figure(score, "notes at a wrong time");
        assertEquals(4, wrong, score.sentence());
        assertTrue(Given.figure(score, "notes extra") >= 1, score.sentence());
    }

    @Test
    void unknownStateIsSilence() {
        EncodedPatterns encoded = minuet();
        Performance right = Given.perfect(encoded);
        List<Moment> silent = right.moments().stream()
                .map(m -> new Moment(m.tick(), m.due(), Signs.zeros(600), m.pattern(), m.begins()))
                .toList();
        SceneScore score = Given.scene(encoded).judge(with(right, silent));

        assertEquals("notes: 0 of 199 right, 199 missing, largest onset error 0.0 ms", score.sentence());
    }

    @Test
    void onsetsThatDriftAreMeasuredAndWrongBeyondHalfAUnit() {
        EncodedPatterns encoded = minuet();
        SceneScore score = Given.scene(encoded).judge(Given.performed(encoded, 0, 1.004, Given.TICK));
        int ticks = 3 * encoded.dwell().orElseThrow().stream().sum();

        assertFalse(score.right());
        // the last notes begin a quarter before the end
        double last = 0.004 * (ticks - 12 - 24) * Given.TICK * 1e3;
        assertEquals(last, Given.figure(score, "largest onset error"), 10);
        assertTrue(Given.figure(score, "mean onset error") > last / 3);
        assertEquals(0, Given.figure(score, "notes missing"));
        double mistimed = Given.figure(score, "notes at a wrong time");
        assertTrue(mistimed > 0 && mistimed < 199, score.sentence());
    }

    @Test
    void lateBeginIsNoError() {
        EncodedPatterns encoded = minuet();
        SceneScore score = Given.scene(encoded).judge(Given.performed(encoded, 57, 1, Given.TICK));

        assertTrue(score.right(), score.sentence());
        assertEquals(0.0, score.table().rows().getFirst().get(3));
    }

    @Test
    void latenessAfterANoisyCueIsToldApart() {
        EncodedPatterns encoded = minuet();
        NotesScene scene = Given.scene(encoded);
        PerformanceKeeper keeper = Given.keeper(encoded, Given.TICK);
        keeper.accept(0, encoded.patterns().row(0).flip(1, 2, 3), 0, true);
        int tick = 40;
        keeper.accept(tick, encoded.patterns().row(0), 0, false);
        for (int mu = 0; mu < encoded.patterns().count(); mu++) {
            keeper.accept(tick, encoded.patterns().row(mu), mu, false);
            tick += 3 * encoded.dwell().orElseThrow().at(mu);
        }
        SceneScore score = scene.judge(keeper.performance(tick));

        assertTrue(score.right(), score.sentence());
        assertEquals(
                "notes: 199 of 199 right, largest onset error 0.0 ms, after a noisy cue 400.0 ms late",
                score.sentence());
        assertEquals(400, Given.figure(score, "lateness after the cue"), 1e-9);
        assertEquals(0, Given.figure(score, "largest error of a duration"), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void writtenMusicIsReadAsTheSameNotes(double slowness) {
        EncodedPatterns encoded = minuet();
        NotesScene scene = Given.scene(encoded);
        Path file = folder.resolve("recalled.mid");
        scene.write(Given.performed(encoded, 17, slowness, 0.018), file);

        MidiMusic asked = scene.piece().music();
        MidiMusic written = MidiReader.read(file);

        assertEquals(asked.voices(), written.voices());
        assertEquals(asked.meters(), written.meters());
        assertEquals(asked.notes().size(), written.notes().size());
        for (int k = 0; k < asked.notes().size(); k++) {
            MidiNote a = asked.notes().get(k);
            MidiNote w = written.notes().get(k);
            assertEquals(a.pitch(), w.pitch(), "note " + k);
            assertEquals(a.voice(), w.voice(), "note " + k);
            assertEquals(
                    slowness * asked.tempo().seconds((double) a.on()),
                    written.tempo().seconds((double) w.on()),
                    1e-4,
                    "note " + k);
            assertEquals(
                    slowness * asked.tempo().seconds((double) a.off()),
                    written.tempo().seconds((double) w.off()),
                    1e-4,
                    "note " + k);
        }
    }

    @Test
    void wrongNotesAreWrittenToo() {
        EncodedPatterns encoded = minuet();
        NotesScene scene = Given.scene(encoded);
        Path file = folder.resolve("wrong.mid");
        scene.write(changed(Given.perfect(encoded), 0, encoded.patterns().row(79)), file);

        assertEquals(
                scene.asked(79).sounding().stream()
                        .map(k -> scene.keys().get(k).pitch())
                        .sum(),
                MidiReader.read(file).notes().stream()
                        .filter(note -> note.on() == 0)
                        .mapToInt(MidiNote::pitch)
                        .sum());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-6, 0.3, 10})
    void anyTickCanBeToldByATempo(double tick) {
        EncodedPatterns encoded = minuet();
        NotesScene scene = Given.scene(encoded);
        Path file = folder.resolve("recalled.mid");
        Performance performance = Given.performed(encoded, 0, 1, tick);
        scene.write(performance, file);

        MidiMusic written = MidiReader.read(file);
        double end = performance.moments().getLast().tick() * tick;
        assertEquals(
                end, written.tempo().seconds((double) written.notes().getLast().off()), end * 0.02);
    }

    @Test
    void tickThatNoTempoTellsIsRefused() {
        EncodedPatterns encoded = minuet();
        Path file = folder.resolve("recalled.mid");
        Performance slow = Given.performed(encoded, 0, 1, 20);
        assertThrows(InputException.class, () -> Given.scene(encoded).write(slow, file));
        assertFalse(Files.exists(file));
    }

    @Test
    void tableIsWrittenNoteByNote() throws IOException {
        EncodedPatterns encoded = minuet();
        Path file = folder.resolve("onsets.CSV");
        Given.scene(encoded).write(Given.perfect(encoded), file);

        List<String> lines = Files.readAllLines(file);
        assertEquals(
                "note,hand,due_s,recalled_s,onset_error_ms,due_length_s,recalled_length_s,right", lines.getFirst());
        assertEquals(200, lines.size());
        assertTrue(lines.contains("D5,\"right\",0.000000,0.000000,0.000000,0.240000,0.240000,1"), lines::toString);
    }

    @Test
    void performanceThatIsNotWholeIsNotWritten() {
        EncodedPatterns encoded = minuet();
        Performance right = Given.perfect(encoded);
        Performance part = new Performance(1e-3, 3, right.moments(), right.stepTicks(), right.endTick(), false);
        Path file = folder.resolve("recalled.mid");

        assertThrows(LongPerformanceException.class, () -> Given.scene(encoded).write(part, file));
        assertFalse(Files.exists(file));
    }

    @Test
    void folderThatIsNotThereIsSaid() {
        EncodedPatterns encoded = minuet();
        Path file = folder.resolve("none").resolve("recalled.mid");
        assertThrows(ResultFileException.class, () -> Given.scene(encoded).write(Given.perfect(encoded), file));
    }
}
