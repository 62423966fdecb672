package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does not do, and how it says so. */
final class LiveRefusalTest extends ServedRun {
    @Test
    void requestsOfOtherPagesAreRefused() throws IOException, InterruptedException {
        String[] evil = {"Origin", "https://evil.example", "Content-Type", "application/json"};

        HttpResponse<String> control = post("{\"do\":\"pause\"}", evil);
        assertEquals(403, control.statusCode());
        assertTrue(sentence(control).contains("another page"), control.body());
        for (String path : new String[] {"/events", "/report"}) {
            assertEquals(
                    403,
                    client.send(
                                    request(path)
                                            .header("Origin", "https://evil.example")
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
        String own = live.uri().toString().replaceAll("/$", "");
        assertEquals(
                204,
                post("{\"do\":\"resume\"}", "Origin", own, "Content-Type", "application/json")
                        .statusCode());
    }

    @Test
    void otherHostsAreRefused() throws IOException {
        int port = live.uri().getPort();
        for (String host : List.of("evil.example:" + port, "evil.example", "127.0.0.1")) {
            String answer = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
            assertFalse(answer.contains("<html"), answer);
        }
        assertTrue(raw("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 200 "));
        assertTrue(raw("GET / HTTP/1.0\r\n\r\n").contains(" 400 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"do\":\"dance\"}", "{\"do\":\"tempo\",\"gain\":-1}", "[1,2"})
    void malformedMessagesAreRefused(String body) throws IOException, InterruptedException {
        HttpResponse<String> refused = ask(body);

        assertEquals(400, refused.statusCode());
        sentence(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void messagesOfOtherTypesAreRefused(String type) throws IOException, InterruptedException {
        HttpResponse<String> refused = post("{\"do\":\"pause\"}", "Content-Type", type);

        assertEquals(415, refused.statusCode());
        sentence(refused);
    }

    @Test
    void tooLargeMessagesAreRefused() throws IOException {
        int size = LiveServer.LARGEST_MESSAGE + 1;
        String answer = raw("POST /control HTTP/1.1\r\nHost: localhost:"
                + live.uri().getPort() + "\r\nContent-Type: application/json\r\nContent-Length: " + size + "\r\n\r\n"
                + " ".repeat(size));

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("at most 65536 bytes"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /events/more, 404",
        "GET, /../../etc/passwd, 404",
        "POST, /, 405",
        "DELETE, /control, 405",
        "GET, /control, 405",
        "POST, /events, 405",
        "PUT, /report, 405",
        "OPTIONS, /control, 405",
        "TRACE, /, 405"
    })
    void otherPathsAndMethodsAreRefused(String method, String path, int status) throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost:"
                + live.uri().getPort() + "\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertEquals(status == 405, answer.toLowerCase(Locale.ROOT).contains("\nallow: "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET http://[ HTTP/1.1\r\n\r\n", "\0\1\2\3\r\n\r\n"})
    void nonsenseIsAnsweredWithoutAStackTrace(String text) throws IOException {
        String answer = raw(text);

        assertFalse(answer.contains("\tat ") || answer.contains("org.mneme"), answer);
        assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
    }

    /** A header of which no end ever comes is not waited for, and stops nobody meanwhile. */
    @Test
    void halfARequestIsNotWaitedFor() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            Socket socket = connect();
            socket.getOutputStream().write("POST /control HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        long tick = live.tick();
        assertEquals(204, ask("{\"do\":\"resume\"}").statusCode());
        Samples.until("ticks", () -> live.tick() > tick + 50);
        for (Socket socket : slow) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertTrue(isEnd(in));
            socket.close();
        }
    }

    private static boolean isEnd(BufferedReader in) {
        try {
            return in.readLine() == null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("reset");
        }
    }
}
