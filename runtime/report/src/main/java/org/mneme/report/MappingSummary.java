package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.mneme.map.Estimate;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;

/** A mapping in a few lines of text. */
public final class MappingSummary {
    private static final int PERCENT = 100;

    private MappingSummary() {}

    /**
     * Sums a mapping up: what it was lowered to, how much of the board it takes, where each limit is used most, what a tick is expected to
     * cost, and what the user should know.
     *
     * @param memory what was mapped
     * @return lines; the same for the same memory
     */
    public static List<String> lines(MappedMemory memory) {
        Mapping mapping = memory.mapping();
        List<String> lines = new ArrayList<>();
        lines.add(headline(mapping) + "; " + arithmetic(mapping.target()));
        lines.add("limits, where each is used most:");
        limits(mapping, lines);
        Estimate estimate = mapping.estimate();
        lines.add(String.format(
                Locale.ROOT,
                "expected a tick: %s spikes, %s synaptic events, %s hops",
                Amounts.rounded(estimate.spikes()),
                Amounts.rounded(estimate.synapticEvents()),
                Amounts.rounded(estimate.hops())));
        lines.add("expected a tick: " + costs(mapping));
        WeightTables.facts(memory).stream()
                .filter(fact -> !fact.exact())
                .forEach(fact -> lines.add("weights: " + fact.sentence()));
        memory.quality().ifPresent(quality -> lines.add("weights: " + quality.sentence()));
        return lines;
    }

    /**
     * Says how much of a board is used.
     *
     * @param mapping the mapping
     * @return such as "12 of 128 cores on 1 of 1 chip of loihi1"
     */
    static String headline(Mapping mapping) {
        Mesh mesh = Mesh.of(mapping.target());
        long cores = (long) mesh.chips() * mesh.coresPerChip();
        return cores(mapping) + " of " + cores + (cores == 1 ? " core on " : " cores on ") + chips(mapping) + " of "
                + mesh.chips() + (mesh.chips() == 1 ? " chip of " : " chips of ")
                + mapping.target().name();
    }

    /** How many cores are used. */
    static int cores(Mapping mapping) {
        return mapping.partition().clusters().size();
    }

    /** How many chips are used. */
    static int chips(Mapping mapping) {
        Mesh mesh = Mesh.of(mapping.target());
        return (int)
                mapping.placement().sites().stream().map(mesh::chip).distinct().count();
    }

    /**
     * Says whose arithmetic a target computes with when it is emulated.
     *
     * @param target the target
     * @return such as "shape of loihi1, arithmetic of Mneme"
     */
    static String arithmetic(Target target) {
        return switch (target.arithmetic()) {
            case EXACT -> "exact arithmetic";
            case ENVELOPE -> "shape of " + target.name() + ", arithmetic of Mneme";
        };
    }

    private static void limits(Mapping mapping, List<String> lines) {
        List<String[]> rows = new ArrayList<>();
        for (LimitUse use : LimitUse.worst(mapping)) {
            Resource r = use.resource();
            rows.add(new String[] {
                r.quantity().key(),
                Amounts.rounded(r.used()),
                use.limited() ? "of " + Amounts.rounded(r.limit()) : "",
                use.limited() ? Math.round(PERCENT * use.share()) + " %" : "",
                r.place() + flag(use)
            });
        }
        int[] widths = new int[4];
        rows.forEach(row -> {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        });
        for (String[] row : rows) {
            lines.add("  " + pad(row[0], -widths[0]) + "  " + pad(row[1], widths[1]) + " " + pad(row[2], -widths[2])
                    + "  " + pad(row[3], widths[3]) + "  " + row[4]);
        }
    }

    /** Right-justifies; left-justifies to a negative width. */
    private static String pad(String text, int width) {
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + blanks : blanks + text;
    }

    /** What is said of a limit that is not known from a source. */
    private static String flag(LimitUse use) {
        return switch (use.resource().status()) {
            case KNOWN -> "";
            case UNVERIFIED -> " (unverified)";
            case ASSUMED -> " (assumed)";
            case UNKNOWN -> " (limit unknown)";
        };
    }

    /**
     * Says what a tick is expected to cost.
     *
     * @param mapping the mapping
     * @return energy and time, and how far they can be trusted
     */
    static String costs(Mapping mapping) {
        Estimate estimate = mapping.estimate();
        String energy = cost(estimate.joules(), "J", "energy");
        String time = cost(estimate.seconds(), "s", "time");
        boolean some = estimate.joules().isPresent() || estimate.seconds().isPresent();
        String status = estimate.status() == Status.KNOWN || !some
                ? ""
                : " (" + estimate.status().key() + ")";
        return energy + ", " + time + status + idle(mapping);
    }

    private static String cost(OptionalDouble value, String unit, String name) {
        return value.isPresent() ? Amounts.of(value.getAsDouble(), unit) : name + " unknown";
    }

    private static String idle(Mapping mapping) {
        OptionalDouble power = mapping.target().value(Quantity.IDLE_POWER);
        return power.isEmpty()
                ? ""
                : "; besides, " + Amounts.of(power.getAsDouble() * chips(mapping), "W")
                        + " of the chips used, idle ("
                        + mapping.target().figure(Quantity.IDLE_POWER).status().key() + ")";
    }
}
