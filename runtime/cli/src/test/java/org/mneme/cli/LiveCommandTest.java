package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.runtime.recording.Recording;

final class LiveCommandTest {
    private static final Pattern STARTED = Pattern.compile(
            "small runs at (http://127\\.0\\.0\\.1:[0-9]+/) \\(.*, a recall step each [0-9.]+ ms\\); Ctrl-C ends it");
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    /** A cycle of 6 patterns that can be told everything. */
    private Path small() {
        return Checkout.write(folder.resolve("small.yaml"), """
                name: small
                patterns: {random: {count: 6, features: 64, seed: 1}}
                interaction: {exponential: {kappa: 0.2}}
                timing: {steps-per-pattern: 2}
                lowering: auto
                """);
    }

    private Process start(Object... args) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx128m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.add(Mneme.class.getName());
        words.add("live");
        for (Object arg : args) {
            words.add(arg.toString());
        }
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    /** Where the page is, as the first line says. */
    private static URI page(BufferedReader out) throws IOException {
        String line = String.valueOf(out.readLine());
        Matcher started = STARTED.matcher(line);
        assertTrue(started.matches(), line);
        return URI.create(started.group(1));
    }

    /** Steps that the page is sent, at least so many. */
    private static int steps(HttpClient client, URI page, int count) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> events = client.send(
                HttpRequest.newBuilder(page.resolve("/events")).build(), HttpResponse.BodyHandlers.ofLines());
        int steps = 0;
        try (Stream<String> lines = events.body()) {
            Iterator<String> left = lines.iterator();
            while (steps < count) {
                String line = left.next();
                if (line.startsWith("data: {\"tick\"")) {
                    JsonNode chunk = new ObjectMapper().readTree(line.substring("data: ".length()));
                    steps += chunk.get("steps").size();
                }
            }
        }
        return steps;
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void pageIsServedUntilASignalEndsItCleanly() throws IOException, InterruptedException {
        Path recorded = folder.resolve("recording");
        Process process = start(small(), "--port", 0, "--pace", 5, "--record", recorded);
        try (BufferedReader out = process.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            URI page = page(out);
            assertTrue(steps(client, page, 30) >= 30);
            process.destroy();

            assertEquals(TERMINATED, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
        assertTrue(Recording.open(recorded.resolve("run-1")).tick() > 60);
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void openServerIsWarnedOf() throws IOException, InterruptedException {
        Process process = start(small(), "--port", 0, "--host", "0.0.0.0");
        try (BufferedReader out = process.inputReader()) {
            String warning = String.valueOf(out.readLine());
            assertTrue(warning.contains("anyone who can reach this machine"), warning);
            page(out);
            process.destroy();
            assertEquals(TERMINATED, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void portThatIsTakenIsTold() {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome.of("live", small(), "--port", taken.getLocalPort())
                    .refused("127.0.0.1 port " + taken.getLocalPort(), "give another, or 0 for any");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wrongOptionsAreToldBeforeAnythingRuns() {
        Outcome.of("live", small(), "--port", 70_000).refused("a port is in 0…65535");
        Outcome.of("live", small(), "--host", "no-such-host.invalid").refused("there is no such host");
        Outcome.of("live", small(), "--pace", 0).refused("pace: 0.0 is not a number above 0");
        Outcome.of("live", small(), "--cue", 6).refused("cue: 6 is not a pattern index in 0…5");
        Outcome.of("live", small(), "--cue-noise", 1.5).refused("cue noise: 1.5 is not a fraction in 0…1");
        Outcome.of("live", small(), "--board", "nowhere:").refused("nowhere");
        Outcome.of("live", small(), "--set", "self-coupling=excluded").refused("self-coupling: excluded");
        Outcome.of("live", folder.resolve("none.yaml")).refused("none.yaml");
        Outcome.of("live", small(), "--set", "sequence=chain", "--cue", 5).refused("a pattern with a successor");
    }

    @Test
    void recordingFolderThatIsTakenIsTold() {
        Path recorded = folder.resolve("recording");
        Checkout.write(folder.resolve("recording"), "a file");
        Outcome.of("live", small(), "--port", 0, "--record", recorded).refused("recording");
    }
}
