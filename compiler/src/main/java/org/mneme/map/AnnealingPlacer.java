package org.mneme.map;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;

/**
 * Simulated annealing: clusters move to free cores or change places, at first over the whole of the mesh and mostly at random, at last
 * from a core to the next one and only where traffic × hops falls.
 *
 * <p>Only those chips are used that first fit would need, the nearest to the host's entry. The number of moves depends on nothing but the size of the problem, so that the same seed gives the same placement whatever the
 * machine; only a time budget that runs out cuts it short.
 */
final class AnnealingPlacer implements Placer {
    static final String NAME = "annealing";

    private static final int LEVELS = 160;
    /** The last levels, in which nothing gets worse. */
    private static final int QUENCH = 8;

    private static final double MOVES_A_LEVEL = 10;
    /** Distances that may be looked up in all: some ten seconds. */
    private static final double LOOKUPS = 4e9;

    private static final double COOLEST = 2e-4;
    private static final int CLOCK_INTERVAL = 4096;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Placed place(PlacementProblem problem, long seed, Optional<Duration> budget, MappingProgress progress) {
        Optional<Ints> start = start(problem);
        if (start.isEmpty() || problem.clusters() == 0) {
            return new Placed(start.map(Placement::new), 1);
        }
        long begin = System.nanoTime();
        long deadline = budget.map(b -> begin + b.toNanos()).orElse(Long.MAX_VALUE);
        Swaps swaps = new Swaps(problem, start.get().toArray(), seed);
        int levels = LEVELS + QUENCH;
        long moves = movesALevel(problem);
        double hottest = swaps.meanChange();
        double done = 1;
        for (int level = 0; level < levels && hottest > 0; level++) {
            double cooled = Math.min(1, level / (LEVELS - 1.0));
            double temperature = level < LEVELS ? hottest * StrictMath.pow(COOLEST, cooled) : 0;
            if (!level(swaps, moves, temperature, cooled, deadline)) {
                done = level / (double) levels;
                break;
            }
            double part = (level + 1.0) / levels;
            long spent = System.nanoTime() - begin;
            progress.reached(MappingProgress.Stage.PLACE, part, Optional.of(Duration.ofNanos((long)
                    Math.min((double) (deadline - begin - spent), spent / part * (1 - part)))));
        }
        int[] annealed = swaps.sites();
        int[] first = start.get().toArray();
        boolean better = problem.cost(annealed) <= problem.cost(first);
        return new Placed(Optional.of(new Placement(Ints.of(better ? annealed : first))), done);
    }

    /** As few chips as first fit takes, near to the host's entry and to each other. */
    private static Optional<Ints> start(PlacementProblem problem) {
        Mesh mesh = problem.mesh();
        int[] rowByRow = Ints.range(mesh.chips()).toArray();
        int[] byDistance = IntStream.of(rowByRow)
                .boxed()
                .sorted(Comparator.comparingInt(
                        chip -> mesh.distance(chip % mesh.chipColumns(), chip / mesh.chipColumns())))
                .mapToInt(chip -> chip)
                .toArray();
        return Placer.inOrder(problem, byDistance);
    }

    private static long movesALevel(PlacementProblem problem) {
        int clusters = problem.clusters();
        double wanted = MOVES_A_LEVEL * StrictMath.pow(clusters, 4 / 3.0) + 100;
        double each = 4 + 8.0 * problem.edges() / clusters;
        return (long) Math.max(20.0 * clusters, Math.min(wanted, LOOKUPS / (LEVELS + QUENCH) / each));
    }

    private static boolean level(Swaps swaps, long moves, double temperature, double cooled, long deadline) {
        int reach = swaps.reach(cooled);
        for (long left = moves; left > 0; left -= CLOCK_INTERVAL) {
            if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
                return false;
            }
            swaps.run((int) Math.min(left, CLOCK_INTERVAL), temperature, reach);
        }
        return true;
    }
}
