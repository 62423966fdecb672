package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.Lowered;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.UnknownBackendException;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.Mistake;

class ExperimentRunTest {
    private static final RunOptions REFERENCE = RunOptions.on(RunOptions.REFERENCE);
    private static final RunOptions TOY = RunOptions.on("toy");

    private static RunResult run(String settings, RunOptions options) {
        return ExperimentRun.run(ExperimentReaderTest.read(settings), options, Progress.NONE);
    }

    private static String small(String rest) {
        return "{patterns: {random: {count: 8, features: 64, seed: 4}}, " + rest + "}";
    }

    private static String overlapFigure(int seed, String interaction) {
        return "{patterns: {random: {count: 100, features: 300, seed: " + seed + "}}, interaction: " + interaction
                + "}";
    }

    private static String timingFigure(int seed, int degree) {
        return "{patterns: {random: {count: 40, features: 100, seed: " + seed
                + "}}, interaction: {polynomial: {degree: " + degree
                + "}}, timing: {'steps-per-pattern': 5, lambda: 2.5}}";
    }

    @Test
    void overlapFigureLinearLosesTheSequenceOver20Seeds() {
        for (int seed = 1; seed <= 20; seed++) {
            RunResult result = run(overlapFigure(seed, "'linear'"), REFERENCE);

            assertFalse(result.success(), "seed " + seed);
            assertTrue(result.recall().inOrder() < 100, "seed " + seed);
            assertInstanceOf(
                    Mistake.WrongPattern.class, result.recall().mistakes().getFirst(), "seed " + seed);
        }
    }

    @Test
    void overlapFigureDegree2RecallsAll100Over20Seeds() {
        for (int seed = 1; seed <= 20; seed++) {
            RunResult result = run(overlapFigure(seed, "{polynomial: {degree: 2}}"), REFERENCE);

            assertTrue(result.success(), "seed " + seed);
            assertEquals("recall: 100/100 patterns in order, 0 bit errors", result.summaryLine(), "seed " + seed);
        }
    }

    @Test
    void timingFigureTellsThreeDegreesApartOver10Seeds() {
        for (int seed = 1; seed <= 10; seed++) {
            RunResult linear = run(timingFigure(seed, 1), REFERENCE);
            RunResult square = run(timingFigure(seed, 2), REFERENCE);
            RunResult tenth = run(timingFigure(seed, 10), REFERENCE);

            assertTrue(linear.recall().orderErrors() > 0, "wrong order, seed " + seed);
            assertEquals(0, square.recall().orderErrors(), "right order, seed " + seed);
            assertEquals(40, square.recall().inOrder(), "right order, seed " + seed);
            assertTrue(square.recall().timingErrors() > 0, "wrong dwell, seed " + seed);
            assertTrue(square.recall().dwell().stream().allMatch(d -> d == 4), "dwell 4, seed " + seed);
            assertTrue(tenth.success(), "all right, seed " + seed);
            assertTrue(tenth.recall().dwell().stream().allMatch(d -> d == 5), "dwell 5, seed " + seed);
            assertEquals(40, tenth.recall().dwell().length());
        }
    }

    @Test
    void referenceHasNoSpikesAndNoGraph() {
        RunResult result = run(small("interaction: {polynomial: {degree: 2}}"), REFERENCE);

        assertEquals("exact", result.f());
        assertEquals(0, result.ticks());
        assertEquals(Counters.NONE, result.counters());
        assertEquals(Optional.empty(), result.graph());
        assertEquals(Optional.empty(), result.raster());
        assertEquals("{run=1, patterns=4}", result.seeds().toString());
    }

    @Test
    void spikingBackendIsScoredFromDecodedSpikes() {
        RunResult result = run(
                small("interaction: {exponential: {kappa: 0.5}}"),
                TOY.withCue(3, 0.1).withSeed(9));

        assertEquals("recall: 8/8 patterns in order, 0 bit errors", result.summaryLine());
        assertEquals("table(24 bits)", result.f());
        assertEquals(6, result.cue().flipped());
        assertEquals(Ints.of(3, 4, 5, 6, 7, 0, 1, 2, 3), result.recall().winners());
        assertEquals(64 + 8 + 64, result.graph().orElseThrow().neurons());
        assertEquals(64 * 8 * 2 + 64, result.graph().orElseThrow().synapses());
        assertTrue(result.counters().spikes() > 9 * 64);
        assertEquals(
                List.of("feature", "hidden"),
                result.raster().orElseThrow().lanes().stream()
                        .map(lane -> lane.name())
                        .toList());
        assertEquals("graded", result.lowering().orElseThrow().name());
    }

    @Test
    void chainOnASpikingBackendIsRecalledToItsEnd() {
        RunResult result = run(small("interaction: {polynomial: {degree: 5}}, sequence: 'chain'"), TOY);

        assertEquals("recall: 8/8 patterns in order, 0 bit errors", result.summaryLine());
        assertEquals(7, result.recall().steps());
        assertTrue(result.success());
    }

    @Test
    void oneCorruptedStoredBitIsSeen() {
        Experiment experiment = ExperimentReaderTest.read(small("interaction: {exponential: {kappa: 0.5}}"));
        Lowered right = ExperimentRun.lower(experiment, TOY);
        List<Projection> projections = right.graph().projections().stream()
                .map(p -> p.name().equals("psi") ? withFlippedBit(p, 5, 11) : p)
                .toList();
        SpikingGraph corrupted = new SpikingGraph(
                "corrupted", right.graph().domain(), 1e-3, right.graph().populations(), projections);
        Lowered lowered = new Lowered(
                right.lowering(),
                right.why(),
                corrupted,
                right.codec(),
                right.tabulation(),
                right.bearableCueNoise(),
                right.notes());

        assertTrue(ExperimentRun.run(experiment, right, TOY, Progress.NONE).success());
        RunResult result = ExperimentRun.run(experiment, lowered, TOY, Progress.NONE);

        assertEquals("recall: 8/8 patterns in order, 1 bit error", result.summaryLine());
        assertEquals(List.of(new Mistake.WrongBits(5, 5, 1)), result.recall().mistakes());
        assertFalse(result.success());
    }

    private static Projection withFlippedBit(Projection p, int row, int column) {
        Weights.SignMatrix m = (Weights.SignMatrix) p.weights();
        BitMatrix plus = BitMatrix.of(
                m.plus().rows(), m.plus().columns(), (r, c) -> m.plus().get(r, c) ^ (r == row && c == column));
        return new Projection(
                p.name(),
                p.source(),
                p.target(),
                p.port(),
                new Weights.SignMatrix(plus, m.mask(), m.orientation(), m.rows(), m.scale(), m.unsigned()),
                p.delay());
    }

    @Test
    void associativeMemoryIsRecalledFromANoisyCue() {
        for (RunOptions options : List.of(REFERENCE, TOY)) {
            RunResult result = run(
                    small("interaction: {polynomial: {degree: 3}}, sequence: 'associative'"), options.withCue(2, 0.15));

            assertEquals("recall: 1/1 patterns in order, 0 bit errors", result.summaryLine());
            assertTrue(result.success());
        }
    }

    @Test
    void cueWith60PercentFlipsIsNotRecalled() {
        assertFalse(run(small("interaction: {exponential: {kappa: 0.1}}"), REFERENCE.withCue(0, 0.6))
                .success());
    }

    @Test
    void severalSequencesAreRecalledFromTheirOwnCues() {
        String two = small("interaction: {polynomial: {degree: 5}}, sequence: [[0, 1, 2], [3, 4, 5, 6, 7]]");

        assertEquals(
                "recall: 3/3 patterns in order, 0 bit errors",
                run(two, REFERENCE).summaryLine());
        assertEquals(
                "recall: 5/5 patterns in order, 0 bit errors",
                run(two, TOY.withCue(3, 0)).summaryLine());
    }

    @Test
    void dwellPerPatternIsKeptByBothBackends() {
        String dwelling = small("interaction: {polynomial: {degree: 12}}, timing: {dwell: [3, 1, 4, 1, 5, 2, 2, 3]}");
        for (RunOptions options : List.of(REFERENCE, TOY)) {
            RunResult result = run(dwelling, options);

            assertEquals(Ints.of(3, 1, 4, 1, 5, 2, 2, 3), result.recall().dwell(), options.backend());
            assertTrue(result.success(), options.backend());
        }
    }

    @Test
    void pseudoinverseRecallsCorrelatedPatternsWhereHebbianFails() {
        String correlated =
                "{patterns: {random: {count: 20, features: 100, seed: 2, bias: 0.6}}, interaction: 'linear'";

        assertFalse(run(correlated + "}", REFERENCE).success());
        RunResult result = run(correlated + ", learning: 'pseudoinverse'}", REFERENCE);
        assertTrue(result.success(), result.summaryLine());
        assertEquals("double", result.f());
    }

    @Test
    void stepsReplaceTheWholeSequenceButDoNotPassItsEnd() {
        String f = "interaction: {polynomial: {degree: 5}}";

        assertEquals(
                "recall: 3/3 patterns in order, 0 bit errors",
                run(small(f), REFERENCE.withSteps(3)).summaryLine());
        assertEquals(
                "recall: 20/20 patterns in order, 0 bit errors",
                run(small(f), REFERENCE.withSteps(20)).summaryLine());
        RunResult chain = run(small(f + ", sequence: 'chain'"), REFERENCE.withSteps(20));
        assertEquals("recall: 8/8 patterns in order, 0 bit errors", chain.summaryLine());
        assertEquals(List.of("the sequence ends after 7 recall steps, so 20 are not done"), chain.notes());
    }

    @Test
    void dwellThatTheoryDoesNotPromiseIsNotedOnce() {
        assertEquals(1, run(timingFigure(1, 2), REFERENCE.withSteps(1)).notes().size());
        assertEquals(List.of(), run(timingFigure(1, 10), REFERENCE.withSteps(1)).notes());
    }

    @Test
    void progressEndsARunAndKeepsWhatIsFinished() {
        AtomicInteger told = new AtomicInteger();
        Progress three = (done, total) -> {
            assertEquals(8, total);
            return told.incrementAndGet() < 3;
        };
        for (RunOptions options : List.of(REFERENCE, TOY)) {
            told.set(0);
            RunResult result = ExperimentRun.run(
                    ExperimentReaderTest.read(small("interaction: {polynomial: {degree: 5}}")), options, three);

            assertTrue(result.interrupted());
            assertFalse(result.success());
            assertEquals(3, result.recall().steps());
            assertEquals("recall: 3/8 patterns in order, 0 bit errors, interrupted after step 3", result.summaryLine());
        }
    }

    @Test
    void interruptedThreadEndsARun() {
        for (RunOptions options : List.of(REFERENCE, TOY)) {
            Thread.currentThread().interrupt();
            RunResult result = run(small("interaction: {polynomial: {degree: 5}}"), options);

            assertTrue(Thread.interrupted());
            assertTrue(result.interrupted());
        }
    }

    @Test
    void excludedSelfCouplingAndAsynchronousUpdatesAreForTheReferenceOnly() {
        String excluded = small("interaction: {polynomial: {degree: 2}}, 'self-coupling': 'excluded'");
        String asynchronous = small(
                "interaction: {polynomial: {degree: 2}}, update: {asynchronous: {seed: 3}}, sequence: 'associative'");

        assertTrue(run(excluded, REFERENCE).success());
        assertTrue(run(asynchronous, REFERENCE).success());
        assertEquals(
                "'self-coupling: excluded' cannot run on backend 'toy', only on the reference recall; use --backend reference, "
                        + "or write 'self-coupling: included'",
                assertThrows(ReferenceOnlyException.class, () -> run(excluded, TOY))
                        .getMessage());
        ReferenceOnlyException error = assertThrows(ReferenceOnlyException.class, () -> run(asynchronous, TOY));
        assertEquals("update: asynchronous", error.setting());
        assertEquals(2, error.exitCode());
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        String cycle = small("interaction: 'linear'");

        assertEquals(
                "cue noise: NaN is not a fraction in 0…1",
                assertThrows(InvalidValueException.class, () -> REFERENCE.withCue(0, Double.NaN))
                        .getMessage());
        assertEquals(
                "cue: -1 is not a pattern index in 0…7",
                assertThrows(InvalidValueException.class, () -> run(cycle, REFERENCE.withCue(-1, 0)))
                        .getMessage());
        assertEquals(
                "steps: 0 is not in 1…10000000",
                assertThrows(InvalidValueException.class, () -> REFERENCE.withSteps(0))
                        .getMessage());
        assertEquals(
                "threads: 0 is not 1 or more",
                assertThrows(InvalidValueException.class, () -> REFERENCE.withThreads(0))
                        .getMessage());
        assertEquals(
                "backend 'refrence' is unknown; did you mean 'reference'?",
                assertThrows(UnknownBackendException.class, () -> run(cycle, RunOptions.on("refrence")))
                        .getMessage());
    }
}
