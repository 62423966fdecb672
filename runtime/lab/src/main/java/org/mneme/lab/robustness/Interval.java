package org.mneme.lab.robustness;

import java.util.List;

/**
 * A number with its 95 % interval.
 *
 * @param value the number
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Returns a fraction with its Wilson interval.
     *
     * @param successes 0…trials
     * @param trials ≥ 1
     * @return the interval, within 0…1
     */
    public static Interval fraction(int successes, int trials) {
        double p = (double) successes / trials;
        double z2 = Z * Z / trials;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials));
        return new Interval(p, Math.max(0, Math.min(p, centre - half)), Math.min(1, Math.max(p, centre + half)));
    }

    /**
     * Returns a mean with ±1.96 standard errors.
     *
     * @param numbers at least one
     * @return the interval; the mean alone for one number
     */
    static Interval mean(List<Double> numbers) {
        double mean = numbers.stream().mapToDouble(x -> x).average().orElseThrow();
        if (numbers.size() < 2) {
            return new Interval(mean, mean, mean);
        }
        double squares =
                numbers.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        double half = Z * Math.sqrt(squares / (numbers.size() - 1) / numbers.size());
        return new Interval(mean, mean - half, mean + half);
    }
}
