package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.BitMatrix;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.Lowered;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.Progress;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.result.RunResult;

/** The demonstration: a drawing stored, lowered, recalled by the event-driven engine from a noisy cue, and drawn. */
final class HandwritingTest {
    private static final Path FOLDER = Checkout.root().resolve("examples/handwriting");
    private static final double LARGEST_ERROR_MM = 1;

    @ParameterizedTest
    @ValueSource(strings = {"hello", "mneme", "loops"})
    void cueWithAFifthOfItsBitsFlippedIsDrawnRight(String name) {
        JsonNode json = Outcome.json(FOLDER.resolve(name + ".yaml"), "--cue-noise", "0.2");

        assertDrawn(json);
        assertEquals("table(24 bits)", json.required("f").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "mneme", "loops"})
    void linearInteractionDrawsAWrongPath(String name) {
        Outcome outcome =
                Outcome.of("run", FOLDER.resolve(name + ".yaml"), "--cue-noise", "0.2", "--set", "interaction=linear");

        assertEquals(1, outcome.code(), outcome::toString);
        assertTrue(outcome.out().contains("(not within 1.00 mm)"), outcome::out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "mneme", "loops"})
    void cueWithMostOfItsBitsFlippedFails(String name) {
        assertEquals(
                1,
                Outcome.of("run", FOLDER.resolve(name + ".yaml"), "--cue-noise", "0.6")
                        .code());
    }

    /** Strokes that no one has tuned for: random waves, two of them with a pen lift between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawingMadeJustNowIsDrawnRight(long seed, @TempDir Path folder) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 150 70'>");
        for (int stroke = 0; stroke < 2; stroke++) {
            svg.append("<path fill='none' stroke='black' d='M5 ").append(15 + 40 * stroke);
            for (int k = 1; k <= 6; k++) {
                int y = 10 + 40 * stroke + random.nextInt(15);
                svg.append(" S")
                        .append(24 * k - 10)
                        .append(' ')
                        .append(y + random.nextInt(9) - 4)
                        .append(' ');
                svg.append(24 * k).append(' ').append(y);
            }
            svg.append("'/>");
        }
        Checkout.write(folder.resolve("waves.svg"), svg.append("</svg>").toString());
        Path file = Checkout.write(folder.resolve("waves.yaml"), """
                patterns: {motor: {svg: waves.svg, points: 60}}
                sequence: chain
                interaction: {exponential: {kappa: 0.04}}
                """);

        assertDrawn(Outcome.json(file, "--cue-noise", "0.2"));
    }

    @Test
    void oneCorruptedStoredBitIsSeenAndReported() {
        Experiment experiment = ExperimentReader.read(YamlSettings.read(FOLDER.resolve("hello.yaml")), FOLDER);
        RunOptions options = RunOptions.on("simulator").withCue(0, 0.2);
        Lowered right = ExperimentRun.lower(experiment, options);
        SpikingGraph graph = right.graph();
        List<Projection> projections = graph.projections().stream()
                .map(p -> p.name().equals("psi") ? corrupted(p) : p)
                .toList();
        Lowered wrong = new Lowered(
                right.lowering(),
                right.why(),
                new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), graph.populations(), projections),
                right.codec(),
                right.tabulation(),
                right.bearableCueNoise(),
                right.notes());

        assertTrue(ExperimentRun.run(experiment, right, options, Progress.NONE).success());
        RunResult result = ExperimentRun.run(experiment, wrong, options, Progress.NONE);

        assertFalse(result.success());
        assertEquals("recall: 57/57 patterns in order, 1 bit error", result.summaryLine());
        assertEquals(
                "pattern 30 has 1 wrong bit at step 30",
                result.recall().mistakes().getFirst().sentence());
    }

    /** The same projection with bit 100 of stored pattern 30 turned over. */
    private static Projection corrupted(Projection p) {
        Weights.SignMatrix m = (Weights.SignMatrix) p.weights();
        BitMatrix plus = BitMatrix.of(
                m.plus().rows(), m.plus().columns(), (r, c) -> m.plus().get(r, c) ^ (r == 30 && c == 100));
        return new Projection(
                p.name(),
                p.source(),
                p.target(),
                p.port(),
                new Weights.SignMatrix(plus, m.mask(), m.orientation(), m.rows(), m.scale(), m.unsigned()),
                p.delay());
    }

    private static void assertDrawn(JsonNode json) {
        JsonNode recall = json.required("recall");
        assertEquals(
                recall.required("expected").asInt(), recall.required("inOrder").asInt());
        assertEquals(0, recall.required("bitErrors").asInt());
        assertTrue(json.required("spikes").asLong() > 10_000, "hardly any spikes");
        JsonNode drawing = json.required("drawing");
        assertTrue(drawing.required("withinTolerance").asBoolean(), drawing::toString);
        assertTrue(drawing.required("maxErrorMm").asDouble() < LARGEST_ERROR_MM, drawing::toString);
    }
}
