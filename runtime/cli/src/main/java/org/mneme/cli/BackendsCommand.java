package org.mneme.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.experiment.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mneme backends}: what can execute a memory. */
@Command(name = "backends", header = "List what can execute a memory.", mixinStandardHelpOptions = true)
final class BackendsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (Backend backend : Backends.all()) {
            out.printf(Locale.ROOT, "%-12s %s%n", backend.name(), backend.description());
        }
        out.printf(
                Locale.ROOT,
                "%-12s %s%n",
                RunOptions.REFERENCE,
                "The recall rules themselves, exact; no graph and no spikes.");
    }
}
