package org.mneme.cli.browser;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium and the driver of the same version.
 *
 * @param browser the browser's executable
 * @param driver chromedriver
 */
record Chromium(Path browser, Path driver) implements Search {
    /** Name an executable to use instead of the first on the search path. */
    static final String BROWSER_VARIABLE = "MNEME_CHROMIUM";

    static final String DRIVER_VARIABLE = "MNEME_CHROMEDRIVER";

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");
    private static final Pattern MAJOR = Pattern.compile("\\b([0-9]+)\\.[0-9]+\\.[0-9]+");

    /** Looks for both; nothing is ever downloaded. */
    static Search find(Map<String, String> environment) {
        Optional<Path> browser = executable(environment, BROWSER_VARIABLE, BROWSERS);
        Optional<Path> driver = executable(environment, DRIVER_VARIABLE, DRIVERS);
        if (browser.isEmpty()) {
            return new Missing("no Chromium: put chromium on the search path or name it in " + BROWSER_VARIABLE);
        }
        if (driver.isEmpty()) {
            return new Missing("no chromedriver: put it on the search path or name it in " + DRIVER_VARIABLE);
        }
        String ofBrowser = major(browser.get());
        String ofDriver = major(driver.get());
        if (ofBrowser.isEmpty() || !ofBrowser.equals(ofDriver)) {
            return new Missing("%s is of version '%s' and %s of version '%s', and they must be the same"
                    .formatted(browser.get(), ofBrowser, driver.get(), ofDriver));
        }
        return new Chromium(browser.get(), driver.get());
    }

    private static Optional<Path> executable(Map<String, String> environment, String variable, List<String> names) {
        String named = environment.getOrDefault(variable, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        String[] folders = environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator));
        return names.stream()
                .flatMap(name -> Stream.of(folders)
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe"))))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The first number of what an executable says is its version, or nothing. */
    private static String major(Path executable) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher number = MAJOR.matcher(said);
            return number.find() ? number.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
