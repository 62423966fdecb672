package org.mneme.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.map.MappingOptions;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Target;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code mneme compile} takes besides where it compiles for a board. */
final class BoardFlags {
    private static final Path STANDARD = Path.of("-");
    private static final List<String> OWN = List.of(
            "--assume",
            "--seed",
            "--time-budget",
            "--partitioner",
            "--placer",
            "--router",
            "--allow-incomplete",
            "--report",
            "--json");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            completionCandidates = TargetNames.class,
            description =
                    "Compiles for a board: ${COMPLETION-CANDIDATES} ('mneme targets' says more), or the path of a description; "
                            + "then, with ?quantity=value&..., sizes, such as 'emulator?chips=4'.")
    private @Nullable String target;

    @Option(
            names = "--assume",
            paramLabel = "FILE",
            description = "Boards: a description (.textproto) whose values stand for what is not known of the target.")
    private @Nullable Path assumptions;

    @Option(
            names = "--allow-incomplete",
            description = "Boards: compiles as far as is known for a target of which a limit is unknown.")
    private boolean allowIncomplete;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "Boards: seed of every random draw; the same seed, the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            description =
                    "Boards: ends the search for a good placement after this time, such as 30s or 2min; bytes may then differ.")
    private @Nullable String timeBudget;

    @Option(
            names = "--partitioner",
            paramLabel = "NAME",
            defaultValue = MappingOptions.AUTO,
            completionCandidates = Partitioners.class,
            description =
                    "Boards: what cuts populations into cores: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String partitioner = MappingOptions.AUTO;

    @Option(
            names = "--placer",
            paramLabel = "NAME",
            defaultValue = MappingOptions.AUTO,
            completionCandidates = Placers.class,
            description = "Boards: what puts them on the mesh: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String placer = MappingOptions.AUTO;

    @Option(
            names = "--router",
            paramLabel = "NAME",
            defaultValue = MappingOptions.AUTO,
            completionCandidates = Routers.class,
            description = "Boards: what finds the ways of spikes: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String router = MappingOptions.AUTO;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Boards: writes the mesh, every limit and the traffic as one self-contained HTML page.")
    private @Nullable Path report;

    @Option(
            names = "--json",
            paramLabel = "OUT",
            description =
                    "Boards: writes the mapping as JSON; - for the standard output, which then holds nothing else.")
    private @Nullable Path json;

    /** The values of --partitioner. */
    static final class Partitioners extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Partitioners() {
            super(List.of(MappingOptions.AUTO, "packing", "first-fit"));
        }
    }

    /** The values of --placer. */
    static final class Placers extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Placers() {
            super(List.of(MappingOptions.AUTO, "annealing", "first-fit"));
        }
    }

    /** The values of --router. */
    static final class Routers extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Routers() {
            super(List.of(MappingOptions.AUTO, "multicast", "unicast"));
        }
    }

    /**
     * Says whether a board is compiled for.
     *
     * @return true with --target
     * @throws InvalidValueException if options of boards were given without it
     */
    boolean asked() {
        if (target != null) {
            return true;
        }
        for (OptionSpec option :
                Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions()) {
            if (OWN.contains(option.longestName())) {
                throw new InvalidValueException(
                        option.longestName(),
                        "'" + String.join(", ", option.originalStringValues()) + "'",
                        "used without a board; add --target NAME");
            }
        }
        return false;
    }

    /**
     * Returns the target's name as it was given.
     *
     * @return such as "emulator?chips=4"
     */
    String targetName() {
        return Objects.requireNonNull(target);
    }

    /**
     * Returns the target, with what the user supplies for it.
     *
     * @return the target
     * @throws org.mneme.InputException if there is none, or a file of it is wrong
     */
    Target target() {
        String name = Objects.requireNonNull(target);
        Target found = Targets.named(name);
        return assumptions == null ? found : Targets.provider(name).assume(found, assumptions);
    }

    /**
     * Returns how it is mapped.
     *
     * @return the options
     * @throws InvalidValueException if a value is wrong
     */
    MappingOptions mapping() {
        return new MappingOptions(
                seed,
                Optional.ofNullable(timeBudget).map(text -> Durations.parse("--time-budget", text)),
                partitioner,
                placer,
                router,
                allowIncomplete);
    }

    /**
     * Returns the settings as a page shows them.
     *
     * @return name → value
     */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("compiled for", Objects.requireNonNull(target));
        if (assumptions != null) {
            settings.put("assumed from", String.valueOf(assumptions.getFileName()));
        }
        settings.put("seed", Long.toString(seed));
        settings.put("partitioner, placer, router", partitioner + ", " + placer + ", " + router);
        settings.put("time budget", timeBudget == null ? "none" : timeBudget);
        return settings;
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    Optional<Path> jsonFile() {
        return piped() ? Optional.empty() : Optional.ofNullable(json);
    }

    boolean piped() {
        return STANDARD.equals(json);
    }

    long seed() {
        return seed;
    }
}
