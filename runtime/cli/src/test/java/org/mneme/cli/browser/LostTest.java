package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page when its server is gone, and the server when another page asks. */
@NeedsChromium
final class LostTest {
    @TempDir
    private Path folder;

    @Test
    void aServerThatIsGoneIsSaidAndFoundAgain(Browser browser) {
        LiveServer first = LiveServer.start(folder.resolve("first.log"), Examples.ARM);
        Watched page = Watched.running(browser, first.address());
        assertEquals("", page.text("watch-error"));

        first.close();
        browser.await("the loss is said", () -> page.text("watch-error").contains("lost"));
        browser.picture("live-lost");
        page.press("pause");
        browser.await("nobody answers", () -> page.text("watch-error").contains("cannot be reached"));

        int port = first.address().getPort();
        try (LiveServer second = LiveServer.startAt(port, folder.resolve("second.log"), Examples.ARM)) {
            assertEquals(first.address(), second.address());
            browser.await("the page goes on", () -> page.text("watch-error").isEmpty());
            page.awaitSteps(3);
            browser.leave();
        }
        for (String complaint : browser.takeComplaints()) {
            assertTrue(complaint.contains("Failed to load resource: net::ERR_"), complaint);
        }
    }

    /** A file is of another origin than any server. */
    @Test
    void anotherPageCanNeitherSeeNorSteerIt(Browser browser) throws IOException {
        Path other = folder.resolve("other.html");
        try (LiveServer server = LiveServer.start(folder.resolve("live.log"), Examples.ARM)) {
            Files.writeString(other, """
                    <!doctype html><title>other</title><script>
                    const there = "%s", seen = window.seen = [];
                    const events = new EventSource(there + "events");
                    events.onerror = () => { seen.push("events refused"); events.close(); };
                    events.addEventListener("model", () => seen.push("events heard"));
                    const tell = (options, name) => fetch(there + "control", {method: "POST", ...options})
                        .then((r) => seen.push(name + " answered " + r.type), () => seen.push(name + " refused"));
                    tell({headers: {"Content-Type": "application/json"}, body: '{"do":"pause"}'}, "json");
                    tell({mode: "no-cors", body: '{"do":"pause"}'}, "text");
                    </script>
                    """.formatted(server.address()));
            browser.open(other);
            browser.await(
                    "all was tried", () -> browser.ask("return window.seen;").size() == 3);

            List<String> seen = new ArrayList<>();
            browser.ask("return window.seen;").forEach(node -> seen.add(node.asText()));
            assertTrue(seen.contains("events refused"), seen::toString);
            assertTrue(seen.contains("json refused"), seen::toString);
            browser.takeComplaints();
            assertTrue(browser.takeOutsideRequests().size() >= 3, "the control: asking elsewhere is noticed");

            Watched page = Watched.running(browser, server.address());
            assertEquals("running", page.state());
            browser.leave();
        }
    }
}
