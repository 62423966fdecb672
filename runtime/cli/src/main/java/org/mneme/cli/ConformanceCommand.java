package org.mneme.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.runtime.board.BoardDirectory;
import org.mneme.runtime.board.Conformance;
import org.mneme.runtime.board.Conformance.Outcome;
import org.mneme.runtime.board.Conformance.Verdict;
import org.mneme.targets.Target;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mneme conformance}: runs the golden vectors on a board. */
@Command(
        name = "conformance",
        header = "Run the golden vectors on a board, and compare spikes, states and counters.",
        description = {
            "",
            "Every vector is a small graph, what it is given, and what it must do. Those that the board's target does not accept are left out, and why is said.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mneme conformance emulator:",
            "  mneme conformance 'emulator:?target=loihi1' --json",
            "",
            "Exit codes: 0 all vectors that apply passed; 1 one failed, or none applies;",
            "2 wrong usage; 3 board fault."
        },
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "URI", description = "The board, as 'mneme boards' lists it.")
    private String uri = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Target target = service(BoardDirectory.class).describe(uri);
        String kind = kind();
        List<Verdict> verdicts = service(Conformance.class).run(uri);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            JsonText.print(tree(target, kind, verdicts), out);
        } else {
            print(target, kind, verdicts, out);
        }
        return passes(verdicts) ? ExitCodes.DONE : ExitCodes.NO;
    }

    private static boolean passes(List<Verdict> verdicts) {
        return count(verdicts, Outcome.FAILED) == 0 && count(verdicts, Outcome.PASSED) > 0;
    }

    private <T> T service(Class<T> type) {
        return ServiceLoader.load(type)
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "board", uri, "reachable: nothing here knows boards, add mneme-board to the class path"));
    }

    /** Whether the driver of the scheme says its boards are hardware. */
    private String kind() {
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
        Optional<BoardDirectory.Found> driver = service(BoardDirectory.class).search().stream()
                .filter(found ->
                        found.scheme().equals(scheme) && found.trouble().isEmpty())
                .findFirst();
        return driver.map(found -> found.hardware() ? "hardware" : "emulated").orElse("of an unknown kind");
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(v -> v.outcome() == outcome).count();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case NOT_APPLICABLE -> "left out";
        };
    }

    private void print(Target target, String kind, List<Verdict> verdicts, PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %s: %s%n", uri, kind, target.title());
        int width = verdicts.stream().mapToInt(v -> v.name().length()).max().orElse(0);
        for (Verdict verdict : verdicts) {
            String remark =
                    verdict.remarks().isEmpty() ? "" : "  " + verdict.remarks().getFirst();
            out.println(("%-" + width + "s  %-8s%s")
                    .formatted(verdict.name(), word(verdict.outcome()), remark)
                    .strip());
            for (String more : verdict.remarks().stream().skip(1).toList()) {
                out.println(" ".repeat(width + 12) + more);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d passed, %d failed, %d do not apply%n",
                count(verdicts, Outcome.PASSED),
                count(verdicts, Outcome.FAILED),
                count(verdicts, Outcome.NOT_APPLICABLE));
    }

    private Map<String, Object> tree(Target target, String kind, List<Verdict> verdicts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("board", uri);
        tree.put("kind", kind);
        tree.put("target", target.name());
        tree.put("digest", target.digest());
        tree.put("passes", passes(verdicts));
        tree.put("vectors", verdicts.stream().map(ConformanceCommand::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", verdict.name());
        tree.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        tree.put("remarks", verdict.remarks());
        return tree;
    }
}
