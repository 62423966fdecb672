package org.mneme.cli.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.cli.Mneme;

/** A {@code mneme live} of its own process, which can be killed. */
final class LiveServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/\\S*");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;
    private static final int DONE = 204;

    private final Process process;
    private final URI address;

    private LiveServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a server at a free port and waits until it says its address.
     *
     * @param log where what it says goes
     * @param memory the file
     */
    static LiveServer start(Path log, Path memory) {
        return startAt(0, log, memory);
    }

    /** Starts a server at a port. */
    static LiveServer startAt(int port, Path log, Path memory) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.addAll(List.of(Mneme.class.getName(), "live", "--port", "" + port, memory.toString()));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new LiveServer(process, address(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<URI> address = said(log);
        while (address.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("mneme live said no address: " + Files.readString(log));
            }
            pause();
            address = said(log);
        }
        return address.get();
    }

    private static Optional<URI> said(Path log) throws IOException {
        Matcher address = ADDRESS.matcher(Files.readString(log));
        return address.find() ? Optional.of(URI.create(address.group())) : Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }

    /** Brings it back to how it started: whole, at the tempo it was lowered for, from the first tick on; gates stay. */
    void reset() {
        tell("{\"do\":\"resume\"}");
        tell("{\"do\":\"tempo\",\"gain\":1}");
        tell("{\"do\":\"lesion\",\"fraction\":0}");
        tell("{\"do\":\"cue\",\"pattern\":0,\"noise\":0}");
        tell("{\"do\":\"restart\"}");
    }

    /** Sends a message as the page does. */
    void tell(String message) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/control"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != DONE) {
                throw new IllegalStateException(message + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while talking to a server", e);
        }
    }

    /** Where its page is. */
    URI address() {
        return address;
    }

    /** Ends it at once, as a crash would. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
