package org.mneme.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.lab.trials.TrialFileException;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.config.SettingException;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.RunOptions;

class SweepTest {
    private static final Place PLACE = new Place("test", 0, 0);
    private static final RunOptions REFERENCE = RunOptions.on(RunOptions.REFERENCE);
    private static final SweepPlan PLAN =
            new SweepPlan(List.of(SweepAxis.parse("interaction.polynomial.degree=1..3")), SweepAxis.seeds("1..4"));

    @TempDir
    Path folder;

    private Path csv = Path.of("out.csv");

    @BeforeEach
    void name() {
        csv = folder.resolve("out.csv");
    }

    private static Setting group(String path, Map<String, Setting> entries) {
        return new Setting.Group(PLACE, path, entries);
    }

    private static Setting value(Map<String, String> settings, String path, String absent) {
        return new Setting.Value(PLACE, path, settings.getOrDefault(path, absent));
    }

    /** Patterns of 60 features; degree 1 fails, degree 3 does not. */
    private static Experiment experiment(Map<String, String> set) {
        Map<String, Setting> random = new LinkedHashMap<>();
        random.put("count", value(set, "patterns.random.count", "12"));
        random.put("features", value(set, "patterns.random.features", "60"));
        random.put("seed", value(set, "patterns.random.seed", "1"));
        Setting degree =
                group("interaction.polynomial", Map.of("degree", value(set, "interaction.polynomial.degree", "3")));
        return ExperimentReader.read(
                group(
                        "",
                        Map.of(
                                "patterns", group("patterns", Map.of("random", group("patterns.random", random))),
                                "interaction", group("interaction", Map.of("polynomial", degree)))),
                Path.of("."));
    }

    private Sweep.Summary sweep(SweepPlan plan, RunOptions options, int threads, Sweep.SweepProgress progress) {
        return Sweep.run(plan, SweepTest::experiment, options, csv, threads, progress);
    }

    private String complete() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Sweep.run(PLAN, SweepTest::experiment, REFERENCE, whole, 1, Sweep.SweepProgress.NONE);
        return Files.readString(whole);
    }

    @Test
    void everyTrialHasItsLineInOrder() throws IOException {
        Sweep.Summary summary = sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE);

        List<String> lines = Files.readAllLines(csv);
        assertEquals(12, summary.done());
        assertEquals(0, summary.skipped());
        assertEquals(13, lines.size());
        assertEquals(
                "interaction.polynomial.degree,seed,success,expected,inOrder,orderErrors,timingErrors,bitErrors,unknownBits,"
                        + "steps,f,ticks,spikes,synapticEvents,saturations,digest,error",
                lines.getFirst());
        assertTrue(lines.get(1).startsWith("1,1,false,12,"), lines.get(1));
        assertTrue(lines.get(12).startsWith("3,4,true,12,12,0,0,0,0,12,exact,0,0,0,0,"), lines.get(12));
    }

    @Test
    void seedDrawsOtherPatterns() {
        Set<Object> seeds = ConcurrentHashMap.newKeySet();
        Sweep.run(
                PLAN,
                set -> {
                    seeds.add(set.getOrDefault("patterns.random.seed", "none"));
                    return experiment(set);
                },
                REFERENCE,
                csv,
                1,
                Sweep.SweepProgress.NONE);

        assertEquals(Set.of("none", "1", "2", "3", "4"), seeds);
    }

    @Test
    void bytesDoNotDependOnThreads() throws IOException {
        sweep(PLAN, REFERENCE, 4, Sweep.SweepProgress.NONE);

        assertEquals(complete(), Files.readString(csv));
    }

    @Test
    void stoppedSweepGoesOnWhereItStood() throws IOException {
        Sweep.Summary stopped = sweep(PLAN, REFERENCE, 1, (done, total) -> done < 5);
        int there = Files.readAllLines(csv).size() - 1;

        Sweep.Summary resumed = sweep(PLAN, REFERENCE, 2, Sweep.SweepProgress.NONE);

        assertEquals(5, stopped.done());
        assertEquals(5, there);
        assertEquals(5, resumed.skipped());
        assertEquals(12, resumed.done());
        assertEquals(complete(), Files.readString(csv));
    }

    @Test
    void lineTornByAKillIsRunAgain() throws IOException {
        String whole = complete();
        for (int cut = 0; cut < whole.length(); cut += 97) {
            Files.writeString(csv, whole.substring(0, cut));

            sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE);

            assertEquals(whole, Files.readString(csv), "cut after " + cut + " bytes");
        }
    }

    @Test
    void linesOfOtherOptionsAreNotTakenForThese() {
        sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE);

        TrialFileException error = assertThrows(
                TrialFileException.class, () -> sweep(PLAN, REFERENCE.withCue(0, 0.1), 1, Sweep.SweepProgress.NONE));

        assertEquals(
                csv
                        + ":2: this trial was run with other settings or options; remove the line to run it again, or name another file",
                error.getMessage());
        assertEquals(2, error.line());
    }

    @Test
    void largerSweepKeepsTheLinesThatAreThere() throws IOException {
        sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE);
        SweepPlan larger =
                new SweepPlan(List.of(SweepAxis.parse("interaction.polynomial.degree=1..4")), SweepAxis.seeds("1..4"));

        Sweep.Summary summary = sweep(larger, REFERENCE, 1, Sweep.SweepProgress.NONE);

        assertEquals(12, summary.skipped());
        assertEquals(16, summary.done());
        assertEquals(17, Files.readAllLines(csv).size());
        SweepPlan smaller =
                new SweepPlan(List.of(SweepAxis.parse("interaction.polynomial.degree=4")), SweepAxis.seeds("2"));
        assertEquals(1, sweep(smaller, REFERENCE, 1, Sweep.SweepProgress.NONE).skipped());
        assertEquals(17, Files.readAllLines(csv).size());
    }

    @Test
    void otherFileIsLeftAlone() throws IOException {
        for (String other : List.of("a,b\n1,2\n", "no newline")) {
            Files.writeString(csv, other);

            TrialFileException error =
                    assertThrows(TrialFileException.class, () -> sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE));

            assertTrue(
                    String.valueOf(error.getMessage()).startsWith(csv + ":1: holds something else than this sweep"),
                    error.getMessage());
            assertEquals(other, Files.readString(csv));
        }
    }

    @Test
    void otherFileWhoseLastLineHasNoEndIsLeftAlone() throws IOException {
        Files.writeString(csv, "a,b\n1,2");

        assertThrows(TrialFileException.class, () -> sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE));

        assertEquals("a,b\n1,2", Files.readString(csv));
    }

    @Test
    void wrongSettingEndsTheSweepWithItsOwnErrorAndNoFile() {
        SweepPlan wrong = new SweepPlan(List.of(SweepAxis.parse("interaction.polynomial.degree=0..3")), List.of(1L));

        SettingException error =
                assertThrows(SettingException.class, () -> sweep(wrong, REFERENCE, 2, Sweep.SweepProgress.NONE));

        assertEquals("test: interaction.polynomial.degree: 0 is not in 1…64", error.getMessage());
        assertFalse(Files.exists(csv));
    }

    @Test
    void wrongSettingOfALaterTrialKeepsTheLinesBeforeIt() throws IOException {
        SweepPlan wrong =
                new SweepPlan(List.of(SweepAxis.parse("interaction.polynomial.degree=2,99")), SweepAxis.seeds("1..2"));

        assertThrows(SettingException.class, () -> sweep(wrong, REFERENCE, 1, Sweep.SweepProgress.NONE));

        assertEquals(3, Files.readAllLines(csv).size());
    }

    @Test
    void folderThatCannotBeWrittenGetsOneSentence() {
        csv = folder.resolve("nowhere/out.csv");

        TrialFileException error =
                assertThrows(TrialFileException.class, () -> sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE));

        assertEquals(
                csv + ": cannot be written (No such file or directory); name a file in a folder that can be written",
                error.getMessage());
    }

    @Test
    void twoSweepsDoNotShareAFile() {
        TrialFileException error = assertThrows(
                TrialFileException.class,
                () -> sweep(PLAN, REFERENCE, 1, (done, total) -> {
                    sweep(PLAN, REFERENCE, 1, Sweep.SweepProgress.NONE);
                    return true;
                }));

        assertEquals(csv + ": another sweep is writing it; wait for it, or name another file", error.getMessage());
    }
}
