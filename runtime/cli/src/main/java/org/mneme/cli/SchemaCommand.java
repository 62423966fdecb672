package org.mneme.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.report.StudyFiles;
import org.mneme.runtime.result.RunJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mneme schema}: the JSON Schemas of memory files and of what commands write as JSON. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of memory files, or of results.",
        description =
                "Memory files are YAML; the results are what --json OUT writes: run, and of a network network-run, by 'mneme "
                        + "run', mapping by 'mneme compile --target', capacity by 'mneme capacity', study by "
                        + "'mneme capacity --figure' and 'mneme robustness', boards by 'mneme boards'.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FORMAT",
            arity = "0..1",
            defaultValue = "memory",
            completionCandidates = Formats.class,
            description = "What is described: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String format = "memory";

    /** The values of FORMAT. */
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            super(List.of("memory", "run", "network-run", "mapping", "study", "capacity", "boards"));
        }
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().getOut().print(text(owner(), format + ".schema.json"));
    }

    /** The class that the schema's file lies beside. */
    private Class<?> owner() {
        return switch (format) {
            case "memory", "network-run", "capacity", "boards" -> SchemaCommand.class;
            case "run" -> RunJson.class;
            case "study", "mapping" -> StudyFiles.class;
            default ->
                throw new InvalidValueException(
                        "schema", "'" + format + "'", "memory, run, network-run, mapping, study, capacity or boards");
        };
    }

    private static String text(Class<?> owner, String resource) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
