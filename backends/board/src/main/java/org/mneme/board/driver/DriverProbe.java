package org.mneme.board.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The main class of the process that tries a driver first, so that a driver that crashes or hangs takes nothing else with it. It writes
 * each stage to a file before it begins, and what it learns after.
 */
final class DriverProbe {
    static final String STAGE = "stage";
    static final String SCHEME = "scheme";
    static final String DESCRIPTION = "description";
    static final String HARDWARE = "hardware";
    static final String BOARD = "board";
    static final String TROUBLE = "trouble";
    static final String DONE = "done";

    private final Path out;

    private DriverProbe(Path out) {
        this.out = out;
    }

    /**
     * Tries a driver.
     *
     * @param args the file to write, the library, ms that opening may take, then optionally a URI to open
     */
    public static void main(String[] args) throws IOException {
        DriverProbe probe = new DriverProbe(Path.of(args[0]));
        try {
            probe.run(args[1], Duration.ofMillis(Long.parseLong(args[2])), args.length > 3 ? args[3] : "");
        } catch (DriverUnusableException e) {
            probe.say(TROUBLE, Troubles.write(e.trouble()));
        }
        probe.say(DONE, "");
        // What a library does when the process ends is not of interest.
        Runtime.getRuntime().halt(0);
    }

    private void run(String library, Duration deadline, String uri) throws IOException {
        say(STAGE, "loading");
        DriverBinding.Bound bound = DriverBinding.bind(library);
        say(SCHEME, bound.scheme());
        say(DESCRIPTION, bound.description());
        say(HARDWARE, Boolean.toString(bound.hardware()));
        say(STAGE, "list");
        for (var board : DriverLibrary.listings(bound.calls())) {
            say(BOARD, board.uri() + "\t" + board.description());
        }
        if (!uri.isEmpty()) {
            say(STAGE, "open");
            try (BoardHandle board = BoardHandle.open(bound.calls(), uri, uri, deadline.toNanos())) {
                say(STAGE, "describe");
                board.describe();
                say(STAGE, "close");
            } catch (BoardException e) {
                // The board says no, in order: so it will say to whoever asked for it.
            }
        }
    }

    private void say(String key, String value) throws IOException {
        Files.writeString(
                out,
                key + "\t" + value.replaceAll("[\\r\\n]", " ") + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
