package org.mneme.recall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.NullMarked;
import org.mneme.model.ReferenceRecall;
import org.mneme.mutants.CompiledClasses;
import org.mneme.mutants.Mutant;

/** Compiles a mutated source in memory and loads {@link KernelTranscript} with it, beside the real classes. */
final class MutatedKernels {
    private static final String OURS = "org.mneme.";

    private MutatedKernels() {}

    /**
     * Loads the transcripts with a mutant in place of the class.
     *
     * @param mutant its file is one such as "model/Tally"
     * @throws AssertionError if the original text does not occur exactly once, or the mutant does not compile
     */
    static IntFunction<String> transcripts(Mutant mutant) {
        return transcripts(path(mutant), mutated(mutant));
    }

    /** Loads the transcripts with the source as it is, compiled in the same way. */
    static IntFunction<String> unchanged(String path) {
        return transcripts(path, source(path));
    }

    private static IntFunction<String> transcripts(String path, String text) {
        Object made = CompiledClasses.of(Map.of(path, text), ReferenceRecall.class, NullMarked.class)
                .create(
                        KernelTranscript.class.getName(),
                        MutatedKernels.class.getClassLoader(),
                        name -> name.startsWith(OURS));
        return index -> String.valueOf(((IntFunction<?>) made).apply(index));
    }

    static String mutated(Mutant mutant) {
        return mutant.in(source(path(mutant)));
    }

    private static String path(Mutant mutant) {
        return "org/mneme/" + mutant.file() + ".java";
    }

    private static String source(String path) {
        Path file = Path.of(System.getProperty("basedir", "."), "src/main/java").resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new AssertionError("there is no " + file.toAbsolutePath() + " any more; update the table");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
