package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.board.ProgramFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mneme diff}: compares two board programs. */
@Command(
        name = "diff",
        header = "Compare two board programs.",
        description = {
            "Prints where two programs differ, by section and field, what matters most first;",
            "nothing where they are equal."
        },
        footer = {
            "",
            "Examples:",
            "  mneme diff before.mneme after.mneme",
            "",
            "Exit codes:",
            "  0 they are equal; 1 they differ; 2 wrong usage, or one cannot be read."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A.mneme", description = "A board program ('mneme compile -o OUT.mneme').")
    private @Nullable Path first;

    @Parameters(index = "1", paramLabel = "B.mneme", description = "Another.")
    private @Nullable Path second;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path left = Objects.requireNonNull(first);
        Path right = Objects.requireNonNull(second);
        ProgramFormat format = ProgramFiles.required("A.mneme", left);
        ProgramFiles.required("B.mneme", right);
        List<String> differences = format.differences(left, right);
        differences.forEach(out::println);
        return differences.isEmpty() ? ExitCodes.DONE : ExitCodes.NO;
    }
}
