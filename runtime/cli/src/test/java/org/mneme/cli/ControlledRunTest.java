package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.lower.Codec;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Decoder;
import org.mneme.lower.DecoderPosition;
import org.mneme.lower.Lowered;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.Progress;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.Mistake;
import org.mneme.runtime.score.Segment;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;

/** Runs under controls on the simulator: right ones are found right, and networks that do not obey are found wrong. */
final class ControlledRunTest {
    private static final String RANDOM = "patterns: {random: {count: 16, features: 90, seed: %d}}\n";
    private static final String MOTIFS = """
            interaction: exponential
            lowering: spiking
            sequence: {motifs: {count: 4, length: 4}}
            """;
    private static final String RENUMBERED = """
            interaction: exponential
            lowering: spiking
            sequence: [[4, 5, 6, 7], [0, 1, 2, 3], [8, 9, 10, 11], [13, 12, 14, 15]]
            """;
    private static final RunOptions OPTIONS = RunOptions.on("simulator");

    @TempDir
    private Path folder;

    private Experiment experiment(String yaml) throws IOException {
        Path file = Checkout.write(folder.resolve("memory.yaml"), yaml);
        return ExperimentReader.read(YamlSettings.read(file), folder);
    }

    private static RunOptions telling(RunControl... events) {
        return OPTIONS.telling(new RunControls(List.of(events), List.of()));
    }

    private static RunResult run(Experiment experiment, RunOptions options) {
        return ExperimentRun.run(experiment, options, Progress.NONE);
    }

    /** What a codec tells the graph, changed. */
    private static RunResult disobeying(Experiment experiment, RunOptions options, Disobedience how) {
        Lowered lowered = ExperimentRun.lower(experiment, options);
        Lowered changed = new Lowered(
                lowered.lowering(),
                lowered.why(),
                lowered.graph(),
                new Disobedient(lowered.codec(), experiment.memory().count(), how),
                lowered.tabulation(),
                lowered.bearableCueNoise(),
                lowered.notes());
        return ExperimentRun.run(experiment, changed, options, Progress.NONE);
    }

    private enum Disobedience {
        GATES_ALL_OPEN,
        GATES_ARE_CUES_ELSEWHERE,
        TEMPO_IS_ONE
    }

    private record Disobedient(Codec inner, int hidden, Disobedience how) implements Codec {
        @Override
        public Set<CodecControl> controls() {
            return inner.controls();
        }

        @Override
        public List<SourceSpike> gate(Ints open, Signs state, long tick) {
            return switch (how) {
                case GATES_ALL_OPEN -> inner.gate(Ints.range(hidden), state, tick);
                case GATES_ARE_CUES_ELSEWHERE -> inner.gate(open, state.flip(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), tick);
                case TEMPO_IS_ONE -> inner.gate(open, state, tick);
            };
        }

        @Override
        public List<SourceSpike> tempo(double gain, long tick) {
            return inner.tempo(how == Disobedience.TEMPO_IS_ONE ? 1 : gain, tick);
        }

        @Override
        public int features() {
            return inner.features();
        }

        @Override
        public String featurePopulation() {
            return inner.featurePopulation();
        }

        @Override
        public String hiddenPopulation() {
            return inner.hiddenPopulation();
        }

        @Override
        public int ticksPerStep() {
            return inner.ticksPerStep();
        }

        @Override
        public List<SourceSpike> cue(Signs state, long tick) {
            return inner.cue(state, tick);
        }

        @Override
        public long alignCue(long previousCueTick, long earliest) {
            return inner.alignCue(previousCueTick, earliest);
        }

        @Override
        public Decoder decoder(long cueTick) {
            return inner.decoder(cueTick);
        }

        @Override
        public Decoder resume(DecoderPosition position) {
            return inner.resume(position);
        }
    }

    @Test
    void gatesDisregardedLoseTheOrder() throws IOException {
        for (String timing : List.of("one-step", "{steps-per-pattern: 2}")) {
            Experiment ring =
                    experiment(RANDOM.formatted(1) + "interaction: exponential\nlowering: spiking\ntiming: " + timing);
            RunOptions gated = telling(new RunControl.Gate(0, Ints.range(8)));

            RunResult right = run(ring, gated);
            RunResult wrong = disobeying(ring, gated, Disobedience.GATES_ALL_OPEN);

            assertTrue(right.success(), right::summaryLine);
            assertFalse(wrong.success(), wrong::summaryLine);
            assertInstanceOf(
                    Mistake.WrongPattern.class, wrong.recall().mistakes().getFirst());
        }
    }

    @Test
    void motifsInAnotherOrderAreWrong() throws IOException {
        Experiment motifs = experiment(RANDOM.formatted(2) + MOTIFS);
        RunOptions played = OPTIONS.telling(new RunControls(List.of(), List.of(2, 0, 3)));

        Lowered lowered = ExperimentRun.lower(motifs, played);
        Experiment renumbered = experiment(RANDOM.formatted(2) + RENUMBERED);
        RunResult right = ExperimentRun.run(motifs, lowered, played, Progress.NONE);
        RunResult wrong = ExperimentRun.run(renumbered, lowered, played, Progress.NONE);

        assertEquals("recall: 12/12 patterns in order, 0 bit errors (3 motifs)", right.summaryLine());
        assertFalse(wrong.success(), wrong::summaryLine);
        assertEquals(9, wrong.recall().inOrder(), "two motifs and the cue of the third");
    }

    @Test
    void wrongBitsOfACueAreNotHeldAgainstItButAWrongPatternIs() throws IOException {
        Experiment motifs = experiment(RANDOM.formatted(2) + MOTIFS);
        RunOptions played = OPTIONS.telling(new RunControls(List.of(), List.of(1, 2)));

        assertTrue(disobeying(motifs, played, Disobedience.GATES_ARE_CUES_ELSEWHERE)
                .success());
    }

    @Test
    void tempoDisregardedIsAWrongDwell() throws IOException {
        Experiment ring = experiment(
                RANDOM.formatted(3) + "interaction: exponential\nlowering: spiking\ntiming: {steps-per-pattern: 2}\n");
        for (double gain : new double[] {0.5, 2}) {
            RunOptions slowed = telling(new RunControl.Tempo(40, gain));

            RunResult right = run(ring, slowed);
            RunResult wrong = disobeying(ring, slowed, Disobedience.TEMPO_IS_ONE);

            assertTrue(right.success(), right::summaryLine);
            assertInstanceOf(Mistake.WrongDwell.class, wrong.recall().mistakes().getFirst());
            assertFalse(wrong.success());
        }
    }

    @Test
    void pauseDisregardedIsAWrongDwell() throws IOException {
        Experiment chain = experiment(RANDOM.formatted(3)
                + "interaction: exponential\nlowering: spiking\nsequence: chain\ntiming: {steps-per-pattern: 2}\n");
        RunOptions paused = telling(new RunControl.Tempo(30, 0), new RunControl.Tempo(300, 1));

        assertTrue(run(chain, paused).success());
        assertFalse(disobeying(chain, paused, Disobedience.TEMPO_IS_ONE).success());
    }

    @Test
    void gateThatLeavesNobodyToAnswerEndsTheRecallAndSaysSo() throws IOException {
        Experiment coincidence =
                experiment(RANDOM.formatted(4) + "interaction: {threshold: {matches: 0.9}}\nlowering: spiking\n");

        RunResult result = run(coincidence, telling(new RunControl.Gate(9, Ints.of(12, 13))));

        assertTrue(result.success(), result::summaryLine);
        assertEquals(
                List.of("the gate at tick 9 leaves nobody to answer, so the recall ends there"),
                result.notes().stream()
                        .filter(note -> note.startsWith("the gate"))
                        .toList());
    }

    @Test
    void networkThatFallsSilentBeforeTheNextCueHasEndedEarly() throws IOException {
        Experiment ring =
                experiment(RANDOM.formatted(5) + "interaction: {threshold: {matches: 0.9}}\nlowering: spiking\n");

        RunResult result = run(
                ring,
                OPTIONS.withCue(0, 0.1)
                        .telling(new RunControls(
                                List.of(new RunControl.Cue(3_000, 2, 0), new RunControl.Gate(40, Ints.range(16))),
                                List.of())));
        RunResult silenced = disobeying(
                ring,
                telling(new RunControl.Gate(40, Ints.range(16)), new RunControl.Cue(3_000, 2, 0)),
                Disobedience.GATES_ARE_CUES_ELSEWHERE);

        assertTrue(result.success(), result::summaryLine);
        assertFalse(silenced.success(), silenced::summaryLine);
    }

    /** Random controls at random ticks are obeyed, whatever the phase of the recall. */
    @Test
    void randomControlsGiveWhatTheReferenceGives() throws IOException {
        String[] memories = {
            "interaction: exponential\n",
            "interaction: exponential\ntiming: {steps-per-pattern: 3}\n",
            "interaction: exponential\nsequence: chain\ntiming: {dwell: [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]}\n",
            "interaction: {threshold: {matches: 0.8}}\nsequence: [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 6], [10, 11, 12]]\n"
        };
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String form = random.nextBoolean() ? "{spiking: {form: lateral}}" : "spiking";
            Experiment experiment =
                    experiment(RANDOM.formatted(seed) + memories[seed % memories.length] + "lowering: " + form);
            RunControls controls = controls(random);
            String what = "seed " + seed + ": " + controls;

            RunResult result = run(
                    experiment,
                    OPTIONS.withCue(random.nextInt(16), 0).withSeed(seed).telling(controls));

            assertTrue(
                    result.success(),
                    () -> what + ": " + result.summaryLine() + " "
                            + result.recall().mistakes());
            int starts = (int) controls.events().stream()
                    .filter(event -> !(event instanceof RunControl.Tempo))
                    .count();
            assertTrue(result.controls().orElseThrow().segments().size() <= starts + 1, what);
        }
    }

    private static RunControls controls(SplittableRandom random) {
        List<RunControl> events = new ArrayList<>();
        long tick = 0;
        int count = 1 + random.nextInt(5);
        for (int k = 0; k < count; k++) {
            tick += 5 + random.nextInt(60);
            events.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new RunControl.Cue(tick, random.nextInt(16), random.nextInt(3) * 0.05);
                        case 1 -> new RunControl.Gate(tick, units(random));
                        default -> new RunControl.Tempo(tick, new double[] {0, 0.5, 1, 1}[random.nextInt(4)]);
                    });
        }
        events.add(new RunControl.Tempo(tick + 7, 1));
        if (random.nextBoolean()) {
            events.addFirst(new RunControl.Gate(0, units(random)));
        }
        return new RunControls(events, List.of());
    }

    private static Ints units(SplittableRandom random) {
        int[] open = IntStream.range(0, 16).filter(_ -> random.nextInt(3) > 0).toArray();
        return open.length == 0 ? Ints.of(3) : Ints.of(open);
    }

    @Test
    void recordedRunReplaysToTheSameBytes() throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(100 + seed);
            Experiment experiment = experiment(RANDOM.formatted(seed)
                    + "interaction: exponential\ntiming: {steps-per-pattern: 2}\nlowering: spiking\n");
            Path recorded = folder.resolve("recorded-" + seed);
            Path replayed = folder.resolve("replayed-" + seed);
            RunOptions options =
                    OPTIONS.withSeed(seed).telling(controls(random)).recordingTo(recorded);
            run(experiment, options);

            try (Session session = Session.open(
                    ExperimentRun.lower(experiment, options),
                    Backends.named("simulator"),
                    SessionOptions.seeded(seed).recordingTo(replayed))) {
                session.replay(Recording.open(recorded));
            }

            try (Stream<Path> files = Files.walk(recorded)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path other = replayed.resolve(recorded.relativize(file));
                    assertEquals(-1, Files.mismatch(file, other), "seed " + seed + ": " + file.getFileName());
                }
            }
        }
    }

    @Test
    void segmentsSayWhatStartedThem() throws IOException {
        Experiment ring = experiment(RANDOM.formatted(6) + "interaction: exponential\nlowering: spiking\n");

        RunResult result = run(
                ring,
                telling(
                        new RunControl.Cue(60, 4, 0.1),
                        new RunControl.Gate(30, Ints.range(12)),
                        new RunControl.Gate(60, Ints.range(16))));

        List<Segment> segments = result.controls().orElseThrow().segments();
        assertEquals(
                List.of(Segment.Start.CUE, Segment.Start.GATE, Segment.Start.CUE),
                segments.stream().map(Segment::start).toList());
        assertEquals(List.of(0L, 30L, 60L), segments.stream().map(Segment::tick).toList());
        assertEquals(17, segments.getLast().inOrder(), "the cue and once around");
        assertTrue(result.success(), result::summaryLine);
    }
}
