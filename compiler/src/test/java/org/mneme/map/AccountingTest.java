package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Status;
import org.mneme.targets.WeightFormat;

class AccountingTest {
    @Test
    void countsByWordsAreThoseOfSingleSynapses() {
        Random random = new Random(4);
        RandomGraphs graphs = new RandomGraphs(random);
        int compared = 0;
        for (int g = 0; g < 120; g++) {
            SpikingGraph graph = graphs.next();
            for (Projection projection : graph.projections()) {
                int sources = graph.population(projection.source()).size();
                int targets = graph.population(projection.target()).size();
                int from = random.nextInt(targets);
                int to = from + 1 + random.nextInt(targets - from);
                Weights weights = projection.weights();
                int[] stored = new int[sources];
                int[] nonZero = new int[sources];
                int[] minus = new int[sources];
                for (int s = 0; s < sources; s++) {
                    for (int t = from; t < to; t++) {
                        stored[s] += weights.stores(s, t) ? 1 : 0;
                        nonZero[s] += weights.at(s, t) != 0 ? 1 : 0;
                        minus[s] += weights.at(s, t) == -1 ? 1 : 0;
                    }
                }
                same(stored, Reaches.stored(weights, sources, targets), from, to, g);
                same(nonZero, Reaches.where(weights, sources, targets, w -> w != 0), from, to, g);
                same(minus, Reaches.where(weights, sources, targets, w -> w == -1), from, to, g);
                compared++;
            }
        }
        assertTrue(compared > 100, "projections: " + compared);
    }

    private static void same(int[] expected, Reach reach, int from, int to, int graph) {
        int[] counts = new int[expected.length];
        reach.add(from, to, counts);
        for (int s = 0; s < expected.length; s++) {
            assertEquals(expected[s], counts[s], "graph " + graph + ", source " + s);
        }
    }

    @Test
    void aSpanIsHeldByAFormatExactlyWhereEachWeightIs() {
        Random random = new Random(6);
        int held = 0;
        int refused = 0;
        for (int k = 0; k < 3000; k++) {
            List<WeightFormat> formats = new ArrayList<>();
            for (int f = 0; f < 3; f++) {
                int step = 1 << random.nextInt(3);
                int lowest = random.nextInt(5) - 3;
                formats.add(new WeightFormat(
                        "f" + f,
                        -step * random.nextInt(20),
                        step * (1 + random.nextInt(20)),
                        step,
                        lowest,
                        lowest + random.nextInt(4),
                        1 + random.nextInt(8),
                        Status.KNOWN,
                        "test"));
            }
            int unit = 1 + random.nextInt(6);
            List<Long> weights = random.longs(1 + random.nextInt(4), -8, 9)
                    .map(w -> w * unit)
                    .boxed()
                    .toList();
            WeightSpan span =
                    weights.stream().map(w -> WeightSpan.of((double) w)).reduce(WeightSpan.NONE, WeightSpan::and);
            int fewest = Integer.MAX_VALUE;
            for (WeightFormat format : formats) {
                for (int e = format.lowestExponent(); e <= format.highestExponent(); e++) {
                    int exponent = e;
                    if (weights.stream().allMatch(w -> format.holds(w, exponent))) {
                        fewest = Math.min(fewest, format.bits());
                    }
                }
            }
            if (span.isEmpty()) {
                continue;
            }
            Optional<WeightSpan.Chosen> chosen = span.cheapest(formats);
            assertEquals(
                    fewest,
                    chosen.map(c -> formats.get(c.format()).bits()).orElse(Integer.MAX_VALUE),
                    "draw " + k + ": " + weights + " " + formats);
            held += chosen.isPresent() ? 1 : 0;
            refused += chosen.isEmpty() ? 1 : 0;
        }
        assertTrue(held > 500 && refused > 500, held + " " + refused);
    }
}
