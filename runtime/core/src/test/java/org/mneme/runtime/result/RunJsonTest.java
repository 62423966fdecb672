package org.mneme.runtime.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Ints;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.Progress;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.experiment.Trees;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.Segment;

class RunJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private static RunResult run(RunOptions options) {
        return ExperimentRun.run(
                ExperimentReader.read(
                        Trees.parse("{name: 'golden', patterns: {random: {count: 4, features: 64, seed: 2}}, "
                                + "interaction: {polynomial: {degree: 9}}, timing: {'steps-per-pattern': 2}}"),
                        Path.of(".")),
                options,
                Progress.NONE);
    }

    private static RunResult timeless(RunResult r, Optional<DrawingScore> drawing) {
        return timeless(r, drawing, r.controls());
    }

    private static RunResult timeless(RunResult r, Optional<DrawingScore> drawing, Optional<ControlFigures> controls) {
        return new RunResult(
                r.name(),
                r.backend(),
                r.seeds(),
                r.settings(),
                r.cue(),
                r.f(),
                r.recall(),
                r.interrupted(),
                r.ticks(),
                r.counters(),
                0,
                r.graph(),
                r.lowering(),
                r.raster(),
                r.dwellTimes(),
                drawing,
                r.images(),
                controls,
                r.notes());
    }

    private static RunResult golden() {
        List<PenPoint> points = List.of(new PenPoint(0, 1.5, true), new PenPoint(2, 1.5, false));
        return timeless(
                run(RunOptions.on("toy").withCue(1, 0.1)),
                Optional.of(new DrawingScore(points, points, List.of(points), 0, 0, 0, 0.5, true)));
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RunJson.class.getResourceAsStream(name), name)) {
            return MAPPER.readTree(in);
        }
    }

    @Test
    void jsonEqualsTheGoldenFile() throws IOException {
        Path file = folder.resolve("run.json");
        RunJson.write(golden(), file);

        try (InputStream in = Objects.requireNonNull(RunJsonTest.class.getResourceAsStream("run.golden.json"))) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), Files.readString(file));
        }
    }

    @Test
    void sameSeedGivesTheSameJsonForAnyNumberOfThreads() {
        String one = RunJson.tree(timeless(run(RunOptions.on("toy").withCue(1, 0.1)), Optional.empty()))
                .toString();
        String two = RunJson.tree(
                        timeless(run(RunOptions.on("toy").withCue(1, 0.1).withThreads(2)), Optional.empty()))
                .toString();

        assertEquals(one, two);
    }

    @Test
    void jsonFollowsItsSchema() throws IOException {
        JsonNode schema = resource("run.schema.json");

        assertEquals(List.of(), violations(schema, RunJson.tree(golden()), ""));
        assertEquals(List.of(), violations(schema, RunJson.tree(run(RunOptions.on("reference"))), ""));
        assertEquals(
                List.of(),
                violations(schema, RunJson.tree(run(RunOptions.on("reference").withCue(0, 0.5))), ""));
    }

    @Test
    void controlsFollowTheSchema() throws IOException {
        RunResult recued = run(RunOptions.on("toy")
                .telling(new RunControls(
                        List.of(new RunControl.Cue(40, 2, 0), new RunControl.Cue(20, 1, 0)), List.of())));
        ControlFigures all = new ControlFigures(
                List.of(
                        new ControlFigures.Told.Motif(0, 3, 24, 2),
                        new ControlFigures.Told.Gate(5, Ints.of(1, 2)),
                        new ControlFigures.Told.Tempo(6, 0.5),
                        new ControlFigures.Told.Cue(7, 1, 0.1, 6)),
                List.of(new Segment(Segment.Start.MOTIF, 0, 3, 24, -1, 0, 8, 0)),
                Ints.of(3));
        JsonNode tree = RunJson.tree(timeless(recued, Optional.empty(), Optional.of(all)));

        assertEquals(List.of(), violations(resource("run.schema.json"), RunJson.tree(recued), ""));
        assertEquals(List.of(), violations(resource("run.schema.json"), tree, ""));
        assertEquals("motif", tree.at("/segments/0/start").asText());
        assertEquals("[1,2]", tree.at("/controls/1/open").toString());
        assertEquals(
                List.of(0L, 20L, 40L),
                recued.controls().orElseThrow().segments().stream()
                        .map(Segment::tick)
                        .toList());
        assertTrue(recued.success(), recued::summaryLine);
        assertTrue(recued.summaryLine().endsWith("(3 segments)"), recued::summaryLine);
    }

    @Test
    void schemaRefusesWhatItShould() throws IOException {
        JsonNode schema = resource("run.schema.json");
        ObjectNode wrong = RunJson.tree(golden());
        wrong.put("version", 2).put("extra", 1).put("ticks", -1).remove("f");
        ((ObjectNode) wrong.get("recall")).put("success", "yes");

        assertEquals(
                List.of("/f is missing", "/version", "/recall/success", "/ticks", "/extra is unknown"),
                violations(schema, wrong, ""));
    }

    /** The few words of JSON Schema that the schema uses. */
    private static List<String> violations(JsonNode schema, JsonNode value, String at) {
        List<String> found = new ArrayList<>();
        String type = schema.path("type").asText("");
        boolean right = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" ->
                value.isTextual()
                        && value.asText().matches(schema.path("pattern").asText(".*"));
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> true;
        };
        boolean inRange = value.asDouble() >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                && value.asDouble() <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        boolean isConst = !schema.has("const") || schema.get("const").equals(value);
        boolean isListed = !schema.has("enum") || Stream.of(schema.get("enum")).anyMatch(e -> contains(e, value));
        if (!right || value.isNumber() && !inRange || !isConst || !isListed) {
            found.add(at);
        }
        schema.path("required").forEach(key -> {
            if (!value.has(key.asText())) {
                found.add(at + "/" + key.asText() + " is missing");
            }
        });
        value.properties().forEach(e -> {
            JsonNode inner = schema.path("properties").path(e.getKey());
            if (inner.isMissingNode() && schema.path("additionalProperties").isBoolean()) {
                found.add(at + "/" + e.getKey() + " is unknown");
            } else if (!inner.isMissingNode()) {
                found.addAll(violations(inner, e.getValue(), at + "/" + e.getKey()));
            }
        });
        for (int k = 0; value.isArray() && k < value.size(); k++) {
            JsonNode item =
                    schema.has("prefixItems") ? schema.get("prefixItems").get(k) : schema.path("items");
            found.addAll(violations(item, value.get(k), at + "/" + k));
        }
        return found;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode candidate : values) {
            if (candidate.equals(value)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void fileThatCannotBeWrittenGetsOneSentenceAndLeavesNothing() throws IOException {
        Path missing = folder.resolve("nowhere/run.json");

        ResultFileException error = assertThrows(ResultFileException.class, () -> RunJson.write(golden(), missing));

        assertEquals(
                missing
                        + ": cannot be written (No such file or directory); name a file in a folder that can be written",
                error.getMessage());
        assertEquals(missing, error.file());
        Path directory = Files.createDirectory(folder.resolve("taken"));
        assertThrows(
                ResultFileException.class,
                () -> RunJson.write(golden(), directory.resolve("..").normalize()));
        assertTrue(Files.isDirectory(directory));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(directory), left.toList());
        }
        assertFalse(Files.exists(missing));
    }
}
