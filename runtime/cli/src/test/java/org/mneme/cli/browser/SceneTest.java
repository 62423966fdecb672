package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a memory means is seen moving: on the page of a network that runs, and in the report of a run. */
@NeedsChromium
final class SceneTest {
    /** A tenth of real time, so that a busy machine is not at the end before it looks. */
    private static final String SLOW = "0.1";

    @TempDir
    private Path folder;

    static Stream<Path> scenes() {
        return Examples.SCENES.stream();
    }

    private static String name(Path memory) {
        return memory.getFileName().toString().replace(".yaml", "");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void isSeenMovingWhileItRuns(Path memory, Browser browser) {
        try (LiveServer server = LiveServer.start(folder.resolve("live.log"), memory)) {
            Watched page = Watched.running(browser, server.address());
            page.awaitDrawn("scene");
            page.awaitChange("scene");
            page.awaitSteps(20);
            browser.picture("live-" + name(memory));

            assertFalse(page.text("scene-text").isBlank(), "words for those who cannot see it");
            assertEquals(List.of(), Checks.nameless(browser));
            page.press("pause");
            page.awaitState("paused");
            page.assertStill("scene");
            browser.leave();
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void isPlayedInTheReport(Path memory, Browser browser) {
        browser.open(Examples.report(memory, folder));
        Watched replay = Watched.shown(browser);
        replay.awaitDrawn("scene");
        browser.picture("report-" + name(memory));

        replay.set("speed", SLOW);
        replay.press("play");
        replay.awaitChange("scene");
        replay.press("play");
        replay.awaitState("paused");

        replay.assertStill("scene");
        assertEquals(List.of(), Checks.nameless(browser));
        browser.narrow(360, 780);
        assertEquals(0, Checks.sideways(browser));
    }
}
