package org.mneme.simulator.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mneme.mutants.Mutant;

/** The engine's real sources, by file name, with a mutant's substitution where one is asked for. */
final class EngineSources {
    private static final String FOLDER = "org/mneme/simulator";
    /** The judge is compiled with nothing: mutants are judged by the real one. */
    private static final String JUDGE = FOLDER + "/reference";

    private final Map<String, String> texts;

    private EngineSources(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads the sources.
     *
     * @return by path below src/main/java, such as "org/mneme/simulator/engine/…"
     */
    static EngineSources read() {
        Path root = module().resolve("src/main/java");
        try (Stream<Path> files = Files.walk(root.resolve(FOLDER))) {
            List<Path> sources = files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.startsWith(root.resolve(JUDGE)))
                    .toList();
            Map<String, String> texts = new TreeMap<>();
            for (Path source : sources) {
                texts.put(root.relativize(source).toString().replace('\\', '/'), Files.readString(source));
            }
            return new EngineSources(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path module() {
        Path here = Path.of(System.getProperty("basedir", "."));
        return Optional.of(here)
                .filter(folder ->
                        Files.isDirectory(folder.resolve("src/main/java").resolve(FOLDER)))
                .orElseThrow(() -> new AssertionError("no sources of the engine in " + here.toAbsolutePath()));
    }

    Map<String, String> texts() {
        return texts;
    }

    /**
     * Applies a mutant.
     *
     * @param mutant its file is relative to the engine's folder
     * @return the mutated sources
     * @throws AssertionError if the original text does not occur exactly once
     */
    EngineSources mutated(Mutant mutant) {
        String path = FOLDER + "/" + mutant.file();
        String text = texts.get(path);
        if (text == null) {
            throw new AssertionError("mutant \"" + mutant + "\": there is no " + path + " any more; update the table");
        }
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(path, mutant.in(text));
        return new EngineSources(changed);
    }
}
