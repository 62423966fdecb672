package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands write as JSON follows the schemas that {@code mneme schema} prints. */
final class ResultSchemasTest {
    private static final Schema STUDY = schema("study");
    private static final Schema CAPACITY = schema("capacity");

    @TempDir
    private Path folder;

    private static Schema schema(String format) {
        return SchemaTest.schema(Outcome.of("schema", format).succeeded().out());
    }

    private static List<Error> violations(Schema schema, JsonNode json) {
        return schema.validate(json.toString(), InputFormat.JSON);
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private JsonNode robustness(String curve) throws IOException {
        Path json = folder.resolve(curve + ".json");
        Outcome.of("robustness", Checkout.small(folder), "--curve", curve, "--seeds", "1..3", "--json", json)
                .succeeded();
        return read(json);
    }

    private static JsonNode capacity(String options) {
        Object[] words = Stream.concat(Stream.of("capacity"), Stream.of(options.split(" ")))
                .toArray();
        return Outcome.of(words).succeeded().json();
    }

    @Test
    void memoryIsDescribedWhereNoFormatIsNamed() {
        assertEquals(Outcome.of("schema", "memory").out(), Outcome.of("schema").out());
    }

    @Test
    void runsFollowTheirs() {
        Schema run = schema("run");
        Path file = Checkout.small(folder);

        for (List<String> options : List.of(
                List.<String>of(),
                List.of("--cue-noise", "0.5"),
                List.of("--backend", "reference"),
                List.of("--set", "patterns.images.count=12"),
                List.of("--set", "timing={steps-per-pattern: 2}"))) {
            Object[] words = Stream.concat(Stream.of(file), options.stream()).toArray();
            assertEquals(List.of(), violations(run, Outcome.json(words)));
        }
    }

    static Stream<Path> figures() {
        return Checkout.files(Checkout.root().resolve("docs/paper")).stream()
                .filter(file -> file.toString().endsWith(".json"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void figureFollowsTheSchemaOfStudies(Path file) throws IOException {
        assertEquals(List.of(), violations(STUDY, read(file)));
    }

    @Test
    void robustnessFollowsTheSchemaOfStudies() throws IOException {
        for (String curve : List.of("basin", "load", "noise")) {
            assertEquals(List.of(), violations(STUDY, robustness(curve)), curve);
        }
    }

    @Test
    void capacitiesFollowTheirs() {
        for (String options : List.of(
                "--features 10,12 --degree 1..2 --measure both --trials 3 --json -",
                "--features 10 --exponential --method descent --trials 1 --json -",
                "--features 10 --threshold 0.8 --bias 0.5 --trials 2 --json -")) {
            assertEquals(List.of(), violations(CAPACITY, capacity(options)), options);
        }
    }

    static Stream<Arguments> brokenStudies() {
        return Stream.of(
                broken("another version", study -> study.put("version", 2)),
                broken("another format", study -> study.put("schema", "mneme.run")),
                broken("one key too many", study -> study.put("extra", 1)),
                broken("no remarks", study -> study.remove("remarks")),
                broken("a setting that is no text", study -> ((ObjectNode) study.get("settings")).put("seed", 1)),
                broken("an id with a space", study -> study.put("id", "basin of attraction")),
                broken("an unknown mark", study -> series(study).put("mark", "stars")),
                broken("a number as text", study -> point(study).put("y", "1")),
                broken("a point without an interval", study -> point(study).remove("low")),
                broken("an axis without a label", study -> ((ObjectNode) study.at("/charts/0/x")).remove("label")),
                broken("a cell that is no text", study -> ((ArrayNode) study.at("/tables/0/rows/0")).set(0, 1)));
    }

    private static Arguments broken(String mistake, Consumer<ObjectNode> breaking) {
        return Arguments.of(mistake, breaking);
    }

    private static ObjectNode series(ObjectNode study) {
        return (ObjectNode) study.at("/charts/0/series/0");
    }

    private static ObjectNode point(ObjectNode study) {
        return (ObjectNode) study.at("/charts/0/series/0/points/0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenStudies")
    void brokenStudyIsRefused(String mistake, Consumer<ObjectNode> breaking) throws IOException {
        ObjectNode study = (ObjectNode) robustness("basin");

        breaking.accept(study);

        assertFalse(violations(STUDY, study).isEmpty(), mistake);
    }

    @Test
    void brokenCapacityIsRefused() {
        ObjectNode capacity = (ObjectNode) capacity("--features 10 --degree 2 --trials 1 --json -");
        ObjectNode point = (ObjectNode) capacity.at("/points/0");

        assertEquals(List.of(), violations(CAPACITY, capacity));
        point.remove("theory");
        assertFalse(violations(CAPACITY, capacity).isEmpty());
        point.remove("ratio");
        assertEquals(List.of(), violations(CAPACITY, capacity));
        point.put("measure", "all");
        assertFalse(violations(CAPACITY, capacity).isEmpty());
    }
}
