package org.mneme.board.equality;

import java.util.Map;
import java.util.Optional;
import org.mneme.ir.GraphValidator;
import org.mneme.ir.NumberDomain;
import org.mneme.map.InfeasibleException;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.mneme.pass.BoardPasses;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.property.Case;
import org.mneme.simulator.property.Run;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * A random case that a board accepts.
 *
 * @param board where it runs
 * @param given its graph after all passes for the board's target
 * @param original its graph before them
 * @param mapping of the graph to the board's cores
 */
record Fitted(Backend board, Case given, Case original, Mapping mapping) {
    /**
     * Adapts a case to a board.
     *
     * @param random a random case
     * @param uri of the board
     * @return empty where the case is one of real numbers, or the target does not accept it all the same
     */
    static Optional<Fitted> of(Case random, String uri) {
        if (!(random.graph().domain() instanceof NumberDomain.Fixed)) {
            return Optional.empty();
        }
        Backend board = EmulatedBoards.at(uri);
        Target target = board.target().orElseThrow();
        Case adapted = Adapted.to(random, target);
        if (!GraphValidator.mistakes(adapted.graph()).isEmpty()) {
            return Optional.empty();
        }
        BoardPasses.Result passed = BoardPasses.apply(adapted.graph(), target, false);
        if (!passed.misfits().isEmpty()) {
            return Optional.empty();
        }
        Case given = adapted.with(passed.graph());
        try {
            return Optional.of(new Fitted(board, given, adapted, mapping(given, target)));
        } catch (InfeasibleException _) {
            return Optional.empty();
        }
    }

    /** The mapping that the board's backend makes too. */
    static Mapping mapping(Case given, Target target) {
        return Mapper.map(
                new Workload(given.graph(), Run.everything(given), Map.of()),
                target,
                MappingOptions.defaults().allowingIncomplete(true),
                MappingProgress.NONE);
    }

    boolean isRewritten() {
        return !given.graph().populations().equals(original.graph().populations());
    }

    /** Cores that hold neurons. */
    int cores() {
        return mapping.partition().clusters().size();
    }

    /** Chips that hold neurons. */
    long chips() {
        long perChip = mapping.target().limit(Quantity.CORES_PER_CHIP);
        return mapping.placement().sites().stream()
                .mapToLong(site -> site / perChip)
                .distinct()
                .count();
    }

    /** Whether a population is in several pieces. */
    boolean isSplit() {
        long slices = mapping.partition().clusters().stream()
                .mapToLong(cluster -> cluster.slices().size())
                .sum();
        return slices > given.graph().populations().size();
    }

    Optional<String> difference() {
        return Equality.difference(board, given)
                .map(found -> "seed " + given.seed() + " on " + board.name() + ": " + found);
    }
}
