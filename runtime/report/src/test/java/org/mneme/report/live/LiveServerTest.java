package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class LiveServerTest extends ServedRun {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void pageIsServedAndMayLoadNothingFromElsewhere() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().startsWith("<!doctype html>"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("http"), policy);
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(page.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        HttpResponse<String> head = client.send(
                request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @Test
    void eventsAreTheModelThenChunks() throws IOException, InterruptedException {
        try (Reader reader = new Reader()) {
            assertEquals("sample", reader.next().get("name").textValue());
            assertTrue(reader.models.getFirst().get("controls").get("live").asBoolean());
            reader.until(20);
            assertEquals(0, reader.dropped);
            for (int k = 1; k < reader.steps.size(); k++) {
                assertTrue(reader.steps.get(k).get("tick").asLong()
                        > reader.steps.get(k - 1).get("tick").asLong());
            }
        }
    }

    @Test
    void tenPagesSeeTheSameSteps() throws IOException, InterruptedException {
        List<Reader> readers = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            readers.add(new Reader());
        }
        List<List<String>> seen = new ArrayList<>();
        for (Reader reader : readers) {
            reader.until(150);
            assertEquals(0, reader.dropped);
            seen.add(reader.steps.stream()
                    .map(step -> step.get("tick") + " " + step.get("winner") + " " + step.get("overlap"))
                    .toList());
        }
        List<String> common = new ArrayList<>(seen.getFirst());
        seen.forEach(common::retainAll);
        assertTrue(common.size() > 20, () -> common.size() + " steps in common");
        for (List<String> each : seen) {
            int from = each.indexOf(common.getFirst());
            int to = Math.min(each.size(), from + common.size());
            assertEquals(
                    common.subList(0, to - from).hashCode(),
                    each.subList(from, to).hashCode());
        }
        readers.forEach(Reader::close);
        Samples.until("pages have left", () -> live.server().pages() == 0);
    }

    @Test
    void tooManyPagesAreRefused() throws IOException, InterruptedException {
        List<Reader> readers = new ArrayList<>();
        for (int k = 0; k < LiveServer.MOST_PAGES; k++) {
            readers.add(new Reader());
        }
        HttpResponse<String> refused = get("/events");

        assertEquals(503, refused.statusCode());
        assertTrue(sentence(refused).contains("16 pages watch already"), refused.body());
        readers.getFirst().close();
        Samples.until("a page has left", () -> live.server().pages() < LiveServer.MOST_PAGES);
        try (Reader another = new Reader()) {
            another.until(1);
        }
        readers.forEach(Reader::close);
    }

    @Test
    void controlsAreDoneAndShown() throws IOException, InterruptedException {
        try (Reader reader = new Reader()) {
            assertEquals(204, ask("{\"do\":\"lesion\",\"fraction\":0.25}").statusCode());
            JsonNode chunk = reader.next();
            while (!chunk.has("open") || chunk.get("open").asInt() != 9) {
                chunk = reader.next();
            }
            assertEquals(0.25, chunk.get("lesion").asDouble());
            assertEquals(204, ask("{\"do\":\"pause\"}").statusCode());
            while (!chunk.get("state").textValue().equals("paused")) {
                chunk = reader.next();
            }
            assertEquals(204, ask("{\"do\":\"restart\"}").statusCode());
            while (reader.models.size() < 2) {
                reader.next();
            }
            chunk = reader.next();
            assertEquals(1, chunk.get("tick").asInt());
        }
    }

    @Test
    void reportIsThatOfWhatWasShown() throws IOException, InterruptedException {
        ask("{\"do\":\"tempo\",\"gain\":0.5}");
        try (Reader reader = new Reader()) {
            reader.until(40);
            HttpResponse<String> report = get("/report");

            assertEquals(200, report.statusCode());
            assertEquals(
                    "attachment; filename=\"sample.html\"",
                    report.headers().firstValue("Content-Disposition").orElse(""));
            JsonNode replay = replay(report.body());
            List<String> again = new ArrayList<>();
            replay.get("chunk").get("steps").forEach(step -> again.add(step.get("tick") + " " + step.get("winner")));
            List<String> shown = reader.steps.stream()
                    .map(step -> step.get("tick") + " " + step.get("winner"))
                    .filter(step -> !step.isEmpty())
                    .toList();
            int from = again.indexOf(shown.getFirst());
            assertTrue(from >= 0, () -> shown.getFirst() + " is not in the report");
            assertEquals(shown, again.subList(from, from + shown.size()));
        }
        assertEquals(
                200,
                client.send(
                                request("/report")
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }

    private static JsonNode replay(String page) throws IOException {
        String start = "id=\"mneme-replay\">";
        int from = page.indexOf(start) + start.length();
        return MAPPER.readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    @Test
    void closingLeavesNoThreadAndNoPort() throws IOException, InterruptedException {
        try (Reader reader = new Reader()) {
            reader.until(5);
            URI uri = live.uri();
            live.close();
            List<String> left = Thread.getAllStackTraces().keySet().stream()
                    .filter(Thread::isAlive)
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("mneme-live") || name.startsWith("HTTP-Dispatcher"))
                    .toList();

            assertEquals(List.of(), left);
            assertEquals(0, live.server().pages());
            assertThrows(
                    IOException.class, () -> new Socket(InetAddress.getByName(uri.getHost()), uri.getPort()).close());
            live = Live.open(Samples.gaits(), Samples.fast(), Live.LOOPBACK, OptionalInt.of(uri.getPort()));
            assertEquals(uri, live.uri());
        }
    }

    @Test
    void portInUseIsToldAndTheNextIsTaken() {
        int port = live.uri().getPort();
        ServerAddressException taken = assertThrows(
                ServerAddressException.class,
                () -> Live.open(Samples.gaits(), Samples.fast(), Live.LOOPBACK, OptionalInt.of(port)));

        assertEquals(port, taken.port());
        assertTrue(taken.getMessage().contains("give another, or 0 for any"), taken.getMessage());
        try (Live first = Live.open(Samples.gaits(), Samples.fast(), Live.LOOPBACK, OptionalInt.empty());
                Live second = Live.open(Samples.gaits(), Samples.fast(), Live.LOOPBACK, OptionalInt.empty())) {
            assertTrue(first.uri().getPort() >= Live.FIRST_PORT);
            assertTrue(second.uri().getPort() > first.uri().getPort());
        }
    }

    @Test
    void unknownHostsAndPortsAreTold() {
        assertThrows(
                ServerAddressException.class,
                () -> Live.open(Samples.gaits(), Samples.fast(), "no-such-host.invalid", OptionalInt.empty()));
        assertThrows(
                ServerAddressException.class,
                () -> Live.open(Samples.gaits(), Samples.fast(), Live.LOOPBACK, OptionalInt.of(65_536)));
    }
}
