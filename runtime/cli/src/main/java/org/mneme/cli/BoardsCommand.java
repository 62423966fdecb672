package org.mneme.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.board.BoardDirectory;
import org.mneme.runtime.board.BoardDirectory.Found;
import org.mneme.runtime.board.BoardDirectory.Listing;
import org.mneme.runtime.board.Boards;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mneme boards}: which boards there are. */
@Command(
        name = "boards",
        header = "List the boards that are there, and their drivers.",
        description =
                "Says of each whether it is emulated or hardware. Drivers are shared libraries; a driver that did not come with Mneme "
                        + "is tried in a process of its own, and what cannot be used is listed with the reason.",
        footer = {
            "",
            "Environment:",
            "  MNEME_DRIVERS  folders that hold drivers, or drivers, separated as in PATH",
            "",
            "Examples:",
            "  mneme boards",
            "  MNEME_DRIVERS=$HOME/drivers mneme boards --json",
            "  mneme run memory.yaml --board 'emulator:?target=loihi1'"
        },
        mixinStandardHelpOptions = true)
final class BoardsCommand implements Runnable {
    /** Characters of a description that are printed; JSON has all. */
    private static final int MOST_TEXT = 200;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Found> found = new ArrayList<>();
        List<String> path = new ArrayList<>();
        for (BoardDirectory directory : Boards.directories()) {
            path.addAll(directory.searchPath());
            found.addAll(directory.search());
        }
        if (json) {
            JsonText.print(values(found, path), out);
            return;
        }
        found.forEach(driver -> print(driver, out));
        out.println("searched: " + String.join(", ", path));
    }

    private static void print(Found driver, PrintWriter out) {
        String name = driver.scheme().isEmpty() ? "?" : driver.scheme();
        if (!driver.trouble().isEmpty()) {
            out.printf(Locale.ROOT, "%s  CANNOT BE USED: %s%n", name, String.join("; ", driver.trouble()));
            return;
        }
        out.printf(Locale.ROOT, "%s  %s: %s%n", name, kind(driver).toUpperCase(Locale.ROOT), cut(driver.description()));
        out.println("  driver: " + driver.library());
        for (Listing board : driver.boards()) {
            out.printf(Locale.ROOT, "  %-32s %s%n", board.uri(), cut(board.description()));
        }
        if (driver.boards().isEmpty()) {
            out.println("  no board is there");
        }
    }

    /** What a driver says, on one line that is not endless. */
    static String cut(String description) {
        String line = description.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= MOST_TEXT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MOST_TEXT - 1)) + "…";
    }

    private static String kind(Found driver) {
        return driver.hardware() ? "hardware" : "emulated";
    }

    private static Map<String, Object> values(List<Found> found, List<String> path) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("schema", "mneme.boards");
        values.put("version", 1);
        values.put("searchPath", path);
        values.put("drivers", found.stream().map(BoardsCommand::values).toList());
        return values;
    }

    private static Map<String, Object> values(Found driver) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("scheme", driver.scheme());
        values.put("library", driver.library());
        values.put("usable", driver.trouble().isEmpty());
        if (driver.trouble().isEmpty()) {
            values.put("kind", kind(driver));
            values.put("description", driver.description());
            values.put(
                    "boards",
                    driver.boards().stream()
                            .map(board -> {
                                Map<String, Object> one = new LinkedHashMap<>();
                                one.put("uri", board.uri());
                                one.put("description", board.description());
                                return one;
                            })
                            .toList());
        } else {
            values.put("trouble", driver.trouble());
        }
        return values;
    }
}
