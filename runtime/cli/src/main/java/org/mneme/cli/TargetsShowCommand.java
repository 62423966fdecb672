package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Target;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mneme targets show}: everything that is known of a target. */
@Command(
        name = "show",
        header = "Print everything that is known of a target, with its sources.",
        footer = {
            "",
            "Examples:",
            "  mneme targets show loihi1",
            "  mneme targets show 'loihi1?chips=2' --json",
            "  mneme targets show ./my-board.textproto"
        },
        mixinStandardHelpOptions = true)
final class TargetsShowCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "TARGET",
            completionCandidates = TargetNames.class,
            description =
                    "A name of 'mneme targets', or the path of a description; then, with ?quantity=value&..., sizes.")
    private String target = "";

    @Option(
            names = "--assume",
            paramLabel = "FILE",
            description = "A description (.textproto) whose values stand for what is not known.")
    private @Nullable Path assumptions;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Target shown = Targets.named(target);
        if (assumptions != null) {
            shown = Targets.provider(target).assume(shown, assumptions);
        }
        if (json) {
            JsonText.print(TargetSheet.json(shown), out);
        } else {
            TargetSheet.lines(shown).forEach(out::println);
        }
        return ExitCodes.DONE;
    }
}
