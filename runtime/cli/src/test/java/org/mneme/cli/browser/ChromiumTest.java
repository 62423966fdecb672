package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Looking for a browser finds what is there and says what is missing; needs no browser itself. */
@DisabledOnOs(OS.WINDOWS)
final class ChromiumTest {
    @TempDir
    private Path folder;

    private Path program(String name, String says) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\necho '" + says + "'\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Search find(String... more) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of("PATH", "/nowhere:" + folder));
        for (int k = 0; k < more.length; k += 2) {
            environment.put(more[k], more[k + 1]);
        }
        return Chromium.find(environment);
    }

    @Test
    void aBrowserAndItsDriverAreFoundOnTheSearchPath() throws IOException {
        Path browser = program("chromium", "Chromium 140.0.7339.80 built on Debian");
        Path driver = program("chromedriver", "ChromeDriver 140.0.7339.207 (abc)");

        assertEquals(new Chromium(browser, driver), find());
    }

    @Test
    void theEnvironmentNamesOthers() throws IOException {
        program("chromium", "Chromium 140.0.1.1");
        program("chromedriver", "ChromeDriver 140.0.1.1");
        Path browser = program("mine", "Google Chrome 151.0.1.1");
        Path driver = program("my-driver", "ChromeDriver 151.0.1.1");

        assertEquals(
                new Chromium(browser, driver),
                find(Chromium.BROWSER_VARIABLE, browser.toString(), Chromium.DRIVER_VARIABLE, driver.toString()));
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        assertSays("no Chromium", find());
        program("chromium", "Chromium 140.0.1.1");
        assertSays("no chromedriver", find());
        assertSays(Chromium.BROWSER_VARIABLE, find(Chromium.BROWSER_VARIABLE, "/nowhere/chromium"));
    }

    @Test
    void versionsThatDifferAreSaid() throws IOException {
        program("chromium", "Chromium 140.0.1.1");
        program("chromedriver", "ChromeDriver 139.0.1.1");

        assertSays("of version '140'", find());
        assertSays("of version '139'", find());
    }

    private static void assertSays(String words, Search found) {
        String reason = assertInstanceOf(Missing.class, found).reason();
        assertTrue(reason.contains(words), reason);
    }
}
