package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.targets.Quantity;

class PlacerTest {
    private static PlacementProblem problem(Mesh mesh, int clusters, int degree, long seed, long bitsPerChip) {
        Random random = new Random(seed);
        List<PlacementProblem.Edge> edges = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            for (int k = 0; k < degree; k++) {
                // Neighbours in a ring, in shuffled order.
                int other = (c * 37 + 37 * (1 + random.nextInt(4))) % clusters;
                edges.add(new PlacementProblem.Edge(c * 37 % clusters, other, 1 + random.nextInt(5)));
            }
        }
        double[] host = random.doubles(clusters).toArray();
        long[] bits = random.longs(clusters, 1, 100).toArray();
        return new PlacementProblem(mesh, edges, host, bits, bitsPerChip);
    }

    private static Ints place(String placer, PlacementProblem problem, long seed) {
        return Placer.named(placer)
                .place(problem, seed, Optional.empty(), MappingProgress.NONE)
                .placement()
                .orElseThrow()
                .sites();
    }

    @Test
    void annealingIsAtLeastThreeTenthsBelowFirstFit() {
        for (Mesh mesh : List.of(
                new Mesh(false, 1, 1, 12, 12, 1, 144),
                new Mesh(true, 144, 12, 1, 1, 1, 1),
                new Mesh(false, 4, 2, 4, 4, 3, 48))) {
            for (long seed = 0; seed < 3; seed++) {
                PlacementProblem problem = problem(mesh, 130, 4, seed, Long.MAX_VALUE);
                double first = problem.cost(place("first-fit", problem, seed).toArray());
                double annealed = problem.cost(place("annealing", problem, seed).toArray());
                assertTrue(annealed <= 0.7 * first, mesh + ", seed " + seed + ": " + annealed + " of " + first);
            }
        }
    }

    @Test
    void aSmallProblemIsSolved() {
        // A ring of 16 on a 4 × 4 mesh: neighbours next to each other, one hop each.
        List<PlacementProblem.Edge> ring = new ArrayList<>();
        for (int c = 0; c < 16; c++) {
            ring.add(new PlacementProblem.Edge(c * 7 % 16, (c + 1) * 7 % 16, 1));
        }
        PlacementProblem problem = new PlacementProblem(
                new Mesh(false, 1, 1, 4, 4, 1, 16), ring, new double[16], new long[16], Long.MAX_VALUE);
        assertEquals(16, problem.cost(place("annealing", problem, 1).toArray()));
    }

    @Test
    void theSameSeedGivesTheSamePlacementInAnyLocale() {
        PlacementProblem problem = problem(new Mesh(false, 1, 1, 8, 8, 1, 64), 60, 4, 5, Long.MAX_VALUE);
        Ints sites = place("annealing", problem, 9);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(sites, place("annealing", problem, 9));
        } finally {
            Locale.setDefault(before);
        }
        assertNotEquals(sites, place("annealing", problem, 10));
    }

    @Test
    void chipsNeverHoldMoreThanTheirMemory() {
        Mesh mesh = new Mesh(false, 6, 3, 2, 2, 2, 8);
        for (long seed = 0; seed < 20; seed++) {
            PlacementProblem problem = problem(mesh, 30, 3, seed, 450);
            for (String placer : List.of("first-fit", "annealing")) {
                Optional<Placement> placed = Placer.named(placer)
                        .place(problem, seed, Optional.empty(), MappingProgress.NONE)
                        .placement();
                if (placed.isEmpty()) {
                    continue;
                }
                long[] bits = new long[mesh.chips()];
                Set<Integer> taken = new HashSet<>();
                for (int c = 0; c < problem.clusters(); c++) {
                    int site = placed.get().sites().at(c);
                    assertTrue(taken.add(site), "seed " + seed);
                    bits[mesh.chip(site)] += problem.bits(c);
                }
                for (long used : bits) {
                    assertTrue(used <= 450, "seed " + seed + ", " + placer + ": " + used);
                }
            }
        }
        assertTrue(Placer.named("annealing")
                .place(problem(mesh, 30, 3, 1, 120), 1, Optional.empty(), MappingProgress.NONE)
                .placement()
                .isEmpty());
    }

    @Test
    void aTimeBudgetThatRunsOutIsTold() {
        PlacementProblem problem = problem(new Mesh(false, 1, 1, 20, 20, 1, 400), 400, 10, 2, Long.MAX_VALUE);
        Placer.Placed cut =
                Placer.named("annealing").place(problem, 1, Optional.of(Duration.ofNanos(1)), MappingProgress.NONE);
        assertTrue(cut.done() < 1);
        assertEquals(
                400, cut.placement().orElseThrow().sites().stream().distinct().count());
        Placer.Placed whole =
                Placer.named("annealing").place(problem, 1, Optional.of(Duration.ofHours(1)), MappingProgress.NONE);
        assertEquals(1, whole.done());
        assertEquals(
                place("annealing", problem, 1), whole.placement().orElseThrow().sites());
    }

    @Test
    void progressOnlyGrowsAndEndsWithOne() {
        List<Double> parts = new ArrayList<>();
        PlacementProblem problem = problem(new Mesh(false, 1, 1, 8, 8, 1, 64), 60, 4, 5, Long.MAX_VALUE);
        Placer.named("annealing").place(problem, 1, Optional.empty(), (stage, done, left) -> {
            assertEquals(MappingProgress.Stage.PLACE, stage);
            assertTrue(left.isPresent() && !left.get().isNegative());
            parts.add(done);
        });
        assertEquals(parts.stream().sorted().toList(), parts);
        assertEquals(1, parts.getLast());
        assertTrue(parts.size() > 10);
    }

    @Test
    void costsAreTrafficTimesHops() {
        Mesh mesh = new Mesh(false, 1, 1, 4, 2, 1, 8);
        PlacementProblem problem = new PlacementProblem(
                mesh,
                List.of(
                        new PlacementProblem.Edge(0, 1, 2),
                        new PlacementProblem.Edge(1, 0, 3),
                        new PlacementProblem.Edge(1, 2, 1),
                        new PlacementProblem.Edge(2, 2, 100)),
                new double[] {0, 0, 10},
                new long[3],
                Long.MAX_VALUE);
        // Sites 0 (0,0), 7 (3,1), 2 (2,0): 5·4 + 1·2 + 10·2.
        assertEquals(42, problem.cost(new int[] {0, 7, 2}));
        assertEquals(2, problem.edges());
    }

    @Test
    void aMappingIsAPlacementProblemOfTheSameCost() {
        Mapping mapping = Mapper.map(
                Memories.workload(40, 200, true),
                Boards.unlimited().with(Quantity.NEURONS_PER_CORE, 16).build(),
                MappingOptions.defaults(),
                MappingProgress.NONE);
        double cost =
                PlacementProblem.of(mapping).cost(mapping.placement().sites().toArray());
        assertEquals(mapping.estimate().unicastHops(), cost, 1e-9 * cost);
        assertTrue(cost > 0);
    }
}
