package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mneme compile --target}. */
final class BoardCommandTest {
    private static final Schema SCHEMA =
            SchemaTest.schema(Outcome.of("schema", "mapping").succeeded().out());

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeMemory() {
        file = Checkout.write(folder.resolve("small.yaml"), """
                name: small
                patterns: {random: {count: 6, features: 64, seed: 1}}
                interaction: {exponential: {kappa: 1}}
                """);
    }

    private static void follows(JsonNode json) {
        assertEquals(List.of(), SCHEMA.validate(json.toString(), InputFormat.JSON));
    }

    @Test
    void summaryTellsWhatIsUsed() {
        Outcome compiled = Outcome.of("compile", file, "--target", "loihi1").succeeded();

        assertTrue(compiled.out().startsWith("lowering spiking: "), compiled::out);
        assertTrue(compiled.out().contains(" ticks a recall step; bears "), compiled::out);
        assertTrue(
                compiled.out()
                        .contains("2 of 4096 cores on 1 of 32 chips of loihi1; shape of loihi1, arithmetic of Mneme"),
                compiled::out);
        assertTrue(
                compiled.out()
                        .lines()
                        .anyMatch(line -> line.matches(" {2}neurons-per-core +130 of 1024 +13 % {2}chip 0 core 0")),
                compiled::out);
        assertTrue(compiled.out().contains(" (unverified)"), compiled::out);
        assertTrue(compiled.out().contains("host-events") && compiled.out().contains("board (limit unknown)"));
        assertFalse(compiled.out().contains("pass 1, lower"), compiled::out);
        assertEquals("", compiled.err());
    }

    @Test
    void explainShowsThePassesOfTheBoard() {
        Outcome compiled =
                Outcome.of("compile", file, "--target", "loihi1", "--explain").succeeded();

        assertTrue(compiled.out().contains("passed over graded: "), compiled::out);
        assertTrue(compiled.out().contains("pass 1, lower"), compiled::out);
    }

    @Test
    void programReportAndJsonAreWritten() throws IOException {
        Path program = folder.resolve("small.mneme");
        Path report = folder.resolve("map.html");
        Path json = folder.resolve("map.json");

        Outcome compiled = Outcome.of(
                        "compile", file, "--target", "loihi1", "-o", program, "--report", report, "--json", json)
                .succeeded();

        assertEquals("written to " + program, compiled.lastLine());
        assertEquals((byte) 0x8A, Files.readAllBytes(program)[0]);
        String page = Files.readString(report);
        assertTrue(page.contains("Fits loihi1: 2 of 4096 cores on 1 of 32 chips of loihi1."));
        assertTrue(page.contains("<th scope=\"row\">compiled for</th><td>loihi1</td>"));
        follows(Outcome.of("compile", file, "--target", "loihi1", "--json", "-")
                .succeeded()
                .json());
        assertEquals(
                Outcome.of("compile", file, "--target", "loihi1", "--json", "-").out(), Files.readString(json));
    }

    @Test
    void withAnotherNameTheGraphOfTheBoardIsWritten() {
        Path graph = folder.resolve("small.graph");
        Outcome.of("compile", file, "--target", "loihi1", "-o", graph).succeeded();

        Outcome inspected = Outcome.of("inspect", graph).succeeded();

        assertTrue(inspected.out().contains("rails"), inspected::out);
    }

    @ParameterizedTest
    @CsvSource({"loihi1", "emulator", "emulator?neurons-per-core=20", "emulator?neurons-per-core=0"})
    void jsonFollowsItsSchema(String target) {
        Outcome outcome = Outcome.of("compile", file, "--target", target, "--json", "-");

        follows(outcome.json());
        assertEquals(outcome.code() == 0, outcome.json().get("fits").booleanValue());
        assertFalse(outcome.err().isEmpty());
    }

    @Test
    void brokenMappingsAreRefusedByTheSchema() {
        for (String text : new String[] {
            "{\"schema\":\"mneme.mapping\",\"version\":1,\"name\":\"a\",\"fits\":true}",
            "{\"schema\":\"mneme.mapping\",\"version\":2,\"name\":\"a\",\"fits\":false}",
            "{\"schema\":\"mneme.run\"}"
        }) {
            assertFalse(SCHEMA.validate(text, InputFormat.JSON).isEmpty(), text);
        }
        String good = Outcome.of("compile", file, "--target", "emulator", "--json", "-")
                .succeeded()
                .out();
        assertFalse(SCHEMA.validate(good.replace("\"seed\"", "\"sead\""), InputFormat.JSON)
                .isEmpty());
        assertFalse(SCHEMA.validate(good.replace("\"scope\" : \"core\"", "\"scope\" : \"house\""), InputFormat.JSON)
                .isEmpty());
    }

    @Test
    void limitsOfTheJsonAreKept() {
        JsonNode json = Outcome.of("compile", file, "--target", "emulator?neurons-per-core=20", "--json", "-")
                .succeeded()
                .json();

        assertTrue(StreamSupport.stream(json.get("limits").spliterator(), false)
                .allMatch(l -> l.get("limit").isNull()
                        || l.get("used").doubleValue() <= l.get("limit").doubleValue()));
        int neurons = 0;
        for (JsonNode core : json.get("placement")) {
            assertTrue(core.at("/used/neurons-per-core").intValue() <= 20, core::toString);
            for (JsonNode slice : core.get("slices")) {
                neurons += slice.get("to").intValue() - slice.get("from").intValue();
            }
        }
        assertEquals(64 + 6, neurons);
        assertTrue(json.get("links").size() > 1, json::toString);
        assertTrue(json.at("/perTick/spikes").doubleValue() > 1, json::toString);
    }

    @Test
    void everythingThatDoesNotFitIsListedAtOnceAndNoFileIsLeft() {
        Outcome outcome = Outcome.of(
                "compile",
                file,
                "--set",
                "lowering=spiking",
                "--target",
                "emulator?neurons-per-core=40&input-axons-per-core=3",
                "-o",
                folder.resolve("small.mneme"),
                "--report",
                folder.resolve("map.html"));

        assertEquals(1, outcome.code(), outcome::toString);
        assertEquals(List.of(file), Checkout.files(folder));
        List<String> lines = outcome.out().lines().toList();
        assertEquals("small does not fit emulator: 2 limits are exceeded", lines.getFirst());
        assertEquals(3, lines.size(), outcome::out);
        assertTrue(lines.get(1).contains("population hidden: hears 4 axons"), outcome::out);
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(line.matches(" {2}(NEVER FITS|BOARD FULL) {2}.+: .+; .+"), line);
        }
    }

    @Test
    void aFullBoardIsToldApartFromWhatNeverFits() {
        String sizes = "emulator?neurons-per-core=20&cores-per-chip=2";

        Outcome full = Outcome.of("compile", file, "--target", sizes);
        Outcome json = Outcome.of("compile", file, "--target", sizes, "--json", "-");

        assertEquals(1, full.code());
        assertTrue(full.out().contains("  BOARD FULL  "), full::out);
        assertTrue(full.out().contains("exceed the 2 of cores-per-chip; "), full::out);
        assertFalse(full.out().contains("NEVER FITS"), full::out);
        assertEquals(1, json.code());
        assertEquals("board-full", json.json().at("/violations/0/scope").textValue());
        assertEquals(2, json.json().at("/violations/0/limit").intValue());
        follows(json.json());
        Outcome never = Outcome.of("compile", file, "--target", "emulator?neurons-per-core=0");
        assertTrue(never.out().contains("  NEVER FITS  "), never::out);
        assertFalse(never.out().contains("BOARD FULL"), never::out);
    }

    @Test
    void sameInputAndSeedGiveTheSameBytesAnywhere() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[][] here = compiled("here", 7);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            byte[][] there = compiled("there", 7);
            for (int k = 0; k < here.length; k++) {
                assertArrayEquals(here[k], there[k], "file " + k);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertFalse(Arrays.equals(here[2], compiled("other", 8)[2]));
    }

    private byte[][] compiled(String name, long seed) throws IOException {
        Path out = Files.createDirectory(folder.resolve(name));
        Outcome.of(
                        "compile",
                        file,
                        "--target",
                        "emulator?neurons-per-core=5",
                        "--seed",
                        seed,
                        "-o",
                        out.resolve("a.mneme"),
                        "--report",
                        out.resolve("a.html"),
                        "--json",
                        out.resolve("a.json"))
                .succeeded();
        return new byte[][] {
            Files.readAllBytes(out.resolve("a.mneme")),
            Files.readAllBytes(out.resolve("a.html")),
            Files.readAllBytes(out.resolve("a.json"))
        };
    }

    /** Loihi 2 has 8 bits a weight, the pseudoinverse 16. */
    @Test
    void roundedWeightsAndTheirRecallAreTold() throws IOException {
        Path memory = Checkout.write(folder.resolve("real.yaml"), """
                name: real
                patterns: {random: {count: 12, features: 40, seed: 9, bias: 0.6}}
                sequence: cycle
                interaction: {polynomial: {degree: 2}}
                learning: pseudoinverse
                """);
        Path report = folder.resolve("real.html");

        Outcome rounded = Outcome.of(
                        "compile",
                        memory,
                        "--target",
                        "loihi2",
                        "--allow-incomplete",
                        "--json",
                        "-",
                        "--report",
                        report)
                .succeeded();
        Outcome exact = Outcome.of("compile", memory, "--target", "emulator", "--json", "-")
                .succeeded();

        follows(rounded.json());
        follows(exact.json());
        assertTrue(rounded.json().at("/weights/0/largestError").doubleValue() > 0, rounded::out);
        assertEquals(4, rounded.json().at("/quality/cueNoise").size());
        assertTrue(rounded.json().at("/quality/cueNoise/0/before").intValue() > 0, rounded::out);
        assertTrue(rounded.err().contains("weights: phi: held as "), rounded::err);
        assertTrue(rounded.err().contains(" before the weights were rounded"), rounded::err);
        String page = Files.readString(report);
        assertTrue(page.contains("<h2>Weights</h2>") && page.contains("right after"));
        assertTrue(exact.json().get("quality") == null, exact::out);
        assertFalse(exact.err().contains("weights: "), exact::err);
    }

    @Test
    void algorithmsCanBeChosen() {
        String good = hops("--target", "emulator?neurons-per-core=5");
        String plain = hops(
                "--target",
                "emulator?neurons-per-core=5",
                "--partitioner",
                "first-fit",
                "--placer",
                "first-fit",
                "--router",
                "unicast");

        assertTrue(Double.parseDouble(good) < Double.parseDouble(plain), good + " and " + plain);
    }

    private String hops(String... options) {
        Object[] words = new Object[options.length + 4];
        words[0] = "compile";
        words[1] = file;
        System.arraycopy(options, 0, words, 2, options.length);
        words[words.length - 2] = "--json";
        words[words.length - 1] = "-";
        return Outcome.of(words).succeeded().json().at("/perTick/hops").asText();
    }

    @Test
    void aBudgetThatCutsPlacementShortIsTold() {
        String sizes = "emulator?neurons-per-core=1";

        Outcome enough = Outcome.of("compile", file, "--target", "loihi1", "--time-budget", "168h")
                .succeeded();
        Outcome brief = Outcome.of("compile", file, "--target", sizes, "--time-budget", "1ms")
                .succeeded();

        assertFalse(enough.out().contains("the time budget cut"), enough::out);
        assertTrue(brief.out().contains("note: the time budget cut placement short"), brief::out);
    }

    @Test
    void anIncompleteTargetIsRefusedUnlessAllowedOrCompleted() {
        Outcome.of("compile", file, "--target", "loihi2").refused("loihi2", "input-axons-per-core", "--assume");

        Outcome allowed = Outcome.of("compile", file, "--target", "loihi2", "--allow-incomplete")
                .succeeded();

        assertTrue(allowed.out().contains("note: fits as far as known"), allowed::out);
        assertTrue(allowed.out().contains("chip 0 core 0 (limit unknown)"), allowed::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--assume x.textproto",
                "--seed 3",
                "--time-budget 3s",
                "--partitioner packing",
                "--placer annealing",
                "--router unicast",
                "--allow-incomplete",
                "--report out.html",
                "--json -"
            })
    void optionsOfBoardsNeedOne(String options) {
        Object[] words = ("compile " + file + " " + options).split(" ");

        Outcome.of(words).refused(options.split(" ")[0], "add --target");
    }

    @Test
    void programsNeedATarget() {
        Outcome.of("compile", file, "-o", folder.resolve("a.mneme")).refused("a.mneme", "add --target");
        assertEquals(List.of(file), Checkout.files(folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--target loihi|did you mean 'loihi1'?",
                "--target none.textproto|none.textproto",
                "--target emulator?chip=4|chips",
                "--target loihi1 --assume none.textproto|none.textproto",
                "--target loihi1 --time-budget 30|'30' is not a time with its unit",
                "--target loihi1 --time-budget 0s|1ms",
                "--target loihi1 --time-budget -1s|'-1s'",
                "--target loihi1 --time-budget 1e9h|1e9h",
                "--target loihi1 --seed x|--seed",
                "--target loihi1 --placer best|first-fit",
                "--target loihi1 --partitioner best|first-fit",
                "--target loihi1 --router best|unicast",
                "--target loihi1 --targets loihi1|--target",
                "--target|--target needs a value"
            })
    void mistakesAreToldInASentence(String options, String words) {
        Object[] line = ("compile " + file + " " + options).split(" ");

        Outcome.of(line).refused(words);
    }

    @Test
    void wrongOutputsAreToldBeforeAnyWork() {
        Path missing = folder.resolve("missing.yaml");

        Outcome.of("compile", missing, "--target", "loihi1", "-o", folder.resolve("none/a.mneme"))
                .refused("none/a.mneme is not in a folder that exists");
        Path out = folder.resolve("out.html");
        Outcome.of("compile", missing, "--target", "loihi1", "--json", out, "--report", out)
                .refused("it is named twice");
    }
}
