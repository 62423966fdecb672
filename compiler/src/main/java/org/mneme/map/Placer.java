package org.mneme.map;

import java.time.Duration;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

/** Puts clusters on cores. */
public sealed interface Placer permits FirstFitPlacer, AnnealingPlacer {
    /**
     * Where clusters were put.
     *
     * @param placement a site a cluster; empty where the chips' memory has no room for all
     * @param done part of the moves that were made, 1 unless the time budget cut them short
     */
    record Placed(Optional<Placement> placement, double done) {}

    /**
     * Returns the name it is chosen by.
     *
     * @return such as "annealing"
     */
    String name();

    /**
     * Puts clusters on cores. There are at least as many cores as clusters.
     *
     * @param problem what is to be put where
     * @param seed of random draws
     * @param budget time after which it stops where it is; empty for none
     * @param progress told now and then
     * @return where
     */
    Placed place(PlacementProblem problem, long seed, Optional<Duration> budget, MappingProgress progress);

    /**
     * Returns the placer of a name.
     *
     * @param name "first-fit" or "annealing", or {@link MappingOptions#AUTO} for annealing
     * @return the placer
     * @throws InvalidValueException if there is none
     */
    static Placer named(String name) {
        return switch (name) {
            case FirstFitPlacer.NAME -> new FirstFitPlacer();
            case AnnealingPlacer.NAME, MappingOptions.AUTO -> new AnnealingPlacer();
            default -> throw new InvalidValueException("placer", name, "one of annealing, auto, first-fit");
        };
    }

    /** Chip by chip, core by core, each cluster on the first chip with room for its synapses; empty where there is none. */
    static Optional<Ints> inOrder(PlacementProblem problem, int[] chips) {
        Mesh mesh = problem.mesh();
        int[] sites = new int[problem.clusters()];
        int[] used = new int[chips.length];
        long[] bits = new long[chips.length];
        int firstOpen = 0;
        for (int c = 0; c < sites.length; c++) {
            int k = firstOpen;
            while (k < chips.length
                    && (used[k] == mesh.coresPerChip() || bits[k] + problem.bits(c) > problem.bitsPerChip())) {
                k++;
            }
            if (k == chips.length) {
                return Optional.empty();
            }
            sites[c] = chips[k] * mesh.coresPerChip() + used[k]++;
            bits[k] += problem.bits(c);
            while (firstOpen < chips.length && used[firstOpen] == mesh.coresPerChip()) {
                firstOpen++;
            }
        }
        return Optional.of(Ints.of(sites));
    }
}
