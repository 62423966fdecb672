package org.mneme.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mneme schema}: the JSON Schema of memory files. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of memory files, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
    /** The resource. */
    static final String RESOURCE = "memory.schema.json";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        try (InputStream in = Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(RESOURCE))) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
