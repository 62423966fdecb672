package org.mneme.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.ir.NumberDomain;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;

/**
 * Maps graphs to boards: partition, placement, routes, and what they use.
 *
 * <p>Same workload, target, and options without a time budget: same mapping, on any machine.
 */
public final class Mapper {
    private final Workload workload;
    private final Target target;
    private final MappingOptions options;
    private final MappingProgress progress;
    private final Accounting accounting;

    private Mapper(Workload workload, Target target, MappingOptions options, MappingProgress progress) {
        this.workload = workload;
        this.target = target;
        this.options = options;
        this.progress = progress;
        this.accounting = new Accounting(workload, target);
    }

    /**
     * Maps a graph to a board.
     *
     * @param workload a graph without mistakes, after all passes
     * @param target whose cores
     * @param options how
     * @param progress told now and then
     * @return what is where
     * @throws InfeasibleException listing every limit that is exceeded
     * @throws IncompleteTargetException if the target lacks a limit that is needed, and the options do not allow it
     * @throws InvalidValueException if the graph is not in the fixed domain, or the target's routing cannot be had on its mesh
     */
    public static Mapping map(Workload workload, Target target, MappingOptions options, MappingProgress progress) {
        if (!(workload.graph().domain() instanceof NumberDomain.Fixed)) {
            throw new InvalidValueException(
                    "graph " + workload.graph().name(),
                    "the domain of real numbers",
                    "what boards take: use the fixed domain");
        }
        List<Quantity> unknown = target.unknownLimits();
        if (!options.allowIncomplete() && !unknown.isEmpty()) {
            throw new IncompleteTargetException(target.name(), unknown);
        }
        return new Mapper(workload, target, options, progress).map();
    }

    private Mapping map() {
        Violations violations = new Violations(accounting);
        SettledPartition settled = SettledPartition.of(Partitioner.named(options.partitioner()), accounting, progress);
        List<CoreUse> cores = settled.cores();
        List<Violation> found = new ArrayList<>(violations.weights());
        found.addAll(violations.neverFits(settled.slicer().misfits(cores)));
        violations.cores(cores).ifPresent(found::add);
        Mesh mesh = Mesh.of(target, cores.size());
        requireRoutable(mesh);
        PlacementProblem problem = Traffic.problem(accounting, cores, mesh);
        boolean oneIsTooLarge = found.stream().anyMatch(v -> v.quantity() == Quantity.SYNAPSE_BITS_PER_CHIP);
        if (cores.size() <= mesh.sites()
                && !oneIsTooLarge
                && Placer.inOrder(problem, Ints.range(mesh.chips()).toArray()).isEmpty()) {
            found.add(violations.chipMemory(cores, mesh));
        }
        hostEvents().ifPresent(found::add);
        refuse(found);
        Placer.Placed placed =
                Placer.named(options.placer()).place(problem, options.seed(), options.timeBudget(), progress);
        Placement placement = placed.placement().orElseThrow();
        Routes routes = routes(cores, placement, mesh);
        refuse(violations.entries(routes.tables()));
        return new Mapping(
                target,
                workload,
                options.seed(),
                new Partition(cores.stream().map(CoreUse::cluster).toList()),
                placement,
                routes,
                Resources.of(accounting, cores, placement, mesh, routes.tables()),
                Estimates.of(accounting, cores, routes.trees(), mesh),
                notes(placed.done()));
    }

    private void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw new InfeasibleException(
                    workload.graph().name(),
                    target.name(),
                    found.stream()
                            .sorted(Comparator.comparing(Violation::scope))
                            .toList());
        }
    }

    private void requireRoutable(Mesh mesh) {
        boolean oneRouter = mesh.tileColumns() * mesh.tileRows() == 1 && mesh.coresPerChip() <= Long.SIZE;
        if (target.routing() == Target.Routing.KEY_MASK && !oneRouter) {
            throw new InvalidValueException(
                    "target " + target.name(),
                    mesh.tileColumns() * mesh.tileRows() + " routers and " + mesh.coresPerChip() + " cores a chip",
                    "what key-mask tables can say: one router and at most 64 cores a chip");
        }
    }

    private Routes routes(List<CoreUse> cores, Placement placement, Mesh mesh) {
        Routing routing = new Routing(accounting, cores, placement, mesh, Router.named(options.router()));
        List<Route> exact = routing.routes(false, progress);
        if (target.routing() != Target.Routing.KEY_MASK) {
            return new Routes(exact, List.of(), List.of());
        }
        long limit = target.limit(Quantity.ROUTING_ENTRIES_PER_CHIP);
        Routes precise = tabled(exact, mesh, limit);
        if (new Violations(accounting).entries(precise.tables()).isEmpty()) {
            return precise;
        }
        Routes whole = tabled(routing.routes(true, progress), mesh, limit);
        return whole.tables().size() < precise.tables().size() ? whole : precise;
    }

    private static Routes tabled(List<Route> trees, Mesh mesh, long limit) {
        List<Integer> keys = KeyTables.keys(trees);
        return new Routes(trees, keys, KeyTables.tables(trees, keys, mesh, limit));
    }

    /** Only where the workload says how often all that the host hears or sends spikes: a bound is no expectation. */
    private Optional<Violation> hostEvents() {
        double limit = target.value(Quantity.HOST_EVENTS).orElse(Double.POSITIVE_INFINITY);
        double used = Resources.hostEvents(accounting);
        boolean stated = workload.graph().populations().stream()
                .filter(p -> workload.probed().contains(p.name())
                        || p.model().state().isEmpty())
                .allMatch(p -> workload.rates().containsKey(p.name()));
        return used <= limit || !stated
                ? Optional.empty()
                : Optional.of(new Violation(
                        Quantity.HOST_EVENTS,
                        Violation.Scope.BOARD_FULL,
                        "spikes between board and host",
                        used,
                        limit,
                        "probe fewer populations, or use a longer tick"));
    }

    private List<String> notes(double done) {
        List<String> notes = new ArrayList<>();
        List<Quantity> unknown = target.unknownLimits();
        if (!unknown.isEmpty()) {
            notes.add("fits as far as known (" + unknown.size() + (unknown.size() == 1 ? " limit" : " limits")
                    + " unknown: " + unknown.stream().map(Quantity::key).collect(Collectors.joining(", ")) + ")");
        }
        if (done < 1) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the time budget cut placement short after %.0f %% of its moves: another run may give other bytes",
                    100 * done));
        }
        for (Quantity quantity : Quantity.values()) {
            Status status = target.figure(quantity).status();
            boolean bounds = target.value(quantity).orElse(Double.POSITIVE_INFINITY) != Double.POSITIVE_INFINITY;
            if (quantity.role() == Quantity.Role.LIMIT && bounds && status != Status.KNOWN) {
                notes.add(quantity.key() + " of " + target.name() + " is "
                        + status.name().toLowerCase(Locale.ROOT) + ": " + target.limit(quantity) + " ("
                        + target.figure(quantity).source() + ")");
            }
        }
        return notes;
    }
}
