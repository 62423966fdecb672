package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile of its own that notes what its pages complain of and whom they ask. */
final class Browser implements AutoCloseable {
    /** Where pictures go, below the module's folder. */
    static final Path PICTURES = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;
    private static final int FRAMES_TO_SETTLE = 5;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final ObjectMapper JSON = new ObjectMapper();
    // Selenium warns that it has no bindings for this version's events, which are read here as plain JSON.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final ChromeDriverService service;
    private final Path folder;
    private final Path downloads;
    private final Set<String> origins = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    private Browser(ChromeDriver driver, ChromeDriverService service, Path folder) {
        this.driver = driver;
        this.service = service;
        this.folder = folder;
        this.downloads = folder.resolve("downloads");
    }

    /** Starts a browser that can reach this machine only. */
    static Browser start(Chromium chromium) {
        SELENIUM.setLevel(Level.SEVERE);
        Path folder = temporaryFolder();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--lang=en-GB",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--window-size=" + WIDTH + "," + HEIGHT,
                "--user-data-dir=" + folder.resolve("profile"));
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", folder.resolve("downloads").toString()));
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        LoggingPreferences log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        log.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, log);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        try {
            return new Browser(new ChromeDriver(service, options), service, folder);
        } catch (WebDriverException e) {
            service.stop();
            delete(folder);
            throw e;
        }
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("mneme-browser");
            Files.createDirectory(folder.resolve("downloads"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces all tabs by an empty one of the usual size and colours, and forgets what was noted. */
    void freshTab() {
        Set<String> old = driver.getWindowHandles();
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        for (String tab : old) {
            driver.switchTo().window(tab).close();
        }
        driver.switchTo().window(fresh);
        driver.manage().window().setSize(new Dimension(WIDTH, HEIGHT));
        note();
        files(downloads).forEach(Browser::delete);
        origins.clear();
        complaints.clear();
        outside.clear();
    }

    /** Opens a page; from then on it may ask its own origin. */
    void open(URI page) {
        origins.add(origin(page));
        driver.get(page.toString());
    }

    /** Leaves the page, so that it hears nothing of a server that ends. */
    void leave() {
        driver.get("about:blank");
    }

    /** Opens a file. */
    void open(Path file) {
        open(file.toAbsolutePath().toUri());
    }

    /** The part of an address that says who is asked; of a file, the file itself. */
    private static String origin(URI address) {
        String scheme = address.getScheme();
        return scheme.equals("file") ? "file:" + address.getPath() : scheme + "://" + address.getRawAuthority();
    }

    /** The element with an id. */
    WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    /** The elements that a CSS selector selects. */
    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What the body of a function in the page returns, as JSON. */
    JsonNode ask(String body, Object... arguments) {
        Object answer = driver.executeScript(
                "return JSON.stringify((function () {" + body + "}).apply(null, arguments) ?? null)", arguments);
        return parsed(String.valueOf(answer));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command of the DevTools protocol. */
    JsonNode tell(String command, Map<String, Object> settings) {
        return JSON.valueToTree(driver.executeCdpCommand(command, settings));
    }

    /** Waits for the one file of an ending that was downloaded since the tab was opened. */
    Path downloaded(String ending) {
        await("a file *" + ending + " is downloaded", () -> !downloads(ending).isEmpty());
        return downloads(ending).getFirst();
    }

    private List<Path> downloads(String ending) {
        return files(downloads).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys and mouse. */
    Actions hands() {
        return new Actions(driver);
    }

    /** Emulates what a reader prefers: colours {@code light} or {@code dark}, and whether things may move. */
    void prefer(String colours, boolean still) {
        tell(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colours),
                                Map.of(
                                        "name",
                                        "prefers-reduced-motion",
                                        "value",
                                        still ? "reduce" : "no-preference"))));
    }

    /** Emulates a window of a width, in CSS pixels. */
    void narrow(int width, int height) {
        tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Waits until something holds, for as long as a busy machine may need. */
    void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a page", e);
        }
    }

    /** What an element looks like; it is brought into the window first, since what is out of sight is not painted. */
    BufferedImage look(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        return decoded(element.getScreenshotAs(OutputType.BYTES));
    }

    private static BufferedImage decoded(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the whole page, as it would be in a window that is tall enough for it. */
    Path picture(String name) {
        JsonNode size = ask("return [innerWidth, document.documentElement.scrollHeight];");
        narrow(size.path(0).asInt(), size.path(1).asInt());
        for (int frame = 0; frame < FRAMES_TO_SETTLE; frame++) {
            driver.executeAsyncScript("requestAnimationFrame(() => setTimeout(arguments[0], 50))");
        }
        JsonNode shot = tell("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        tell("Emulation.clearDeviceMetricsOverride", Map.of());
        Path file = PICTURES.resolve(name + ".png");
        try {
            Files.createDirectories(PICTURES);
            return Files.write(
                    file, Base64.getDecoder().decode(shot.path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The nodes of the page as a screen reader is told of them, those it is not told of left out. */
    List<JsonNode> spoken() {
        List<JsonNode> nodes = new ArrayList<>();
        for (JsonNode node : tell("Accessibility.getFullAXTree", Map.of()).path("nodes")) {
            if (!node.path("ignored").asBoolean()) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** Warnings and errors of the console since the last call, uncaught exceptions and failed requests among them. */
    List<String> takeComplaints() {
        note();
        return taken(complaints);
    }

    /** Addresses of other origins that the pages asked for since the last call. */
    List<String> takeOutsideRequests() {
        note();
        return taken(outside);
    }

    private static List<String> taken(List<String> noted) {
        List<String> all = List.copyOf(noted);
        noted.clear();
        return all;
    }

    /** Reads both logs, which the driver empties. */
    private void note() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = parsed(entry.getMessage()).path("message");
            String address = switch (message.path("method").asText()) {
                case "Network.requestWillBeSent" ->
                    message.at("/params/request/url").asText();
                case "Network.webSocketCreated" -> message.at("/params/url").asText();
                default -> "";
            };
            if (isOutside(address)) {
                outside.add(address);
            }
        }
    }

    private boolean isOutside(String address) {
        boolean within = address.isEmpty()
                || Stream.of("data:", "blob:", "about:", "chrome:", "chrome-extension:")
                        .anyMatch(address::startsWith);
        return !within && !origins.contains(origin(URI.create(address)));
    }

    @Override
    public void close() {
        driver.quit();
        service.stop();
        delete(folder);
    }

    /** Deletes a file or a folder with all that is in it. */
    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The last helper process of the browser may still be writing; what is left is in the folder of temporary
            // files.
            path.toFile().deleteOnExit();
        }
    }
}
