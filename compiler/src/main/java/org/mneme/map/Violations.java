package org.mneme.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.WeightFormat;

/** Says which limits a graph exceeds, and what would fit. */
final class Violations {
    private final Accounting accounting;
    private final Target target;

    Violations(Accounting accounting) {
        this.accounting = accounting;
        this.target = accounting.target();
    }

    /** Weights that no format holds. */
    List<Violation> weights() {
        List<Violation> found = new ArrayList<>();
        if (target.formats().isEmpty()) {
            return found;
        }
        for (Fibre fibre : accounting.fibres()) {
            for (WeightSpan span : fibre.spans().stream().distinct().toList()) {
                if (!span.isEmpty() && accounting.format(span).isEmpty()) {
                    found.add(new Violation(
                            Quantity.SYNAPSE_FORMATS_PER_CORE,
                            Violation.Scope.NEVER_FITS,
                            "weights of projection " + fibre.projection().name()
                                    + (span.low() == span.high()
                                            ? " (" + span.low() + ")"
                                            : " (" + span.low() + "…" + span.high() + ", multiples of " + span.divisor()
                                                    + ")"),
                            target.formats().size() + 1,
                            target.formats().size(),
                            "round them to " + nearest()));
                    break;
                }
            }
        }
        return found;
    }

    private String nearest() {
        WeightFormat widest = target.formats().stream()
                .max(Comparator.comparingLong(f -> (long) f.high() - f.low()))
                .orElseThrow();
        return "the format " + widest.name() + ": " + widest.low() + "…" + widest.high() + " times " + widest.step()
                + " times a power of 2";
    }

    /** Neurons that fit no core. */
    List<Violation> neverFits(List<Slicer.Misfit> misfits) {
        return misfits.stream().map(this::never).toList();
    }

    private Violation never(Slicer.Misfit misfit) {
        String population = accounting.populations().get(misfit.population()).name();
        long limit = target.limit(misfit.quantity());
        if (misfit.neuron() == Slicer.Misfit.ALL) {
            return new Violation(
                    misfit.quantity(),
                    Violation.Scope.NEVER_FITS,
                    "population " + population + ", which no cut makes fit (more cores of it take more of its own)",
                    misfit.used(),
                    limit,
                    "use a target with " + misfit.used() + " of them, or smaller populations that hear it");
        }
        return new Violation(
                misfit.quantity(),
                Violation.Scope.NEVER_FITS,
                "a neuron of " + population + " (" + misfit.neuron() + ")",
                misfit.used(),
                limit,
                remedy(misfit, population, limit));
    }

    private String remedy(Slicer.Misfit misfit, String population, long limit) {
        return switch (misfit.quantity()) {
            case INPUT_AXONS_PER_CORE -> fewerSources(misfit, limit);
            case SYNAPSE_BITS_PER_CORE, SYNAPSE_BITS_PER_CHIP ->
                "let it hear at most about " + Math.max(0, heard(misfit) * limit / misfit.used()) + " of the "
                        + heard(misfit) + " neurons it hears, or use narrower weights";
            case OUTPUT_AXONS_PER_CORE ->
                "let it reach at most " + limit + " cores, by fewer or larger populations that hear it";
            case NEURONS_PER_CORE ->
                limit < 1
                        ? "use a target with neurons"
                        : "let it reach at most " + limit * target.limit(Quantity.TARGETS_PER_NEURON)
                                + " cores, for each core or so takes a copy of it";
            case AXON_TYPES_PER_CORE -> "use at most " + limit + " different weights onto neurons of " + population;
            case SYNAPSE_FORMATS_PER_CORE ->
                "let the projections onto " + population + " share " + limit + " weight formats";
            default -> "use a target with at least " + misfit.used() + " of them a core";
        };
    }

    private String fewerSources(Slicer.Misfit misfit, long limit) {
        int largest = -1;
        long most = 0;
        CoreUse use = accounting.use(
                new Slice(misfit.population(), misfit.neuron(), misfit.neuron() + 1),
                Demand.none(accounting.populations()));
        for (int p = 0; p < accounting.populations().size(); p++) {
            long sources = count(use.heard().getOrDefault(p, new long[0]));
            if (sources > most) {
                most = sources;
                largest = p;
            }
        }
        // Where delays or weights take axons of their own, a source has several.
        long each = Math.max(1, (misfit.used() + most - 1) / Math.max(1, heard(misfit)));
        long fewer = most - (misfit.used() - limit + each - 1) / each;
        return largest < 0 || fewer < 1
                ? "split its fan-in, or use a target with at least " + misfit.used() + " input axons a core"
                : "let it hear at most " + fewer + " of the " + most + " neurons of "
                        + accounting.populations().get(largest).name() + ", or split its fan-in";
    }

    private long heard(Slicer.Misfit misfit) {
        CoreUse use = accounting.use(
                new Slice(misfit.population(), misfit.neuron(), misfit.neuron() + 1),
                Demand.none(accounting.populations()));
        return use.heard().values().stream().mapToLong(Violations::count).sum();
    }

    private static long count(long[] words) {
        long count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** More cores than there are. */
    Optional<Violation> cores(List<CoreUse> cores) {
        long chips = target.limit(Quantity.CHIPS);
        long each = target.limit(Quantity.CORES_PER_CHIP);
        if (chips == Long.MAX_VALUE || each == Long.MAX_VALUE || cores.size() <= chips * each) {
            return Optional.empty();
        }
        long neurons = cores.stream().mapToLong(CoreUse::neurons).sum();
        String fewer = "about " + neurons * chips * each / cores.size() + " of its " + neurons + " neurons fit";
        String object = "the board (" + cores.size() + " cores are needed)";
        return Optional.of(
                chips == 1 && each > 0
                        ? new Violation(
                                Quantity.CORES_PER_CHIP,
                                Violation.Scope.BOARD_FULL,
                                object,
                                cores.size(),
                                each,
                                "use a chip with " + cores.size() + " cores, or a smaller graph: " + fewer)
                        : chipsNeeded(object, each < 1 ? cores.size() : (cores.size() + each - 1) / each, fewer));
    }

    private Violation chipsNeeded(String object, long needed, String fewer) {
        return new Violation(
                Quantity.CHIPS,
                Violation.Scope.BOARD_FULL,
                object,
                needed,
                target.limit(Quantity.CHIPS),
                "use " + needed + " chips, or a smaller graph: " + fewer);
    }

    /** Chips whose shared memory has no room for all cores, though there are cores enough. */
    Violation chipMemory(List<CoreUse> cores, Mesh mesh) {
        double used = cores.stream().mapToDouble(CoreUse::bits).sum();
        double limit = (double) target.limit(Quantity.SYNAPSE_BITS_PER_CHIP) * mesh.chips();
        return new Violation(
                Quantity.SYNAPSE_BITS_PER_CHIP,
                Violation.Scope.BOARD_FULL,
                "the synapse memory of all chips" + (used > limit ? "" : ", of which cores leave gaps"),
                Math.max(used, Math.nextUp(limit)),
                limit,
                "use " + chipsForMemory(cores, mesh) + " chips, or narrower weights");
    }

    /** Chips that cores take, each core on the first chip with room for it. */
    private long chipsForMemory(List<CoreUse> cores, Mesh mesh) {
        List<long[]> chips = new ArrayList<>();
        for (CoreUse core : cores) {
            long[] chip = chips.stream()
                    .filter(c -> c[0] < mesh.coresPerChip()
                            && c[1] + core.bits() <= target.limit(Quantity.SYNAPSE_BITS_PER_CHIP))
                    .findFirst()
                    .orElseGet(() -> {
                        chips.add(new long[2]);
                        return chips.getLast();
                    });
            chip[0]++;
            chip[1] += core.bits();
        }
        return chips.size();
    }

    /** Chips whose routing tables are too small. */
    List<Violation> entries(List<TableEntry> tables) {
        long limit = target.limit(Quantity.ROUTING_ENTRIES_PER_CHIP);
        Map<Integer, Integer> byChip = new TreeMap<>();
        tables.forEach(entry -> byChip.merge(entry.chip(), 1, Integer::sum));
        return byChip.entrySet().stream()
                .filter(e -> e.getValue() > limit)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparingInt(e -> -e.getKey()))
                .map(e -> new Violation(
                        Quantity.ROUTING_ENTRIES_PER_CHIP,
                        Violation.Scope.BOARD_FULL,
                        "the routing table of chip " + e.getKey()
                                + (byChip.values().stream()
                                                        .filter(n -> n > limit)
                                                        .count()
                                                > 1
                                        ? ", the fullest of "
                                                + byChip.values().stream()
                                                        .filter(n -> n > limit)
                                                        .count()
                                        : ""),
                        e.getValue(),
                        limit,
                        "use fewer populations, more neurons a core, or more chips"))
                .stream()
                .toList();
    }
}
