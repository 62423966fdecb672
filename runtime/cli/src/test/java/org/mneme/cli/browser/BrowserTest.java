package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of pages say no to bad pages. */
@NeedsChromium
final class BrowserTest {
    @TempDir
    private Path folder;

    private void open(Browser browser, String body) throws IOException {
        Path page = folder.resolve("page.html");
        Files.writeString(page, "<!doctype html><html lang='en'><meta charset='utf-8'><title>page</title>" + body);
        browser.open(page);
    }

    @Test
    void aGoodPageComplainsOfNothing(Browser browser) throws IOException {
        open(browser, "<p>calm</p>");

        assertEquals(List.of(), browser.takeComplaints());
        assertEquals(List.of(), browser.takeOutsideRequests());
        assertEquals(0, Checks.sideways(browser));
    }

    @Test
    void aScriptErrorIsNoticed(Browser browser) throws IOException {
        open(browser, "<script>setTimeout(() => nowhere(), 10)</script>");

        assertNoticed(browser, "nowhere is not defined");
    }

    @Test
    void aPromiseThatNobodyCatchesIsNoticed(Browser browser) throws IOException {
        open(browser, "<script>Promise.reject(new Error('lost'))</script>");

        assertNoticed(browser, "lost");
    }

    @Test
    void aWarningIsNoticed(Browser browser) throws IOException {
        open(browser, "<script>console.warn('careful')</script>");

        assertNoticed(browser, "careful");
    }

    private static void assertNoticed(Browser browser, String words) {
        browser.await(
                "the console says '" + words + "'",
                () -> browser.takeComplaints().stream().anyMatch(said -> said.contains(words)));
    }

    /** The address is one that no machine has (RFC 2606), and the browser looks up no name. */
    @Test
    void aRequestElsewhereIsNoticed(Browser browser) throws IOException {
        open(
                browser,
                "<img alt='' src='https://example.invalid/x.png'><script>fetch('http://127.0.0.1:9/y').catch(() => 0)</script>");

        List<String> outside = browser.takeOutsideRequests();

        assertTrue(outside.contains("https://example.invalid/x.png"), outside::toString);
        assertTrue(outside.contains("http://127.0.0.1:9/y"), outside::toString);
        assertFalse(browser.takeComplaints().isEmpty(), "failed requests are complaints too");
    }

    @Test
    void controlsWithoutANameAreNoticed(Browser browser) throws IOException {
        open(
                browser,
                "<button></button><input type='range'><select><option>a</select><canvas role='img'></canvas>"
                        + "<button>named</button><label>named <input type='range'></label>");

        assertEquals(
                4,
                Checks.nameless(browser).size(),
                () -> Checks.nameless(browser).toString());
        assertTrue(Checks.names(browser, "button").contains("named"));
    }

    @Test
    void faintTextIsNoticed(Browser browser) throws IOException {
        open(browser, "<body style='background:#fff;color:#000'>plain<p style='color:#999'>faint</p>");

        assertEquals(List.of("2.85: faint"), Checks.faint(browser));
    }

    @Test
    void aPageThatIsTooWideIsNoticed(Browser browser) throws IOException {
        browser.narrow(360, 740);
        open(browser, "<meta name='viewport' content='width=device-width'><div style='width:500px'>wide</div>");

        assertTrue(Checks.sideways(browser) > 100, () -> Checks.sideways(browser) + " pixels");
    }

    @Test
    void aCanvasThatNothingIsDrawnOnHasOneColour(Browser browser) throws IOException {
        open(
                browser,
                "<canvas id='empty'></canvas><canvas id='drawn'></canvas>"
                        + "<script>drawn.getContext('2d').fillRect(5, 5, 20, 20)</script>");

        assertEquals(1, Checks.colours(browser.look(browser.element("empty"))));
        assertEquals(2, Checks.colours(browser.look(browser.element("drawn"))));
    }

    @Test
    void preferencesReachThePage(Browser browser) throws IOException {
        open(browser, "<style>@media (prefers-color-scheme: dark) { html { background: #000 } }</style>");
        String asked =
                "return [matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion)').matches];";

        browser.prefer("dark", true);

        assertEquals("[true,true]", browser.ask(asked).toString());
        assertTrue(Checks.brightness(browser.look(browser.elements("html").getFirst())) < 50);
        browser.prefer("light", false);
        assertEquals("[false,false]", browser.ask(asked).toString());
        assertTrue(Checks.brightness(browser.look(browser.elements("html").getFirst())) > 200);
    }
}
