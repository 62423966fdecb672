package org.mneme.board.driver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mneme.runtime.board.BoardDirectory.Listing;

/**
 * Tries drivers in a process of their own.
 *
 * @param deadline how long one may take for each stage: to load, to list its boards, to open one, to describe it
 */
record Probing(Duration deadline) {
    /** Time for Java to start, which is no driver's fault. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofMillis(5);

    /** What a driver says of itself. */
    record Probed(String scheme, String description, boolean hardware, List<Listing> boards) {
        Probed {
            boards = List.copyOf(boards);
        }
    }

    /**
     * Tries a driver.
     *
     * @param library its file
     * @param uri of a board to open, or empty for none
     * @throws DriverUnusableException if it is none, crashes or hangs
     */
    Probed probe(Path library, String uri) {
        try {
            Path folder = Files.createTempDirectory("mneme-probe");
            try {
                return probe(library, uri, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Probed probe(Path library, String uri, Path folder) throws IOException {
        Path out = Files.createFile(folder.resolve("stages"));
        Process process = new ProcessBuilder(command(library, uri, out))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = await(process, out);
        int status = ended ? process.exitValue() : 0;
        return read(library, Files.readAllLines(out), ended, status);
    }

    /** Whether the process ended by itself: each stage has its deadline, and the start of Java has one of its own. */
    private boolean await(Process process, Path out) throws IOException {
        boolean ended = false;
        long seen = 0;
        long end = System.nanoTime() + START.toNanos();
        try {
            while (!ended && System.nanoTime() < end) {
                ended = process.waitFor(LOOK.toNanos(), TimeUnit.NANOSECONDS);
                long size = Files.size(out);
                if (size != seen) {
                    seen = size;
                    end = System.nanoTime() + deadline.toNanos();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                process.destroyForcibly().onExit().join();
            }
        }
        return ended;
    }

    private List<String> command(Path library, String uri, Path out) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                DriverProbe.class.getName(),
                out.toString(),
                library.toAbsolutePath().toString(),
                Long.toString(deadline.toMillis())));
        if (!uri.isEmpty()) {
            command.add(uri);
        }
        return command;
    }

    /** Where the classes that the probe needs came from. */
    private static String classPath() {
        Set<String> places = new TreeSet<>();
        for (Class<?> needed : List.of(
                DriverProbe.class,
                com.sun.jna.Native.class,
                com.google.protobuf.ByteString.class,
                org.mneme.MnemeException.class,
                Listing.class)) {
            try {
                places.add(Path.of(Objects.requireNonNull(
                                        needed.getProtectionDomain().getCodeSource())
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("the class path has a place that is no URI", e);
            }
        }
        return String.join(File.pathSeparator, places);
    }

    private Probed read(Path library, List<String> lines, boolean ended, int status) {
        String stage = "its start";
        String scheme = "";
        String description = "";
        boolean hardware = false;
        List<Listing> boards = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\t", 3);
            String value = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case DriverProbe.STAGE -> stage = value;
                case DriverProbe.SCHEME -> scheme = value;
                case DriverProbe.DESCRIPTION -> description = value;
                case DriverProbe.HARDWARE -> hardware = Boolean.parseBoolean(value);
                case DriverProbe.BOARD -> boards.add(new Listing(value, parts.length > 2 ? parts[2] : ""));
                case DriverProbe.TROUBLE -> throw new DriverUnusableException(library.toString(), Troubles.read(value));
                case DriverProbe.DONE -> {
                    return new Probed(scheme, description, hardware, boards);
                }
                default -> throw new IllegalStateException("the probe says " + line);
            }
        }
        throw new DriverUnusableException(
                library.toString(),
                ended
                        ? new DriverUnusableException.Crashed(stage, status)
                        : new DriverUnusableException.Hung(stage, deadline.toMillis() / 1e3));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
