package org.mneme.lab.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Searches for the capacity of one trial.
 *
 * <p>Both procedures go down the same grid of P, with the same draw at each P; a draw is tested in a fixed order up to its first flipped
 * bit, and the first P whose draw is clean is the trial's value. One pattern, its own successor, is clean in every network.
 *
 * <p>{@link Procedure#BISECTION} does not test the draws at the top of the grid, where a clean one is all but impossible: it looks for the
 * last index at which the draw's {@link Probe} is hopeless, halving the interval between an index that is and one that is not, and goes
 * down from the index after it. The value differs from {@link Procedure#DESCENT}'s only where a clean draw was among those left out.
 */
final class CapacityTrial {
    /** So few draws are tested sooner than probed. */
    private static final int FEW_DRAWS = 8;

    private final CapacityQuestion question;
    private final int trial;
    private final DrawSeeds seeds;
    private final int[] grid;
    private final LongConsumer watch;
    /** Grid index → what the probe of its draw found. */
    private final NavigableMap<Integer, Probe> probes = new TreeMap<>();

    private CapacityTrial(
            CapacityQuestion question, int trial, DrawSeeds seeds, SearchStart start, LongConsumer watch) {
        this.question = question;
        this.trial = trial;
        this.seeds = seeds;
        this.grid = start.grid();
        this.watch = watch;
    }

    /**
     * Runs a trial.
     *
     * @param question what is asked
     * @param trial its index, ≥ 0
     * @param seeds of the question's draws
     * @param start of the question's trials
     * @param watch of the draws; throws to end the trial
     * @return the finished trial
     */
    static Trial run(CapacityQuestion question, int trial, DrawSeeds seeds, SearchStart start, LongConsumer watch) {
        return new CapacityTrial(question, trial, seeds, start, watch).run();
    }

    private Trial run() {
        int first = switch (question.procedure()) {
            case DESCENT -> 0;
            case BISECTION -> afterHopeless();
        };
        List<Attempt> descent = new ArrayList<>();
        int index = first;
        descent.add(attempt(index));
        while (descent.getLast().failed() && index + 1 < grid.length) {
            index++;
            descent.add(attempt(index));
        }
        // A draw that was probed and then tested whole counts once.
        List<Attempt> attempts = new ArrayList<>();
        probes.headMap(first).forEach((k, probe) -> attempts.add(sampled(k, probe)));
        probes.tailMap(index, false).forEach((k, probe) -> attempts.add(sampled(k, probe)));
        attempts.addAll(descent);
        return new Trial(question, trial, grid[index], attempts);
    }

    private int afterHopeless() {
        int hopeless = 0;
        int open = grid.length;
        while (open - hopeless > FEW_DRAWS) {
            int middle = (hopeless + open) >>> 1;
            Probe probe = Probe.of(draw(middle), Draw.words(question.features(), grid[middle]));
            probes.put(middle, probe);
            if (probe.hopeless()) {
                hopeless = middle;
            } else {
                open = middle;
            }
        }
        return Math.min(hopeless + 1, grid.length - 1);
    }

    private Attempt sampled(int index, Probe probe) {
        return new Attempt(grid[index], probe.tested(), probe.failed());
    }

    private Attempt attempt(int index) {
        Probe probe = probes.getOrDefault(index, new Probe(0, false, false));
        if (probe.failed()) {
            return sampled(index, probe);
        }
        Draw draw = draw(index);
        long all = draw.transitions();
        long flipped = draw.firstFailing(probe.tested(), all);
        return new Attempt(grid[index], Math.min(flipped + 1, all), flipped < all);
    }

    private Draw draw(int index) {
        return new Draw(question, grid[index], s -> seeds.of(trial, index, s), watch);
    }
}
