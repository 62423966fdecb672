package org.mneme.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.board.LoweringTable;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;
import org.mneme.targets.TargetValidator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mneme targets}: the boards that memories are compiled for. */
@Command(
        name = "targets",
        header = "List the boards that memories are compiled for.",
        description = {
            "Each target is described in one file, every value with its source: known, unverified (usable, but not "
                    + "checked), assumed, or unknown. The arithmetic is exact where Mneme's emulator computes as the chip "
                    + "does, an envelope where it keeps the chip's limits with arithmetic of its own. Where limits that "
                    + "mapping needs are unknown, a target is incomplete.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mneme targets",
            "  mneme targets --lowerings",
            "  mneme targets show loihi1",
            "  mneme targets show 'emulator?chips=4&neurons-per-core=4096' --json",
            "  mneme targets show loihi2 --assume limits.textproto"
        },
        subcommands = TargetsShowCommand.class,
        mixinStandardHelpOptions = true)
final class TargetsCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--lowerings",
            description = "Which target runs which lowering, or why not: compiles and maps a small memory for each.")
    private boolean lowerings;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Target> targets = Targets.names().stream().map(Targets::named).toList();
        if (lowerings) {
            lowerings(LoweringTable.of(targets), out);
        } else {
            list(targets, out);
        }
        return ExitCodes.DONE;
    }

    private void lowerings(LoweringTable table, PrintWriter out) {
        if (!json) {
            table.lines().forEach(out::println);
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LoweringTable.Row row : table.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("target", row.target());
            one.put("lowering", row.form().lowering());
            one.put("form", row.form().title());
            one.put("outcome", row.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            one.put("reason", row.reason());
            rows.add(one);
        }
        JsonText.print(Map.of("lowerings", rows), out);
    }

    private void list(List<Target> targets, PrintWriter out) {
        if (json) {
            List<Map<String, Object>> all = new ArrayList<>();
            targets.forEach(target -> all.add(row(target)));
            JsonText.print(Map.of("targets", all), out);
            return;
        }
        String format = "%-11s %-10s %6s %9s %6s %11s %8s %8s  %s%n";
        out.printf(
                Locale.ROOT,
                format,
                "target",
                "arithmetic",
                "cores",
                "neurons",
                "known",
                "unverified",
                "assumed",
                "unknown",
                "what it is");
        for (Target target : targets) {
            out.printf(
                    Locale.ROOT,
                    format,
                    target.name(),
                    target.arithmetic().name().toLowerCase(Locale.ROOT),
                    TargetValidator.text(cores(target)),
                    neurons(target),
                    target.count(Status.KNOWN),
                    target.count(Status.UNVERIFIED),
                    target.count(Status.ASSUMED),
                    target.count(Status.UNKNOWN),
                    target.title() + incomplete(target));
        }
    }

    private static double cores(Target target) {
        return target.value(Quantity.CHIPS).orElseThrow()
                * target.value(Quantity.CORES_PER_CHIP).orElseThrow();
    }

    private static String neurons(Target target) {
        return target.value(Quantity.NEURONS_PER_CORE).stream()
                .mapToObj(n -> TargetValidator.text(n * cores(target)))
                .findFirst()
                .orElse("?");
    }

    private static String incomplete(Target target) {
        int unknown = target.unknownLimits().size();
        return unknown == 0 ? "" : " (incomplete: " + unknown + " limits unknown)";
    }

    private static Map<String, Object> row(Target target) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", target.name());
        row.put("title", target.title());
        row.put("arithmetic", target.arithmetic().name().toLowerCase(Locale.ROOT));
        row.put("cores", (long) cores(target));
        target.value(Quantity.NEURONS_PER_CORE).ifPresent(n -> row.put("neurons", (long) (n * cores(target))));
        for (Status status : Status.values()) {
            row.put(status.key(), target.count(status));
        }
        row.put(
                "unknownLimits",
                target.unknownLimits().stream().map(Quantity::key).toList());
        row.put("digest", target.digest());
        return row;
    }
}
