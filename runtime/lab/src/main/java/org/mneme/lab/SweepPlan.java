package org.mneme.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mneme.InvalidValueException;

/**
 * A grid of settings, each cell of it run once a seed.
 *
 * @param axes the settings that vary; the last varies fastest; may be none
 * @param seeds each the run's seed, and that of the patterns where they are random and no axis sets it; at least one
 */
public record SweepPlan(List<SweepAxis> axes, List<Long> seeds) {
    /** The most trials of a sweep. */
    public static final int MOST_TRIALS = 1_000_000;

    /** The setting that a seed sets besides the run's. */
    static final String PATTERN_SEED = "patterns.random.seed";

    /**
     * One run of a sweep.
     *
     * @param assignments setting → value, in the order of the axes
     * @param seed of the run
     */
    public record Trial(Map<String, String> assignments, long seed) {}

    /** Copies the lists and checks the size. */
    public SweepPlan {
        axes = List.copyOf(axes);
        seeds = List.copyOf(seeds);
        if (axes.stream().map(SweepAxis::key).distinct().count() != axes.size()) {
            throw new InvalidValueException(
                    "sweep", axes.stream().map(SweepAxis::key).toList(), "a list of distinct settings");
        }
        double trials = seeds.size();
        for (SweepAxis axis : axes) {
            trials *= axis.values().size();
        }
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new InvalidValueException(
                    "sweep", String.format(Locale.ROOT, "%.0f trials", trials), "1…" + MOST_TRIALS + " trials");
        }
    }

    /**
     * Returns the number of runs.
     *
     * @return the product of all values and seeds
     */
    public int trials() {
        int trials = seeds.size();
        for (SweepAxis axis : axes) {
            trials *= axis.values().size();
        }
        return trials;
    }

    /**
     * Returns a run.
     *
     * @param index 0…trials−1; seeds vary fastest, then the last axis
     * @return the run
     */
    public Trial trial(int index) {
        long seed = seeds.get(index % seeds.size());
        int rest = index / seeds.size();
        String[] chosen = new String[axes.size()];
        for (int a = axes.size() - 1; a >= 0; a--) {
            List<String> values = axes.get(a).values();
            chosen[a] = values.get(rest % values.size());
            rest /= values.size();
        }
        Map<String, String> assignments = new LinkedHashMap<>();
        for (int a = 0; a < chosen.length; a++) {
            assignments.put(axes.get(a).key(), chosen[a]);
        }
        return new Trial(assignments, seed);
    }
}
