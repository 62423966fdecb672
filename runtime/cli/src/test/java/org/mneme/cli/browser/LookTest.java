package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The live page can be used by everyone: by keyboard, by screen reader, on a telephone, in the dark, without motion. */
@NeedsChromium
final class LookTest {
    private static final int TELEPHONE = 360;
    private static final int MOST_TABS = 60;
    private static final List<String> CONTROLS = List.of(
            "pause",
            "restart",
            "save",
            "tempo",
            "tempo-value",
            "cue-pattern",
            "cue-noise",
            "cue",
            "lesion",
            "lesion-apply");

    @TempDir
    private static Path folder;

    private static LiveServer server;
    private Watched page;

    @BeforeAll
    static void start() {
        server = LiveServer.start(folder.resolve("live.log"), Examples.ARM);
    }

    @BeforeEach
    void open(Browser browser) {
        server.reset();
        page = Watched.running(browser, server.address());
    }

    @AfterEach
    void leave(Browser browser) {
        browser.leave();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyControlAndPictureHasAName(Browser browser) {
        page.awaitDrawn("scene");

        assertEquals(List.of(), Checks.nameless(browser));
        Set<String> buttons = Checks.names(browser, "button");
        assertTrue(buttons.contains("Pause") && buttons.contains("One recall step"), buttons::toString);
        Set<String> pictures = Checks.names(browser, "image");
        assertTrue(pictures.size() >= 3, pictures::toString);
    }

    @Test
    void whatHappensIsSaidPolitely(Browser browser) {
        page.press("pause");
        page.awaitState("paused");

        browser.await(
                "a status tells the pause",
                () -> browser.spoken().stream()
                        .anyMatch(node -> node.at("/role/value").asText().equals("status") && tells(browser)));
        JsonNode live = browser.ask("return document.getElementById('status').getAttribute('aria-live');");
        assertEquals("polite", live.asText());
    }

    private boolean tells(Browser browser) {
        return browser.element("status").getText().toLowerCase(Locale.ROOT).contains("paused");
    }

    @Test
    void theKeyboardReachesEveryControl(Browser browser) {
        browser.ask("document.activeElement.blur(); return 0;");
        Set<String> reached = new HashSet<>();
        List<String> unseen = new ArrayList<>();
        for (int tab = 0; tab < MOST_TABS && !reached.containsAll(CONTROLS); tab++) {
            browser.hands().sendKeys(Keys.TAB).perform();
            JsonNode focus = browser.ask("""
                    const e = document.activeElement, s = getComputedStyle(e);
                    const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
                    return {id: e.id, seen};
                    """);
            reached.add(focus.path("id").asText());
            if (!focus.path("seen").asBoolean()
                    && CONTROLS.contains(focus.path("id").asText())) {
                unseen.add(focus.path("id").asText());
            }
        }

        assertTrue(reached.containsAll(CONTROLS), () -> reached + " of " + CONTROLS);
        assertEquals(List.of(), unseen, "focused, but it does not show");
    }

    @Test
    void theKeyboardSteersARun(Browser browser) {
        browser.hands().sendKeys(Keys.SPACE).perform();
        page.awaitState("paused");
        Watched.letPass();
        long steps = page.steps();
        browser.hands().sendKeys(Keys.ARROW_RIGHT).perform();
        browser.await("a step is done", () -> page.steps() == steps + 1);

        browser.ask("document.getElementById('pause').focus(); return 0;");
        browser.hands().sendKeys(Keys.SPACE).perform();
        page.awaitState("running");
        browser.hands().sendKeys(Keys.ENTER).perform();
        page.awaitState("paused");

        Watched.letPass();
        long before = page.steps();
        browser.ask("document.getElementById('step').focus(); return 0;");
        browser.hands().sendKeys(Keys.ENTER).perform();
        browser.await("another step is done", () -> page.steps() == before + 1);
        assertEquals("paused", page.state());
    }

    @Test
    void nothingIsWiderThanATelephone(Browser browser) {
        for (String colours : List.of("light", "dark")) {
            browser.prefer(colours, false);
            browser.narrow(TELEPHONE, 780);
            page.awaitFrames(5);
            page.awaitDrawn("scene");

            assertEquals(0, Checks.sideways(browser), colours);
            browser.picture("arm-telephone-" + colours);
        }
    }

    @Test
    void lightAndDarkCanBothBeRead(Browser browser) {
        List<Double> brightness = new ArrayList<>();
        for (String colours : List.of("light", "dark")) {
            browser.prefer(colours, false);
            page.awaitFrames(5);
            page.awaitDrawn("scene");
            brightness.add(Checks.brightness(page.canvas("scene")));

            assertEquals(List.of(), Checks.faint(browser), colours);
            browser.picture("arm-" + colours);
        }
        assertTrue(brightness.getFirst() > brightness.getLast() + 100, brightness::toString);
    }

    @Test
    void reducedMotionIsKeptAndSaid(Browser browser) {
        browser.prefer("light", true);
        browser.open(server.address());
        page.awaitSteps(3);

        assertTrue(browser.element("calm").isDisplayed());
        page.awaitChange("scene");
    }

    /** The control: without the wish, there is nothing to say. */
    @Test
    void motionThatIsNotUnwantedIsNotSpokenOf(Browser browser) {
        assertFalse(browser.element("calm").isDisplayed());
    }
}
