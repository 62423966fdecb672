package org.mneme.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.mneme.map.PlacementProblem;

/**
 * Writes the instances on which placers are compared: about 1,000 slices each, from seeds.
 *
 * <p>Traffic is in spikes of a million ticks, rounded.
 */
final class PlacementInstances {
    private static final int SIDE = 32;
    private static final int SLICES = 1_000;

    private final Random random;
    private final Map<Long, Double> traffic = new TreeMap<>();

    private PlacementInstances(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        new PlacementInstances(1).handwriting().write(folder.resolve("handwriting.graph"));
        new PlacementInstances(2).winnerTakeAll().write(folder.resolve("winner-take-all.graph"));
        new PlacementInstances(3).geometric(0.06).write(folder.resolve("geometric.graph"));
        new PlacementInstances(4).sparse().write(folder.resolve("sparse.graph"));
    }

    /**
     * Slices of a memory of handwritten digits: eight slices of rails, four of either sign, the middle of the picture in use most, hear and
     * reach all slices of hidden units.
     */
    private PlacementInstance handwriting() {
        int rails = 8;
        for (int h = rails; h < SLICES; h++) {
            for (int r = 0; r < rails; r++) {
                double use = Math.exp(-Math.pow((r % 4 - 1.5) / 1.2, 2)) * (r < 4 ? 0.2 : 0.8);
                add(r, h, 60 * use * (0.8 + 0.4 * random.nextDouble()));
                add(h, r, 9);
            }
        }
        return instance(SLICES);
    }

    /**
     * Slices of a winner-take-all memory whose fan-in was split: groups of hidden units with relays of their own, one slice of rails a
     * group, a tree of inhibitors, and counters that hold a pattern for some steps and hand over to the next.
     */
    private PlacementInstance winnerTakeAll() {
        int groups = 20;
        int each = 24;
        int inhibitor = 0;
        for (int g = 0; g < groups; g++) {
            int first = 1 + g * (2 * each + 1);
            int relay = first + 2 * each;
            for (int k = 0; k < each; k++) {
                int hidden = first + k;
                int counter = first + each + k;
                add(hidden, counter, 40);
                add(counter, first + each + (k + 1) % each, 10);
                add(hidden, relay, 30);
                add(hidden, inhibitor, 10);
                add(inhibitor, hidden, 10);
                add(relay, hidden, 50);
                if (random.nextInt(4) == 0) {
                    add(counter, 1 + random.nextInt(groups) * (2 * each + 1) + random.nextInt(each), 10);
                }
            }
            add(relay, 1 + (g + 1) % groups * (2 * each + 1) + 2 * each, 200);
        }
        return instance(1 + groups * (2 * each + 1));
    }

    /** Points of a square that send spikes to those near to them. */
    private PlacementInstance geometric(double radius) {
        double[] x = random.doubles(SLICES).toArray();
        double[] y = random.doubles(SLICES).toArray();
        for (int a = 0; a < SLICES; a++) {
            for (int b = 0; b < a; b++) {
                if (Math.hypot(x[a] - x[b], y[a] - y[b]) < radius) {
                    add(a, b, 1 + random.nextInt(100));
                }
            }
        }
        return instance(SLICES);
    }

    /** Slices that send spikes to five others each, anywhere. */
    private PlacementInstance sparse() {
        for (int a = 0; a < SLICES; a++) {
            for (int k = 0; k < 5; k++) {
                add(a, random.nextInt(SLICES), 1 + random.nextInt(100));
            }
        }
        return instance(SLICES);
    }

    private void add(int from, int to, double spikes) {
        if (from != to) {
            traffic.merge((long) Math.min(from, to) * SLICES + Math.max(from, to), spikes, Double::sum);
        }
    }

    private PlacementInstance instance(int clusters) {
        List<PlacementProblem.Edge> edges = new ArrayList<>();
        traffic.forEach((pair, spikes) -> edges.add(new PlacementProblem.Edge(
                (int) (pair / SLICES), (int) (pair % SLICES), Math.max(1, Math.round(spikes)))));
        return new PlacementInstance(SIDE, SIDE, clusters, edges);
    }
}
