package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A run that is served, and whoever asks for something. */
abstract class ServedRun {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SOCKET_TIMEOUT = 60_000;

    Live live = open();
    final HttpClient client = HttpClient.newHttpClient();

    private static Live open() {
        return Live.open(Samples.gaits(), Samples.fast(), Live.LOOPBACK, OptionalInt.of(0));
    }

    @BeforeEach
    void isThere() {
        assertTrue(live.uri().getPort() > 0);
    }

    @AfterEach
    void end() {
        live.close();
        client.shutdownNow();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(live.uri().resolve(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return client.send(
                request("/control")
                        .headers(headers)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        return post(body, "Content-Type", "application/json");
    }

    static String sentence(HttpResponse<String> response) throws IOException {
        JsonNode body = MAPPER.readTree(response.body());
        assertEquals(1, body.size(), response.body());
        String sentence = body.get("error").textValue();
        assertFalse(sentence.isBlank() || sentence.contains("\n") || sentence.contains("java."), sentence);
        return sentence;
    }

    /** What is said in answer to bytes as they are, up to the end of the connection. */
    String raw(String text) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(
                InetAddress.getByName(live.uri().getHost()), live.uri().getPort());
        socket.setSoTimeout(SOCKET_TIMEOUT);
        return socket;
    }

    /** A page that reads: the model, then as many steps as are asked for. */
    final class Reader implements AutoCloseable {
        private final Stream<String> lines;
        private final java.util.Iterator<String> left;
        final List<JsonNode> steps = new ArrayList<>();
        final List<JsonNode> models = new ArrayList<>();
        long dropped;

        Reader() throws IOException, InterruptedException {
            HttpResponse<Stream<String>> response =
                    client.send(request("/events").build(), HttpResponse.BodyHandlers.ofLines());
            assertEquals(200, response.statusCode());
            assertEquals(
                    "text/event-stream; charset=utf-8",
                    response.headers().firstValue("Content-Type").orElse(""));
            lines = response.body();
            left = lines.iterator();
        }

        JsonNode next() throws IOException {
            String name = "";
            while (true) {
                String line = left.next();
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    JsonNode data = MAPPER.readTree(line.substring("data: ".length()));
                    if (name.equals("model")) {
                        models.add(data);
                    } else {
                        data.get("steps").forEach(steps::add);
                        dropped += data.get("dropped").asLong();
                    }
                    return data;
                }
            }
        }

        Reader until(int count) throws IOException {
            while (steps.size() < count) {
                next();
            }
            return this;
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
