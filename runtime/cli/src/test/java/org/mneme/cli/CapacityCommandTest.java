package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CapacityCommandTest {
    @TempDir
    private Path folder;

    private static Outcome capacity(Object... more) {
        List<Object> words = new ArrayList<>(List.of("capacity", "--features", "8..16/4", "--degree", "1..2"));
        words.addAll(List.of("--trials", 4));
        words.addAll(List.of(more));
        return Outcome.of(words.toArray());
    }

    @Test
    void tableHoldsMeasuredAndTheory() {
        Outcome outcome = Outcome.of("capacity", "--features", 40, "--degree", 2, "--threads", 1)
                .succeeded();

        List<String> lines = outcome.out().lines().toList();
        assertTrue(
                lines.get(0).matches(" +N +network +bias +measure +measured +theory +measured/theory"), outcome::out);
        assertTrue(
                lines.get(1)
                        .matches(
                                " +40 +polynomial d=2, excluded +0 +transition +5[0-9]\\.[0-9] ± [0-9.]+ +72\\.3 +0\\.[78][0-9]"),
                outcome::out);
        assertEquals("Mean ± standard deviation of 20 trials.", lines.get(2));
        assertTrue(lines.get(3).startsWith("By bisection: "), outcome::out);
        assertEquals("Searches started at 2.5 × theory (N = 40).", lines.get(4));
        assertEquals("", outcome.err());
    }

    @Test
    void filesAreTheSameForAnyNumberOfThreads() throws IOException {
        List<String> seen = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            Path csv = folder.resolve(threads + ".csv");
            Path json = folder.resolve(threads + ".json");
            Path page = folder.resolve(threads + ".html");

            Outcome outcome = capacity("--threads", threads, "--csv", csv, "--json", json, "--report", page)
                    .succeeded();

            seen.add(outcome.out() + Files.readString(csv) + Files.readString(json) + Files.readString(page));
            assertEquals(1 + 6 * 4, Files.readAllLines(csv).size());
        }
        assertEquals(seen.getFirst(), seen.getLast());
    }

    @Test
    void jsonHoldsTrialsAndFailureProbabilities() throws IOException {
        Path json = folder.resolve("out.json");
        capacity("--json", json, "--seed", 3, "--method", "descent").succeeded();

        JsonNode study = new ObjectMapper().readTree(Files.readString(json));

        assertEquals("mneme.capacity", study.get("schema").asText());
        assertEquals(3, study.get("seed").asInt());
        assertEquals(6, study.get("points").size());
        JsonNode point = study.get("points").get(5);
        assertEquals("polynomial d=2, excluded", point.get("network").asText());
        assertEquals(16, point.get("features").asInt());
        assertEquals("descent", point.get("procedure").asText());
        double sum = 0;
        for (JsonNode trial : point.get("trials")) {
            sum += trial.get("capacity").asInt();
        }
        assertEquals(point.get("mean").asDouble(), sum / 4);
        assertEquals(
                point.get("mean").asDouble() / point.get("theory").asDouble(),
                point.get("ratio").asDouble(),
                1e-12);
        JsonNode most = point.get("failureProbability")
                .get(point.get("failureProbability").size() - 1);
        assertTrue(most.get("low").asDouble() < most.get("probability").asDouble(), most::toString);
        assertTrue(most.get("high").asDouble() > 0.3, most::toString);
        assertEquals(
                study,
                capacity("--json", "-", "--seed", 3, "--method", "descent")
                        .succeeded()
                        .json());
    }

    @Test
    void pageHoldsTheCharts() throws IOException {
        Path page = folder.resolve("out.html");

        capacity("--report", page, "--measure", "both").succeeded();

        String html = Files.readString(page);
        assertTrue(html.contains("Capacity against N"), html);
        assertTrue(html.contains("failure probability"), html);
        assertTrue(html.contains("By bisection"), html);
    }

    @Test
    void bothProceduresFindTheSame() {
        JsonNode descent = capacity("--method", "descent", "--json", "-").json();
        JsonNode bisection = capacity("--method", "bisection", "--json", "-").json();

        for (int k = 0; k < 6; k++) {
            for (int trial = 0; trial < 4; trial++) {
                assertEquals(
                        descent.at("/points/" + k + "/trials/" + trial + "/capacity"),
                        bisection.at("/points/" + k + "/trials/" + trial + "/capacity"));
            }
        }
    }

    @Test
    void interruptedStudySaysSoAndGoesOn() throws IOException {
        Path csv = folder.resolve("out.csv");
        Thread.currentThread().interrupt();
        Outcome interrupted = capacity("--csv", csv);
        boolean stillAsked = Thread.interrupted();

        assertEquals(130, interrupted.code(), interrupted::toString);
        assertTrue(stillAsked);
        assertEquals("", interrupted.out());
        assertEquals("mneme: interrupted; the same command goes on where this one stopped\n", interrupted.err());

        Thread.currentThread().interrupt();
        Outcome kept = capacity();
        Thread.interrupted();
        assertEquals("mneme: interrupted; nothing is kept without --csv OUT\n", kept.err());

        capacity("--csv", csv).succeeded();
        Path anew = folder.resolve("anew.csv");
        capacity("--csv", anew).succeeded();
        assertEquals(Files.readString(anew), Files.readString(csv));
    }

    @Test
    void processKilledHalfWayIsResumedToTheSameFile() throws IOException, InterruptedException {
        Path csv = folder.resolve("out.csv");
        String[] words = {"--features", "30..50/10", "--degree", "2", "--trials", "8", "--csv"};
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Mneme.class.getName(),
                "capacity"));
        command.addAll(List.of(words));
        command.add(csv.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (process.isAlive()
                && (!Files.exists(csv) || Files.readAllLines(csv).size() < 12)) {
            Thread.sleep(5);
        }
        process.destroyForcibly();
        process.waitFor();
        long there = Files.readString(csv).lines().count();

        List<Object> again = new ArrayList<>(List.of("capacity"));
        again.addAll(List.of(words));
        Path anew = folder.resolve("anew.csv");
        Outcome.of(Stream.concat(again.stream(), Stream.of(anew)).toArray()).succeeded();
        Outcome.of(Stream.concat(again.stream(), Stream.of(csv)).toArray()).succeeded();

        assertTrue(there >= 12, () -> there + " lines");
        assertEquals(Files.readString(anew), Files.readString(csv));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "--features N is missing"),
                Arguments.of("--features 20", "exactly one of --degree D, --exponential"),
                Arguments.of("--features 20 --degree 2 --exponential", "exactly one of"),
                Arguments.of("--features 1 --degree 2", "features: 1 is not in 2…16777216"),
                Arguments.of("--features 100000000 --degree 2", "features: 100000000 is not in 2…16777216"),
                Arguments.of("--features 2147483647 --exponential", "features: 2147483647 is not in 2…16777216"),
                Arguments.of("--features 9999999999 --degree 2", "--features: '9999999999' is not a whole number"),
                Arguments.of("--features 60000 --degree 5", "at N = 60000: needs a draw of 16777216 patterns, and"),
                Arguments.of("--features 100000 --exponential", "at N = 100000: needs a draw of 16777216 patterns"),
                Arguments.of("--features 16777216 --linear --lambda 2.5", "needs a draw of 391236 patterns"),
                Arguments.of("--features 20,nan --degree 2", "--features: 'nan' is not a whole number"),
                Arguments.of("--features x --degree 2", "--features: 'x' is not a whole number"),
                Arguments.of("--features 20..10 --degree 2", "a range that goes up"),
                Arguments.of("--features 20 --degree 0", "polynomial degree: 0 is not in 1…64"),
                Arguments.of("--features 20 --degree 2 --bias 1", "bias: 1.0 is not in 0…1"),
                Arguments.of("--features 20 --degree 2 --bias 0,nan", "--bias: 'nan' is not a number"),
                Arguments.of("--features 20 --degree 2 --kappa 2", "give --exponential or --softmax too"),
                Arguments.of("--features 20 --exponential --kappa 0", "exponential kappa: 0.0 is not"),
                Arguments.of("--features 20 --threshold 2", "threshold matches: 2.0 is not in (0, 1]"),
                Arguments.of("--features 20 --degree 2 --symmetric-degree 2", "give --lambda L too"),
                Arguments.of("--features 20 --degree 2 --lambda 1", "--lambda: 1.0 is not above 1"),
                Arguments.of("--features 20 --softmax --lambda 2", "--lambda needs --degree D"),
                Arguments.of("--features 20 --exponential --lambda 2 --symmetric-degree 2", "needs --degree D"),
                Arguments.of("--features 20 --degree 2 --lambda 2 --pseudoinverse", "without --lambda"),
                Arguments.of("--features 20 --degree 2 --lambda 2 --self-coupling excluded", "use included"),
                Arguments.of("--features 20 --degree 2 --pseudoinverse --self-coupling excluded", "use included"),
                Arguments.of("--features 20 --degree 2 --self-coupling half", "excluded or included"),
                Arguments.of("--features 20 --degree 2 --sequences 3", "give --measure sequence or both"),
                Arguments.of("--features 20 --degree 2 --measure sequence --sequences 0", "sequences: 0 is not 1 or"),
                Arguments.of("--features 20 --degree 2 --measure all", "transition, sequence or both"),
                Arguments.of("--features 20 --degree 2 --method guess", "descent or bisection"),
                Arguments.of("--features 20 --degree 2 --trials 0", "trials: 0 is not 1 or more"),
                Arguments.of("--features 20 --degree 2 --trials 2147483647", "trials: 2147483647 is not 1 or more"),
                Arguments.of("--features 20 --degree 2 --threads 0", "--threads: 0 is not in 1…1024"),
                Arguments.of("--features 20 --degree 2 --csv OUT/no/out.csv", "in a folder that exists"),
                Arguments.of("--features 20 --degree 2 --csv OUT/o --json OUT/o", "it is named twice"),
                Arguments.of("--features 20 --degree 2 --report OUT", "a file; it is a folder"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsToldInOneSentence(String options, String sentence) throws IOException {
        Object[] words = Stream.concat(Stream.of("capacity"), Stream.of(options.split(" ")))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("OUT", folder.toString()))
                .toArray();

        Outcome.of(words).refused(sentence);

        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent(), "no file is left");
        }
    }
}
