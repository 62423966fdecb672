package org.mneme.map;

import java.util.Arrays;
import java.util.List;
import org.mneme.ir.Population;

/**
 * How many input axons each neuron has to reach, mostly one a core that hears it: what output axons and copies depend on, and what in turn
 * depends on how targets are cut.
 */
final class Demand {
    private final int[][] cores;
    private final long[][] before;

    private Demand(int[][] cores) {
        this.cores = cores;
        this.before = new long[cores.length][];
        for (int p = 0; p < cores.length; p++) {
            before[p] = new long[cores[p].length + 1];
            for (int i = 0; i < cores[p].length; i++) {
                before[p][i + 1] = before[p][i] + cores[p][i];
            }
        }
    }

    /** Nobody has to reach any. */
    static Demand none(List<Population> populations) {
        return new Demand(populations.stream().map(p -> new int[p.size()]).toArray(int[][]::new));
    }

    /** What a partition asks for. */
    static Demand of(List<Population> populations, List<CoreUse> cores) {
        int[][] counts = populations.stream().map(p -> new int[p.size()]).toArray(int[][]::new);
        for (CoreUse core : cores) {
            core.axons().forEach((axon, words) -> {
                for (int w = 0; w < words.length; w++) {
                    for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                        counts[axon.population()][w * Long.SIZE + Long.numberOfTrailingZeros(rest)]++;
                    }
                }
            });
        }
        return new Demand(counts);
    }

    /** Axons that a neuron reaches. */
    int at(int population, int neuron) {
        return cores[population][neuron];
    }

    /** Σ over the neurons from…to−1. */
    long sum(int population, int from, int to) {
        return before[population][to] - before[population][from];
    }

    /** Largest of the neurons from…to−1. */
    int max(int population, int from, int to) {
        int max = 0;
        for (int i = from; i < to; i++) {
            max = Math.max(max, cores[population][i]);
        }
        return max;
    }

    /** Whether no neuron has to reach more than in another demand. */
    boolean within(Demand other) {
        for (int p = 0; p < cores.length; p++) {
            for (int i = 0; i < cores[p].length; i++) {
                if (cores[p][i] > other.cores[p][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The larger number for each neuron; where another demand is larger, its number times a factor. */
    Demand raisedTo(Demand other, double factor) {
        int[][] larger = new int[cores.length][];
        for (int p = 0; p < cores.length; p++) {
            larger[p] = Arrays.copyOf(cores[p], cores[p].length);
            for (int i = 0; i < larger[p].length; i++) {
                if (other.cores[p][i] > larger[p][i]) {
                    larger[p][i] = (int) (other.cores[p][i] * factor);
                }
            }
        }
        return new Demand(larger);
    }
}
