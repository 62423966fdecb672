package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.runtime.board.Targets;

final class TargetsCommandTest {
    @TempDir
    private Path folder;

    private static String refusal(Object... args) {
        Outcome outcome = Outcome.of(args);
        outcome.refused();
        return outcome.err();
    }

    @Test
    void targetsAreListedWithWhatIsKnownOfThem() {
        List<String> lines = Outcome.of("targets").succeeded().out().lines().toList();

        assertEquals(7, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches("target +arithmetic +cores +neurons +known +unverified +assumed +unknown .*"));
        assertTrue(lines.get(1).matches("emulator +exact +256 +262144 +\\d+ +0 +0 +\\d+  Mneme's emulator.*"));
        assertTrue(lines.get(2).matches("loihi1 +envelope +4096 +4194304 .*"));
        assertTrue(lines.get(3).matches("loihi2 .*\\(incomplete: \\d+ limits unknown\\)"));
        assertTrue(lines.get(6).matches("tinyodin +envelope +1 +256 .*"));
    }

    @Test
    void listAsJsonNamesUnknownLimits() {
        JsonNode targets = Outcome.of("targets", "--json").succeeded().json().get("targets");

        assertEquals(6, targets.size());
        assertEquals("loihi1", targets.get(1).get("name").asText());
        assertEquals(4096, targets.get(1).get("cores").asInt());
        assertTrue(targets.get(1).get("unknownLimits").isEmpty());
        assertFalse(targets.get(2).get("unknownLimits").isEmpty());
    }

    @Test
    void showPrintsEveryValueWithItsSourceAndFlags() {
        String text = Outcome.of("targets", "show", "loihi1").succeeded().out();

        assertTrue(text.startsWith("loihi1: Intel Loihi"), text);
        assertTrue(text.contains("  input-axons-per-core       4096 axons\n"), text);
        assertTrue(text.contains("nengo/nengo-loihi, nengo_loihi/block.py:8-11"), text);
        assertTrue(text.contains("  hop-energy                 4.2E-12 J [unverified]\n"), text);
        assertTrue(text.contains("  chip-columns               8 chips [assumed]\n"), text);
        assertTrue(text.contains("  idle-power                 ? [unknown]\n"), text);
        assertTrue(text.contains("  - A sum of inputs beyond 21 bits and sign"), text);
        for (String line : text.split("\n", -1)) {
            assertTrue(line.length() <= 200, line);
        }
    }

    @Test
    void showAsJsonHoldsUnitStatusAndSource() {
        JsonNode json =
                Outcome.of("targets", "show", "tinyodin", "--json").succeeded().json();

        JsonNode neurons = json.get("figures").get("neurons-per-core");
        assertEquals(256, neurons.get("value").asInt());
        assertEquals("neurons", neurons.get("unit").asText());
        assertEquals("known", neurons.get("status").asText());
        assertFalse(neurons.get("source").asText().isBlank());
        assertFalse(json.get("figures").get("tick").has("value"));
        assertEquals(
                "inf",
                json.get("figures").get("thresholds-per-core").get("value").asText());
        assertEquals(
                "known", json.get("traits").get("linear-leak").get("status").asText());
        assertEquals(-8, json.get("weightFormats").get(0).get("low").asInt());
        assertTrue(json.get("synapseRows").get("crossbar").asBoolean());
        assertEquals(64, json.get("digest").asText().length());
    }

    @Test
    void sizesAndAssumptionsShow() {
        Path file = Checkout.write(folder.resolve("limits.textproto"), """
                figure { quantity: "input-axons-per-core" value: 4096 unit: "axons" source: "as Loihi" }
                """);

        String sized = Outcome.of("targets", "show", "emulator?neurons-per-core=77")
                .succeeded()
                .out();
        String assumed = Outcome.of("targets", "show", "loihi2", "--assume", file)
                .succeeded()
                .out();

        assertTrue(sized.contains("  neurons-per-core           77 neurons\n"), sized);
        assertTrue(assumed.contains("  input-axons-per-core       4096 axons [assumed]\n"), assumed);
    }

    @Test
    void loweringsAreShownAsTheDocsDo() {
        String text = Outcome.of("targets", "--lowerings").succeeded().out();
        JsonNode json =
                Outcome.of("targets", "--lowerings", "--json").succeeded().json();

        assertTrue(text.contains("| tinyodin        | refused         | refused         | refused "), text);
        assertEquals(36, json.get("lowerings").size());
        JsonNode first = json.get("lowerings").get(0);
        assertEquals("emulator", first.get("target").asText());
        assertEquals("graded", first.get("form").asText());
        assertEquals("runs", first.get("outcome").asText());
    }

    @Test
    void schemaOfMemoriesKnowsEveryTarget() {
        String pattern = Outcome.of("schema")
                .succeeded()
                .json()
                .get("properties")
                .get("target")
                .get("pattern")
                .asText();

        for (String name : Targets.names()) {
            assertTrue(name.matches(pattern), name);
            assertTrue((name + "?chips=1").matches(pattern), name);
        }
        assertTrue("./mine.textproto?chips=1".matches(pattern));
        assertFalse("loihi9".matches(pattern));
    }

    @Test
    void mistakesAreSentences() {
        Path wrong = Checkout.write(folder.resolve("wrong.textproto"), "name: \"x\"\ntitel: \"y\"\n");

        assertEquals("mneme: target 'lohi1' is unknown; did you mean 'loihi1'?\n", refusal("targets", "show", "lohi1"));
        assertEquals(
                "mneme: " + wrong + ":2:1: there is no field 'titel'; did you mean 'title'?\n",
                refusal("targets", "show", wrong));
        assertTrue(refusal("targets", "show", folder.resolve("none.textproto")).contains("there is no such file"));
        assertTrue(refusal("targets", "show").contains("TARGET is missing"));
    }

    /** In a memory's file a board is named as on the command line; paths are relative to the file. */
    @ParameterizedTest
    @ValueSource(strings = {"loihi1", "'loihi1?chips=2&neurons-per-core=512'", "emulator", "./board.textproto"})
    void memoryNamesABoardAsItsTarget(String target) {
        Checkout.write(folder.resolve("board.textproto"), boardOfOnesOwn());
        Path memory = Checkout.write(folder.resolve("memory.yaml"), """
                patterns: {random: {count: 4, features: 24, seed: 1}}
                interaction: {threshold: {matches: 0.75}}
                lowering: spiking
                target: %s
                """.formatted(target));

        String text = Outcome.of("compile", memory).succeeded().out();

        assertTrue(text.contains("rails"), text);
    }

    private static String boardOfOnesOwn() {
        List<String> lines = new ArrayList<>(List.of(
                "name: \"mine\"",
                "title: \"A board of my own\"",
                "arithmetic: EXACT",
                "topology: MESH",
                "routing: DESTINATIONS",
                "weight_format { name: \"int8\" low: -128 high: 127 step: 1 highest_exponent: 7 bits: 8 status: KNOWN"
                        + " source: \"mine\" }",
                "synapse_rows { synapses_per_block: 1 word_bits: 1 status: KNOWN source: \"mine\" }"));
        figures(lines, "chips", 1, "chip-columns", 1, "chip-rows", 1);
        figures(lines, "tile-columns", 1, "tile-rows", 1, "cores-per-tile", 4, "cores-per-chip", 4);
        for (String trait : List.of("lif", "potential-decay", "current-decay", "signed-sums", "floor")) {
            lines.add("trait { name: \"" + trait + "\" status: KNOWN source: \"mine\" }");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void figures(List<String> lines, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i].toString();
            String unit = name.startsWith("chip") ? "chips" : name.startsWith("tile") ? "tiles" : "cores";
            lines.add("figure { quantity: \"" + name + "\" value: " + namesAndValues[i + 1] + " unit: \"" + unit
                    + "\" status: KNOWN source: \"mine\" }");
        }
    }

    @Test
    void unknownTargetsInAMemoryAreToldWithTheirPlace() {
        Path memory = Checkout.write(folder.resolve("memory.yaml"), """
                patterns: {random: {count: 4, features: 24, seed: 1}}
                interaction: linear
                target: loihi
                """);
        Path sized = Checkout.write(folder.resolve("sized.yaml"), """
                patterns: {random: {count: 4, features: 24, seed: 1}}
                interaction: linear
                target: 'loihi1?chip=2'
                """);

        assertEquals(
                "mneme: " + memory + ":3:9: target: 'loihi' is unknown; did you mean 'loihi1'?\n",
                refusal("compile", memory));
        String message = refusal("compile", sized);
        assertTrue(
                message.endsWith("target: loihi1?chip=2: there is no quantity 'chip'; did you mean 'chips'?\n"),
                message);
    }
}
