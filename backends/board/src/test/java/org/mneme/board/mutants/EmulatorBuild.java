package org.mneme.board.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mneme.mutants.Mutant;

/** The emulator's sources in a folder of their own, built as its own CMake files say, but in haste. */
final class EmulatorBuild {
    private static final int MINUTES = 5;

    private final Path sources;
    private final Path build;
    private final Path libraries;
    private final Path unchanged;
    private int built;

    private EmulatorBuild(Path folder) {
        this.sources = folder.resolve("native");
        this.build = folder.resolve("build");
        this.libraries = folder.resolve("libraries");
        this.unchanged = libraries.resolve(System.mapLibraryName("unchanged"));
    }

    /**
     * Copies the sources, and configures and builds them once.
     *
     * @param folder empty
     * @return empty where the tools are not there
     */
    static Optional<EmulatorBuild> in(Path folder) throws IOException {
        Path module =
                Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
        Path natives = Objects.requireNonNull(module.getParent()).resolveSibling("native");
        EmulatorBuild fresh = new EmulatorBuild(folder);
        copy(natives, fresh.sources);
        Files.createDirectories(fresh.libraries);
        boolean configured = run(
                        folder,
                        "cmake",
                        "-S",
                        fresh.sources.toString(),
                        "-B",
                        fresh.build.toString(),
                        "-DCMAKE_BUILD_TYPE=None",
                        "-DCMAKE_C_FLAGS=-O0 -w",
                        "-DMNEME_BOARD_SOURCES=" + module.resolve("src/main"))
                == 0;
        if (!configured || !fresh.make()) {
            return Optional.empty();
        }
        Files.copy(fresh.made(), fresh.unchanged);
        return Optional.of(fresh);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(f -> !f.startsWith(from.resolve("target"))).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private boolean make() throws IOException {
        return run(build, "cmake", "--build", build.toString(), "--target", "mneme_emulator", "-j2") == 0;
    }

    /** The library of the unchanged sources. */
    Path unchanged() {
        return unchanged;
    }

    /**
     * Builds a mutant.
     *
     * @param mutant its file is relative to the emulator's folder
     * @return its library
     * @throws AssertionError if its text does not occur exactly once, or it does not compile
     */
    Path library(Mutant mutant) throws IOException {
        Path file = sources.resolve("drivers/emulator").resolve(mutant.file());
        String text = Files.readString(file);
        try {
            Files.writeString(file, mutant.in(text));
            if (!make()) {
                throw new AssertionError("does not compile: " + mutant);
            }
            return kept();
        } finally {
            Files.writeString(file, text);
        }
    }

    private Path made() {
        return build.resolve("drivers/emulator").resolve(System.mapLibraryName("mneme_emulator"));
    }

    private Path kept() throws IOException {
        return Files.copy(made(), libraries.resolve("mutant" + built++ + "-" + made().getFileName()));
    }

    private static int run(Path folder, String... command) throws IOException {
        Path log = folder.resolve("log");
        Process process;
        try {
            process = new ProcessBuilder(Arrays.asList(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return -1;
        }
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("takes more than " + MINUTES + " minutes: " + List.of(command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }
}
