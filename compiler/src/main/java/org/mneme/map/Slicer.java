package org.mneme.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mneme.targets.Quantity;

/**
 * Cuts populations into slices that fit a core of their own.
 *
 * <p>Where a neuron fits no core, the limits it exceeds are lifted for its population: so cutting ends, and all limits that are exceeded
 * are found in one go.
 */
final class Slicer {
    private static final long MOST_LOOKS = 2_000_000_000;

    private final Accounting accounting;
    private final Limits limits;
    private final Map<Integer, Limits> relaxed = new TreeMap<>();

    /**
     * A neuron that no core holds, or a population that cannot be cut: each further core it is cut into has to be reached by neurons of
     * which then fewer fit a core, and so on.
     *
     * @param population index
     * @param neuron of it, or {@link #ALL}
     * @param quantity a limit that it exceeds alone
     * @param used by it alone; by the fullest core without that limit, if all
     */
    record Misfit(int population, int neuron, Quantity quantity, long used) {
        static final int ALL = -1;
    }

    Slicer(Accounting accounting) {
        this.accounting = accounting;
        this.limits = Limits.of(accounting.target());
    }

    Accounting accounting() {
        return accounting;
    }

    Limits limits() {
        return limits;
    }

    /** Whether a neuron of the population fits no core. */
    boolean relaxed(int population) {
        return relaxed.containsKey(population);
    }

    /** Whether a limit was lifted for some population. */
    boolean lifted(Quantity quantity) {
        return limits.at(quantity) != Long.MAX_VALUE
                && relaxed.values().stream().anyMatch(room -> room.at(quantity) == Long.MAX_VALUE);
    }

    /** The slices of a population, from the first neuron on each as large as fits; none for what lives on the host. */
    List<CoreUse> slices(int population, Demand demand) {
        List<CoreUse> slices = new ArrayList<>();
        if (accounting.onHost(population)) {
            return slices;
        }
        int size = accounting.populations().get(population).size();
        int guess = size;
        for (int from = 0; from < size; ) {
            CoreUse use = largest(population, from, size, guess, demand);
            slices.add(use);
            guess = use.slices().getFirst().size();
            from += guess;
        }
        return slices;
    }

    private CoreUse largest(int population, int from, int size, int guess, Demand demand) {
        CoreUse fitting = alone(population, from, demand);
        Limits room = relaxed.getOrDefault(population, limits);
        int low = 1;
        int high = (int) Math.min(size - from, Math.max(1, room.at(Quantity.NEURONS_PER_CORE)));
        int next = Math.min(high, Math.max(2, guess));
        while (low < high) {
            CoreUse use = accounting.use(new Slice(population, from, from + next), demand);
            if (use.fits(room)) {
                fitting = use;
                low = next;
                // The guess mostly is right to the neuron.
                next = next == guess ? Math.min(high, guess + 1) : low + high + 1 >>> 1;
            } else {
                high = next - 1;
                next = low + high + 1 >>> 1;
            }
        }
        return fitting;
    }

    /** A single neuron on a core; where it does not fit, room is made. */
    private CoreUse alone(int population, int neuron, Demand demand) {
        CoreUse use = accounting.use(new Slice(population, neuron, neuron + 1), demand);
        Limits room = relaxed.getOrDefault(population, limits);
        if (!use.fits(room)) {
            relaxed.put(population, room.withRoomFor(use));
        }
        return use;
    }

    /**
     * What fits no core, in the last of all partitions: of each population the neurons that need most of a limit, or else all of it.
     *
     * <p>All neurons of the populations that were found not to fit are looked at, unless that took too long; then every so many.
     */
    List<Misfit> misfits(List<CoreUse> cores) {
        Demand demand = Demand.of(accounting.populations(), cores);
        List<Misfit> misfits = new ArrayList<>();
        for (int population : relaxed.keySet()) {
            Map<Quantity, Misfit> worst = new EnumMap<>(Quantity.class);
            int size = accounting.populations().get(population).size();
            long each = accounting.into(population).stream()
                    .mapToLong(f -> accounting.populations().get(f.source()).size())
                    .sum();
            int step = (int) Math.max(1, size * each / MOST_LOOKS);
            for (int neuron = 0; neuron < size; neuron += step) {
                CoreUse use = accounting.use(new Slice(population, neuron, neuron + 1), demand);
                for (Quantity quantity : CoreUse.LIMITED) {
                    long used = use.used(quantity);
                    if (used > limits.at(quantity)) {
                        worst.merge(
                                quantity,
                                new Misfit(population, neuron, quantity, used),
                                (a, b) -> b.used() > a.used() ? b : a);
                    }
                }
            }
            for (CoreUse core : cores) {
                for (Quantity quantity : CoreUse.LIMITED) {
                    if (core.slices().getFirst().population() == population
                            && core.used(quantity) > limits.at(quantity)) {
                        Misfit all = new Misfit(population, Misfit.ALL, quantity, core.used(quantity));
                        worst.merge(quantity, all, (a, b) -> a.neuron() == Misfit.ALL && b.used() > a.used() ? b : a);
                    }
                }
            }
            misfits.addAll(worst.values());
        }
        return misfits;
    }
}
