package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a recall, live or as a replay, as its user sees and operates it. */
final class Watched {
    /** Long enough for a page that went on to be seen going on. */
    private static final long WHILE_MILLIS = 1000;

    private final Browser browser;

    private Watched(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page of a server and waits until it draws a running recall. */
    static Watched running(Browser browser, URI address) {
        browser.open(address);
        Watched page = new Watched(browser);
        page.awaitSteps(3);
        return page;
    }

    /** The page that the browser shows. */
    static Watched shown(Browser browser) {
        return new Watched(browser);
    }

    /** What the page says of itself; null before it knows its model. */
    JsonNode stats() {
        return browser.ask("return window.mnemeStats;");
    }

    /** The next tick, as last told to the page. */
    long tick() {
        return stats().path("tick").asLong(-1);
    }

    /** How many recall steps the page has seen. */
    long steps() {
        return stats().path("steps").asLong(-1);
    }

    /** The frames that it has drawn. */
    long frames() {
        return stats().path("frames").asLong(-1);
    }

    /** The pattern nearest to the state. */
    int winner() {
        return stats().path("winner").asInt(-1);
    }

    /** A number of {@link #stats()}. */
    double number(String name) {
        return stats().path(name).asDouble(Double.NaN);
    }

    /** Whether the network runs, waits or has ended. */
    String state() {
        return stats().path("state").asText();
    }

    /** What an element reads. */
    String text(String id) {
        return browser.element(id).getText();
    }

    /** Clicks a control. */
    void press(String id) {
        browser.element(id).click();
    }

    /** Clicks the button that opens the gate of a motif, or of all. */
    void gate(String motif) {
        browser.elements("#gate [data-motif='" + motif + "']").getFirst().click();
    }

    /** Replaces what a field holds, or chooses an entry of a list, or moves a slider by its keys. */
    void set(String id, String value) {
        WebElement field = browser.element(id);
        if (field.getTagName().equals("select")) {
            field.findElement(By.cssSelector("option[value='" + value + "']")).click();
        } else if ("range".equals(field.getDomProperty("type"))) {
            slide(field, Double.parseDouble(value));
        } else {
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
        }
    }

    private static void slide(WebElement slider, double value) {
        double step = number(slider, "step", 1);
        double least = number(slider, "min", 0);
        long times = Math.round((value - least) / step);
        slider.sendKeys(Keys.HOME, Keys.ARROW_RIGHT.toString().repeat((int) times));
        assertEquals(value, number(slider, "value", Double.NaN), step / 2);
    }

    private static double number(WebElement field, String property, double unset) {
        String text = Objects.requireNonNullElse(field.getDomProperty(property), "");
        return text.isEmpty() ? unset : Double.parseDouble(text);
    }

    /** Waits until the page says a state. */
    void awaitState(String state) {
        browser.await("the page says '" + state + "'", () -> state().equals(state));
    }

    /** Waits until the page has seen more steps. */
    void awaitSteps(int more) {
        long before = Math.max(0, steps());
        browser.await("the page sees " + more + " more steps", () -> steps() >= before + more);
    }

    /** Waits until the page has drawn more frames. */
    void awaitFrames(int more) {
        long before = frames();
        browser.await("the page draws " + more + " more frames", () -> frames() >= before + more);
    }

    /** Lets a page that might go on have the time for it. */
    static void letPass() {
        try {
            Thread.sleep(WHILE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while watching a page", e);
        }
    }

    /** A canvas within an element, by the element's id. */
    BufferedImage canvas(String id) {
        List<WebElement> canvases = browser.elements("#" + id + " canvas");
        assertTrue(!canvases.isEmpty(), () -> "no canvas in " + id);
        return browser.look(canvases.getFirst());
    }

    /** Waits until something is drawn on a canvas; one that nothing is drawn on never passes. */
    void awaitDrawn(String id) {
        browser.await("something is drawn in #" + id, () -> Checks.colours(canvas(id)) > 2);
    }

    /** Waits until a canvas shows something else than before. */
    void awaitChange(String id) {
        BufferedImage before = canvas(id);
        browser.await("#" + id + " moves", () -> !Checks.same(before, canvas(id)));
    }

    /** Requires that a canvas stays as it is. */
    void assertStill(String id) {
        BufferedImage before = canvas(id);
        letPass();
        assertTrue(Checks.same(before, canvas(id)), "#" + id + " moves");
    }

    /** The patterns that win from now on, in order, and the tick at which the page first showed each. */
    List<Win> wins(int count) {
        browser.ask("""
                const seen = window.mnemeSeen = [];
                (function look() {
                  const now = window.mnemeStats, last = seen[seen.length - 1];
                  if (seen === window.mnemeSeen && seen.length < arguments_count) requestAnimationFrame(look);
                  if (!last || last.pattern !== now.winner) seen.push({pattern: now.winner, tick: now.tick});
                })();
                """.replace("arguments_count", "" + count));
        browser.await(
                count + " patterns win",
                () -> browser.ask("return window.mnemeSeen.length;").asInt() >= count);
        List<Win> wins = new ArrayList<>();
        for (JsonNode win : browser.ask("return window.mnemeSeen;")) {
            wins.add(new Win(win.path("pattern").asInt(), win.path("tick").asLong()));
        }
        return wins;
    }

    /**
     * A pattern that began to win.
     *
     * @param pattern 0…P−1, or −1
     * @param tick when the page showed it
     */
    record Win(int pattern, long tick) {}
}
