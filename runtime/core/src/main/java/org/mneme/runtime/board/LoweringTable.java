package org.mneme.runtime.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.MnemeException;
import org.mneme.bits.Ints;
import org.mneme.lower.Abilities;
import org.mneme.lower.AutoLowering;
import org.mneme.lower.CannotLowerException;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.map.InfeasibleException;
import org.mneme.map.Mapper;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.pass.Compilation;
import org.mneme.pass.UnfitException;
import org.mneme.targets.Target;

/**
 * Which target runs which lowering, found out by compiling and mapping a small memory for each.
 *
 * @param rows by target, then form
 */
public record LoweringTable(List<Row> rows) {
    /** Patterns of the memories. */
    public static final int PATTERNS = 6;

    /** Features of the memories. */
    public static final int FEATURES = 60;

    /** Width of a column, at least. */
    private static final int COLUMN = 15;

    /** Copies the list. */
    public LoweringTable {
        rows = List.copyOf(rows);
    }

    /** A lowering, in one of the forms that ask different things of a target. */
    public enum Form {
        /** Signed integers as payloads, a cube of the overlap. */
        GRADED("graded", "graded"),
        /** 64-bit floats, the same. */
        REAL("real", "real"),
        /** Binary spikes; the best match wins. */
        WINNER_TAKE_ALL("winner-take-all", "spiking"),
        /** Binary spikes; the best match wins and is held for two steps. */
        DWELL("dwell", "spiking"),
        /** Binary spikes; whoever matches three quarters of the features fires. */
        COINCIDENCE("coincidence", "spiking"),
        /** The biological form. */
        STOCHASTIC("stochastic", "stochastic");

        private final String title;
        private final String lowering;

        Form(String title, String lowering) {
            this.title = title;
            this.lowering = lowering;
        }

        /**
         * Returns its name.
         *
         * @return such as "coincidence"
         */
        public String title() {
            return title;
        }

        /**
         * Returns the lowering it is a form of.
         *
         * @return such as "spiking"
         */
        public String lowering() {
            return lowering;
        }

        /**
         * Returns the memory that asks for it.
         *
         * @return 6 random patterns of 60 features in a cycle
         */
        public SequenceMemory memory() {
            Interaction interaction = switch (this) {
                case GRADED, REAL -> new Interaction.Polynomial(3);
                case WINNER_TAKE_ALL, DWELL -> new Interaction.Exponential(1);
                case COINCIDENCE -> new Interaction.Threshold(new BigDecimal("0.75"));
                case STOCHASTIC -> new Interaction.Exponential(0.5);
            };
            SequenceMemory memory = SequenceMemory.of(
                    PatternSet.random(PATTERNS, FEATURES, 1, 0), Successors.cycle(PATTERNS), interaction);
            return this == DWELL
                    ? memory.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 2.5, interaction))
                    : memory;
        }
    }

    /** How it ended. */
    public enum Outcome {
        /** It is compiled and mapped. */
        RUNS,
        /** It is compiled and mapped as far as the target is known. */
        AS_FAR_AS_KNOWN,
        /** Something does not fit. */
        REFUSED
    }

    /**
     * A target and a form of a lowering.
     *
     * @param target its name
     * @param form of the lowering
     * @param outcome how it ended
     * @param reason why it was refused, the first reason where there are several; empty where it was not
     */
    public record Row(String target, Form form, Outcome outcome, String reason) {}

    /**
     * Compiles and maps every form for every target.
     *
     * @param targets which
     * @return the table
     */
    public static LoweringTable of(List<Target> targets) {
        List<Row> rows = new ArrayList<>();
        for (Target target : targets) {
            for (Form form : Form.values()) {
                rows.add(row(target, form));
            }
        }
        return new LoweringTable(rows);
    }

    private static Row row(Target target, Form form) {
        Abilities abilities = Abilities.of(target);
        Optional<String> lacking = AutoLowering.lacking(Lowerings.named(form.lowering()), form.memory(), abilities);
        if (lacking.isPresent()) {
            return new Row(target.name(), form, Outcome.REFUSED, lacking.get());
        }
        try {
            Lowered lowered = Compilation.of(
                            form.memory(),
                            form.lowering(),
                            LoweringOptions.defaults().with(abilities))
                    .lowered();
            Set<String> probed =
                    Set.of(lowered.codec().featurePopulation(), lowered.codec().hiddenPopulation());
            Mapper.map(
                    new Workload(lowered.graph(), probed, Map.of()),
                    target,
                    MappingOptions.defaults().allowingIncomplete(true),
                    MappingProgress.NONE);
        } catch (MnemeException e) {
            return new Row(target.name(), form, Outcome.REFUSED, reason(e));
        }
        Outcome outcome = target.unknownLimits().isEmpty() ? Outcome.RUNS : Outcome.AS_FAR_AS_KNOWN;
        return new Row(target.name(), form, outcome, "");
    }

    private static String reason(MnemeException e) {
        return switch (e) {
            case UnfitException unfit -> unfit.misfits().getFirst().sentence();
            case InfeasibleException infeasible ->
                InfeasibleException.sentence(infeasible.violations().getFirst());
            case CannotLowerException cannot -> cannot.reason();
            default -> e.getMessage();
        };
    }

    /**
     * Returns the table as text: a row a target, a column a form, then the reasons of all refusals.
     *
     * @return lines of Markdown
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("target"));
        List<String> rule = new ArrayList<>(List.of("---"));
        for (Form form : Form.values()) {
            head.add(form.title());
            rule.add("---");
        }
        lines.add(line(head, " "));
        lines.add(line(rule, "-"));
        Map<String, List<String>> refused = new LinkedHashMap<>();
        rows.stream().map(Row::target).distinct().forEach(target -> {
            List<String> cells = new ArrayList<>(List.of(target));
            for (Row row : rows) {
                if (row.target().equals(target)) {
                    cells.add(word(row.outcome()));
                    if (row.outcome() == Outcome.REFUSED) {
                        refused.computeIfAbsent(row.reason(), _ -> new ArrayList<>())
                                .add(row.form().title());
                    }
                }
            }
            lines.add(line(cells, " "));
        });
        lines.add("");
        refused.forEach((reason, forms) -> lines.add("- " + String.join(", ", forms) + ": " + reason));
        return lines;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case RUNS -> "runs";
            case AS_FAR_AS_KNOWN -> "as far as known";
            case REFUSED -> "refused";
        };
    }

    private static String line(List<String> cells, String fill) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(fill.equals("-") ? "" : " ")
                    .append(cell)
                    .append(fill.repeat(Math.max(1, COLUMN + (fill.equals("-") ? 2 : 1) - cell.length())))
                    .append('|');
        }
        return line.toString();
    }
}
