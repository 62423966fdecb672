package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema of memories agrees with what the command reads. */
final class SchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TEXT = Outcome.of("schema").succeeded().out();
    private static final Schema SCHEMA = schema(TEXT);
    private static final String REST = "\ninteraction: linear\n";

    @TempDir
    private Path folder;

    static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static List<Error> violations(String yaml) throws JsonProcessingException {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(MAPPER.writeValueAsString(read), InputFormat.JSON);
    }

    static Stream<Path> examples() {
        return Stream.of("memories", "handwriting", "images", "music", "gait")
                .flatMap(name -> Checkout.files(Checkout.root().resolve("examples/" + name)).stream())
                .filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleFollowsTheSchema(Path file) throws IOException {
        assertEquals(List.of(), violations(Files.readString(file)));
    }

    static Stream<BadMemory> structural() {
        return BadMemory.all().filter(BadMemory::structural);
    }

    @ParameterizedTest
    @MethodSource("structural")
    void schemaRefusesWhatTheCommandRefuses(BadMemory bad) throws IOException {
        assertFalse(violations(bad.yaml()).isEmpty(), bad::yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patterns: {rows: ['+-+-', '++--']}\ninteraction: {threshold: {matches: 0.75}}",
                "patterns: {random: {count: 3, features: 40, seed: -1, bias: -0.5}}\ninteraction: {exponential: {}}",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: softmax\nsequence: associative\ntick: 0.5 us",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: {linear: {}}\nsequence: [[0, 1], [2, 2]]",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: linear\nprecision: {payload-bits: 12, state-bits: 24}",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: linear\ntiming: one-step\nlowering: real",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: linear\nupdate: {asynchronous: {seed: 4}}",
                "patterns: {images: {}}\ninteraction: exponential",
                "patterns: {images: {cycle: [3, 1], count: 5, threshold: 99, seed: 2}}\ninteraction: exponential",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: linear\ntarget: binary\n"
                        + "lowering: {spiking: {form: lateral, latencies: {volley: 2, answer: 1, reset: 2, stop: 1}}}",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: exponential\ntarget: 'loihi1?chips=2'\n",
                "patterns: {random: {count: 3, features: 40}}\ninteraction: linear\n"
                        + "lowering: {stochastic: {feature-time: 20 ms, hidden-time: 5 ms, step-time: 0.2 s}}",
                "patterns: {random: {count: 6, features: 40}}\ninteraction: linear\n"
                        + "sequence: {motifs: {count: 2, length: 3}}\ncontrols: []",
                "patterns: {random: {count: 2, features: 40}}\ntiming: {dwell: [2, 3], lambda: 3}\n"
                        + "interaction: {symmetric: linear, asymmetric: {polynomial: {degree: 3}}}",
            })
    void schemaAcceptsWhatTheCommandAccepts(String yaml) throws IOException {
        Path file = Checkout.write(folder.resolve("good.yaml"), yaml);

        Outcome outcome = Outcome.of("run", file, "--backend", "reference", "--steps", 1);

        assertTrue(outcome.code() <= 1, outcome::toString);
        assertEquals(List.of(), violations(yaml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{at: 0, gate: [0-3, 5]}, {at: 0.1 s, tempo: 0.5}, {at: 300, cue: 2, noise: 0.1}]",
                "[{at: 400, gate: all}, {at: 200, gate: 0-2}, {at: 90, cue: 5}]",
                "[{play: [1, 0, 1]}, {at: 20, tempo: 0}, {at: 80, tempo: 1}]"
            })
    void schemaAcceptsControlsThatTheCommandAccepts(String controls) throws IOException {
        String yaml = "patterns: {random: {count: 6, features: 60}}\ninteraction: exponential\nlowering: spiking\n"
                + "sequence: [[0, 1, 2], [3, 4, 5]]\ncontrols: " + controls;
        Path file = Checkout.write(folder.resolve("controls.yaml"), yaml);

        Outcome outcome = Outcome.of("run", file);

        assertTrue(outcome.code() <= 1, outcome::toString);
        assertEquals(List.of(), violations(yaml));
    }

    /** A mapping with one key too many, and the place of this mapping's keys in the schema. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zebra: 1 | /properties",
                "patterns: {zebra: 1} | /properties/patterns/properties",
                "patterns: {random: {zebra: 1}} | /properties/patterns/properties/random/properties",
                "patterns: {csv: {zebra: 1}} | /properties/patterns/properties/csv/oneOf/1/properties",
                "patterns: {npy: {zebra: 1}} | /properties/patterns/properties/npy/oneOf/1/properties",
                "patterns: {png: {zebra: 1}} | /properties/patterns/properties/png/oneOf/1/properties",
                "patterns: {images: {zebra: 1}} | /properties/patterns/properties/images/oneOf/1/properties",
                "patterns: {idx: {zebra: 1}} | /properties/patterns/properties/idx/oneOf/1/properties",
                "patterns: {motor: {zebra: 1}} | /properties/patterns/properties/motor/oneOf/1/properties",
                "patterns: {rows: ['+']}#interaction: {zebra: 1} | /$defs/interaction/oneOf/1/properties",
                "patterns: {rows: ['+']}#interaction: {polynomial: {zebra: 1}} | "
                        + "/$defs/interaction/oneOf/1/properties/polynomial/properties",
                "patterns: {rows: ['+']}#interaction: {threshold: {zebra: 1}} | "
                        + "/$defs/interaction/oneOf/1/properties/threshold/properties",
                "patterns: {rows: ['+']}#interaction: {softmax: {zebra: 1}} | /$defs/kappa/properties",
                "patterns: {rows: ['+']}#interaction: {asymmetric: linear, zebra: 1} | "
                        + "/properties/interaction/oneOf/1/properties",
                "patterns: {rows: ['+']}#precision: {zebra: 1} | /properties/precision/properties",
                "patterns: {rows: ['+']}#update: {zebra: 1} | /properties/update/oneOf/1/properties",
                "patterns: {rows: ['+']}#update: {asynchronous: {zebra: 1}} | "
                        + "/properties/update/oneOf/1/properties/asynchronous/properties",
                "patterns: {rows: ['+']}#lowering: {zebra: 1} | /properties/lowering/oneOf/1/properties",
                "patterns: {rows: ['+']}#lowering: {spiking: {zebra: 1}} | "
                        + "/properties/lowering/oneOf/1/properties/spiking/properties",
                "patterns: {rows: ['+']}#lowering: {spiking: {latencies: {zebra: 1}}} | "
                        + "/properties/lowering/oneOf/1/properties/spiking/properties/latencies/properties",
                "patterns: {rows: ['+']}#lowering: {stochastic: {zebra: 1}} | "
                        + "/properties/lowering/oneOf/1/properties/stochastic/properties",
                "patterns: {rows: ['+']}#sequence: {motifs: {zebra: 1}} | "
                        + "/properties/sequence/oneOf/2/properties/motifs/properties",
                "patterns: {rows: ['+']}#controls: [{zebra: 1}] | /properties/controls/items/oneOf/0/properties "
                        + "/properties/controls/items/oneOf/1/properties /properties/controls/items/oneOf/2/properties "
                        + "/properties/controls/items/oneOf/3/properties",
                "patterns: {rows: ['+']}#timing: {zebra: 1} | /properties/timing/oneOf/1/properties "
                        + "/properties/timing/oneOf/2/properties",
            })
    void schemaHasTheKeysThatTheCommandReads(String yaml, String places) throws IOException {
        String rest = yaml.contains("interaction:") ? "" : REST;
        Path file = Checkout.write(folder.resolve("keys.yaml"), yaml.replace('#', '\n') + rest);
        String sentence = Outcome.of("run", file).err();
        String marker = "unknown key; known are ";
        assertTrue(sentence.contains(marker), sentence);
        Set<String> read = new TreeSet<>(Arrays.asList(sentence.substring(sentence.indexOf(marker) + marker.length())
                .strip()
                .split(", ")));

        Set<String> described = new TreeSet<>();
        for (String place : places.split(" ")) {
            JsonNode keys = MAPPER.readTree(TEXT).at(place);
            assertTrue(keys.isObject(), place);
            keys.fieldNames().forEachRemaining(described::add);
        }

        assertEquals(read, described);
    }
}
