package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The report of a run plays it again, by each of its controls. */
@NeedsChromium
final class ReplayTest {
    @TempDir
    private static Path folder;

    private static Path report;
    private Watched page;

    @BeforeAll
    static void run() {
        report = Examples.report(Examples.ARM, folder);
    }

    @BeforeEach
    void open(Browser browser) {
        browser.open(report);
        page = Watched.shown(browser);
        page.awaitDrawn("scene");
    }

    private int position(Browser browser) {
        return browser.ask("return Number(document.getElementById('position').value);")
                .asInt();
    }

    private static int last(Browser browser) {
        return browser.ask("return Number(document.getElementById('position').max);")
                .asInt();
    }

    @Test
    void playGoesThroughTheRunAndPauses(Browser browser) {
        page.set("position", "0");
        page.set("speed", "0.1");
        page.press("play");
        browser.await("some steps are played", () -> position(browser) >= 3);
        page.awaitState("running");

        page.press("play");
        page.awaitState("paused");
        int place = position(browser);
        page.assertStill("scene");
        assertEquals(place, position(browser));
    }

    @Test
    void theFastestSpeedPlaysToTheEnd(Browser browser) {
        page.set("position", "0");
        page.set(
                "speed",
                browser.ask("return document.querySelector('#speed option:last-child').value;")
                        .asText());
        page.press("play");

        browser.await("the end is reached", () -> position(browser) == last(browser));
        page.awaitState("ended");
        assertTrue(last(browser) > 50, () -> last(browser) + " steps");
    }

    @Test
    void stepsGoForwardAndBack(Browser browser) {
        page.set("position", "5");
        assertEquals(5, position(browser));
        page.press("forward");
        browser.await("one forward", () -> position(browser) == 6);
        page.press("back");
        page.press("back");
        browser.await("two back", () -> position(browser) == 4);

        assertTrue(page.text("position-text").contains("step"), page.text("position-text"));
        assertFalse(page.text("winner").isBlank());
    }

    @Test
    void thePositionChoosesWhatIsShown(Browser browser) {
        page.set("position", "0");
        page.awaitFrames(3);
        int first = page.winner();
        browser.element("position").sendKeys(Keys.END);

        browser.await("the last step is shown", () -> position(browser) == last(browser));
        browser.await("another pattern is shown", () -> page.winner() != first);
    }

    @Test
    void theKeyboardPlays(Browser browser) {
        page.set("position", "5");
        browser.ask("document.activeElement.blur(); return 0;");
        browser.hands()
                .sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT)
                .perform();
        browser.await("two forward and one back", () -> position(browser) == 6);

        browser.hands().sendKeys(Keys.SPACE).perform();
        page.awaitState("running");
        browser.hands().sendKeys(Keys.SPACE).perform();
        page.awaitState("paused");
    }

    @Test
    void itCanBeReadByEveryone(Browser browser) {
        for (String colours : List.of("light", "dark")) {
            browser.prefer(colours, false);
            page.awaitFrames(3);
            assertEquals(List.of(), Checks.nameless(browser));
            assertEquals(List.of(), Checks.faint(browser));
            browser.picture("report-arm-" + colours);
        }
        browser.narrow(360, 780);
        page.awaitFrames(3);
        assertEquals(0, Checks.sideways(browser));
        browser.picture("report-arm-telephone");
    }
}
