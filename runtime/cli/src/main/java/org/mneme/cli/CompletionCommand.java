package org.mneme.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mneme completion}: lets a shell complete commands and options. */
@Command(
        name = "completion",
        header = "Print a completion script for bash and zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(mneme completion)",
            "  mneme completion > ~/.local/share/bash-completion/completions/mneme"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine.Model.CommandSpec own = Objects.requireNonNull(spec);
        own.commandLine().getOut().print(AutoComplete.bash("mneme", own.root().commandLine()));
    }
}
