package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.Progress;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;

/** Motifs that are played follow each other in time: the last pattern of one is held for its dwell, and nothing shows in between. */
final class MotifTimingTest {
    private static final int TICKS_PER_STEP = 3;

    @TempDir
    private Path folder;

    private Experiment motifs(String timing) throws IOException {
        Path file = Checkout.write(folder.resolve("motifs.yaml"), """
                patterns: {random: {count: 16, features: 90, seed: 7}}
                interaction: exponential
                lowering: spiking
                sequence: [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 8], [11, 12]]
                timing:\s""" + timing + "\n");
        return ExperimentReader.read(YamlSettings.read(file), folder);
    }

    private static Experiment minuet() {
        Path music = Checkout.root().resolve("examples/music");
        return ExperimentReader.read(YamlSettings.read(music.resolve("minuet.yaml")), music);
    }

    private static RunResult play(Experiment experiment, double noise, List<RunControl> events, Integer... motifs) {
        RunOptions options =
                RunOptions.on("simulator").withCue(0, noise).telling(new RunControls(events, List.of(motifs)));
        return ExperimentRun.run(experiment, options, Progress.NONE);
    }

    private static Performance performance(RunResult result) {
        assertTrue(
                result.success(),
                () -> result.summaryLine() + " " + result.recall().mistakes());
        return result.performance().orElseThrow();
    }

    private static List<Integer> patterns(Performance performance) {
        return performance.moments().stream().map(Moment::pattern).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.75, 1, 1.25, 2})
    void everyPatternIsSeenWhenItIsDueAtAnyTempo(double gain) throws IOException {
        Experiment experiment = motifs("{steps-per-pattern: 6}");

        Performance played = performance(play(experiment, 0, List.of(new RunControl.Tempo(0, gain)), 1, 0, 0, 3, 1));

        assertEquals(List.of(4, 5, 6, 7, 0, 1, 2, 3, 0, 1, 2, 3, 11, 12, 4, 5, 6, 7), patterns(played));
        long first = played.moments().getFirst().tick();
        for (int k = 0; k < played.moments().size(); k++) {
            Moment moment = played.moments().get(k);
            double due = first + k * 6 * TICKS_PER_STEP / gain;
            assertEquals(due, moment.due(), 1e-6, "pattern " + k);
            // a pattern is held for a whole number of steps; a motif begins anew
            double most = moment.begins() ? 0.5 : 4 * TICKS_PER_STEP;
            assertEquals(due, (double) moment.tick(), most, "pattern " + k);
        }
        double end = first + 18 * 6 * TICKS_PER_STEP / gain;
        assertEquals(end, (double) played.endTick(), 0.5);
    }

    @Test
    void patternsAreHeldForTheirOwnDwellUpToTheTick() throws IOException {
        Experiment experiment = motifs("{dwell: [5, 1, 2, 4, 3, 3, 1, 8, 1, 1, 6, 9, 4, 1, 1, 1]}");

        Performance played = performance(play(experiment, 0, List.of(), 0, 1, 2, 2, 3));

        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 8, 9, 10, 11, 12), patterns(played));
        int[] dwell = {5, 1, 2, 4, 3, 3, 1, 8, 1, 1, 6, 1, 1, 6, 9, 4};
        for (int k = 0; k < dwell.length; k++) {
            assertEquals(
                    played.moments().get(k).due(),
                    (double) played.moments().get(k).tick(),
                    "pattern " + k);
            assertEquals((long) dwell[k] * TICKS_PER_STEP, played.ticksHeld(k), "pattern " + k);
        }
    }

    @Test
    void lastPatternTooShortForASilencingMakesTheNextMotifLateAndItCatchesUp() throws IOException {
        Experiment experiment = motifs("{dwell: [2, 2, 2, 1, 2, 2, 2, 9, 1, 1, 1, 9, 9, 1, 1, 1]}");

        Performance played = performance(play(experiment, 0, List.of(), 0, 1, 3));

        List<Double> late = new ArrayList<>();
        for (Moment moment : played.moments()) {
            if (moment.begins()) {
                late.add(moment.tick() - moment.due());
            }
        }
        assertEquals(0, late.get(0));
        assertTrue(late.get(1) > 0 && late.get(1) <= 2 * TICKS_PER_STEP, late::toString);
        assertEquals(0, late.get(2), "the last pattern of the second is cut to be in time");
    }

    @Test
    void pauseInTheLastPatternDefersTheNextMotif() throws IOException {
        Experiment experiment = motifs("{steps-per-pattern: 6}");
        List<RunControl> pause = List.of(new RunControl.Tempo(65, 0), new RunControl.Tempo(265, 1));

        Performance played = performance(play(experiment, 0, pause, 0, 1));

        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), patterns(played));
        Moment begin = played.moments().get(4);
        assertEquals(played.moments().getFirst().tick() + 4 * 6 * TICKS_PER_STEP + 200, begin.tick());
        assertEquals(begin.due(), (double) begin.tick());
    }

    @Test
    void noisyCuesAreLateAndTheMotifAfterThemIsNot() throws IOException {
        Experiment experiment = motifs("{steps-per-pattern: 6}");

        Performance played = performance(play(experiment, 0.1, List.of(), 0, 1, 0));

        for (Moment moment : played.moments()) {
            if (moment.begins()) {
                assertEquals(moment.due(), (double) moment.tick(), 0.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0", "0.5,0", "2,0", "0.75,0", "1,0.1"})
    void barsFollowEachOtherWithoutANoteOfAnother(double gain, double noise) {
        Experiment experiment = minuet();

        RunResult result = play(experiment, noise, List.of(new RunControl.Tempo(0, gain)), 0, 0, 1, 31, 7, 0);

        List<Integer> asked = new ArrayList<>();
        for (int bar : List.of(0, 0, 1, 31, 7, 0)) {
            Ints patterns = experiment.motifs().get(bar);
            patterns.stream().forEach(asked::add);
        }
        assertEquals(
                asked,
                result.recall().visited().stream().boxed().toList(),
                () -> String.valueOf(result.recall().mistakes()));
        assertTrue(result.success(), result::summaryLine);
        assertTrue(
                result.scene().orElseThrow().score().right(),
                () -> result.scene().orElseThrow().score().sentence());
    }
}
