package org.mneme.map;

import java.time.Duration;
import java.util.Optional;
import org.mneme.InvalidValueException;

/**
 * How to map.
 *
 * @param seed of all random draws: same seed, same mapping
 * @param timeBudget after which placement stops where it is, &gt; 0; the mapping then says that its bytes may not repeat. Empty: as many
 *     moves as the size of the problem asks for
 * @param partitioner {@link #AUTO} or a name of {@link Partitioner#named}
 * @param placer {@link #AUTO} or a name of {@link Placer#named}
 * @param router {@link #AUTO} or a name of {@link Router#named}
 * @param allowIncomplete whether a target that lacks a limit which mapping needs is mapped to as far as is known; else it is refused
 */
public record MappingOptions(
        long seed,
        Optional<Duration> timeBudget,
        String partitioner,
        String placer,
        String router,
        boolean allowIncomplete) {
    /** Leaves the choice to the mapper: the good one that suits the target. */
    public static final String AUTO = "auto";

    /** Checks the names and the budget. */
    public MappingOptions {
        timeBudget.ifPresent(budget -> {
            if (budget.isZero() || budget.isNegative()) {
                throw new InvalidValueException("time budget", budget, "longer than 0 s");
            }
        });
        Partitioner.named(partitioner);
        Placer.named(placer);
        Router.named(router);
    }

    /**
     * Returns seed 1, no time budget, the good algorithms, and no incomplete targets.
     *
     * @return the options
     */
    public static MappingOptions defaults() {
        return new MappingOptions(1, Optional.empty(), AUTO, AUTO, AUTO, false);
    }

    /**
     * Returns the same with another seed.
     *
     * @param other seed
     * @return new options
     */
    public MappingOptions withSeed(long other) {
        return new MappingOptions(other, timeBudget, partitioner, placer, router, allowIncomplete);
    }

    /**
     * Returns the same with a time budget.
     *
     * @param budget &gt; 0
     * @return new options
     */
    public MappingOptions withTimeBudget(Duration budget) {
        return new MappingOptions(seed, Optional.of(budget), partitioner, placer, router, allowIncomplete);
    }

    /**
     * Returns the same with other algorithms.
     *
     * @param otherPartitioner name
     * @param otherPlacer name
     * @param otherRouter name
     * @return new options
     */
    public MappingOptions with(String otherPartitioner, String otherPlacer, String otherRouter) {
        return new MappingOptions(seed, timeBudget, otherPartitioner, otherPlacer, otherRouter, allowIncomplete);
    }

    /**
     * Returns the same for targets of which not all is known.
     *
     * @param allow whether they are mapped to
     * @return new options
     */
    public MappingOptions allowingIncomplete(boolean allow) {
        return new MappingOptions(seed, timeBudget, partitioner, placer, router, allow);
    }
}
