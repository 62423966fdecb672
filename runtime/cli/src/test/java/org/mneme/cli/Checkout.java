package org.mneme.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests run in, and folders of theirs. */
final class Checkout {
    private Checkout() {}

    /** The folder that holds the top pom.xml. */
    static Path root() {
        return Path.of(System.getProperty("mneme.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    /** A file of examples/memories, by its name without ".yaml". */
    static Path memory(String name) {
        return root().resolve("examples/memories/" + name + ".yaml");
    }

    /** The files of examples/memories. */
    static List<Path> memories() {
        return files(root().resolve("examples/memories")).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .toList();
    }

    /** All files below a folder, hidden ones too, ascending. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file. */
    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small memory of which each pattern is its own successor: 6 patterns of 60 features. */
    static Path associative(Path folder) {
        return write(folder.resolve("associative.yaml"), """
                name: associative
                patterns: {random: {count: 6, features: 60, seed: 1}}
                sequence: associative
                interaction: {exponential: {kappa: 0.5}}
                """);
    }

    /** A small memory that is recalled in a moment: 6 patterns of 64 features. */
    static Path small(Path folder) {
        return write(folder.resolve("small.yaml"), """
                name: small
                patterns: {random: {count: 6, features: 64, seed: 1}}
                interaction: {polynomial: {degree: 3}}
                """);
    }
}
