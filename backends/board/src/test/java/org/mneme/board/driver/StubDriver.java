package org.mneme.board.driver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles native/tests/drivers/stub.c; without a C compiler the tests that need it are skipped. */
public final class StubDriver {
    /** Long enough for a process to start on a busy machine. */
    static final Duration LONG = Duration.ofSeconds(30);

    private static final Path ROOT = Path.of(System.getProperty("mneme.root", "../.."));

    private StubDriver() {}

    /**
     * Compiles the driver into a folder.
     *
     * @param folder to put the library in
     * @param name of the library, such as "mneme_stub"
     * @param flags of the compiler
     * @return the library
     */
    public static Path compile(Path folder, String name, String... flags) {
        Path source = ROOT.resolve("native/tests/drivers/stub.c");
        return compile(folder, name, source, flags);
    }

    /** Compiles any source, as {@link #compile(Path, String, String...)}. */
    static Path compile(Path folder, String name, Path source, String... flags) {
        Path library = folder.resolve(System.mapLibraryName(name));
        List<String> command = new ArrayList<>(List.of("cc", "-std=c17", "-shared", "-fPIC"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-I" + ROOT.resolve("native/include"), source.toString(), "-o", library.toString()));
        try {
            Path log = Files.createTempFile(folder, "cc", ".log");
            Process compiler;
            try {
                compiler = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
            } catch (IOException e) {
                assumeTrue(false, "there is no C compiler: " + e.getMessage());
                throw e;
            }
            if (compiler.waitFor() != 0) {
                throw new AssertionError(Files.readString(log));
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Opens a board of a library without trying it in a process of its own first.
     *
     * @param library compiled by {@link #compile}
     * @param uri of the board
     * @param patience how long a call may be late
     * @return the board
     */
    public static BoardHandle open(Path library, String uri, Duration patience) {
        return DriverLibrary.of(library, patience).open(uri, uri, LONG);
    }

    /**
     * Returns drivers that are looked for in some places only.
     *
     * @param places folders and libraries
     * @return drivers
     */
    public static Drivers drivers(Path... places) {
        return drivers(LONG, Duration.ofSeconds(1), places);
    }

    /** The same with times of their own: for the process that tries a driver, and for a call that is late. */
    public static Drivers drivers(Duration probe, Duration patience, Path... places) {
        return new Drivers(search(places), new Probing(probe), patience);
    }

    static DriverSearch search(Path... places) {
        String path = Stream.of(places).map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        DriverSearch all = DriverSearch.of(Map.of(DriverSearch.VARIABLE, path), "/nonexistent", "Linux");
        return new DriverSearch(
                all.places().stream().filter(DriverSearch.Place::named).toList());
    }
}
