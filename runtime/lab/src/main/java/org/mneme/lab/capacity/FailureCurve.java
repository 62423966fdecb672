package org.mneme.lab.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * p(P), the failure probability of one transition, as a study's trials measured it.
 *
 * <p>Each draw is tested up to its first failing transition, so p is estimated by the failures over the transitions tested, all trials
 * pooled by P. The interval is Wilson's at 95 %. It takes transitions as independent; those of one draw share their patterns, and fail in
 * clusters where patterns nearly coincide, where it is somewhat too narrow.
 *
 * @param question what was asked
 * @param bins by rising P
 */
public record FailureCurve(CapacityQuestion question, List<Bin> bins) {
    /** The width of the bins where none is asked for: P within 3 %. */
    public static final double WIDTH = 0.03;

    private static final double Z = 1.959963984540054;

    /**
     * Neighbouring P, pooled.
     *
     * @param patterns mean P, weighted by the transitions tested
     * @param tested transitions
     * @param failed of them flipped a bit
     */
    public record Bin(double patterns, long tested, long failed) {
        /**
         * Returns the measured failure probability.
         *
         * @return failed / tested
         */
        public double probability() {
            return (double) failed / tested;
        }

        /**
         * Returns the lower end of the 95 % interval.
         *
         * @return at least 0
         */
        public double low() {
            return failed == 0 ? 0 : Math.max(0, centre() - half());
        }

        /**
         * Returns the upper end of the 95 % interval.
         *
         * @return at most 1
         */
        public double high() {
            return failed == tested ? 1 : Math.min(1, centre() + half());
        }

        private double centre() {
            return (failed + Z * Z / 2) / (tested + Z * Z);
        }

        private double half() {
            double n = tested;
            double p = probability();
            return Z * Math.sqrt(n * p * (1 - p) + Z * Z / 4) / (n + Z * Z);
        }
    }

    /** Copies the bins. */
    public FailureCurve {
        bins = List.copyOf(bins);
    }

    /**
     * Pools the trials of a point, in bins of {@link #WIDTH}.
     *
     * @param point its trials
     * @return the curve
     */
    public static FailureCurve of(CapacityPoint point) {
        return of(point, WIDTH);
    }

    /**
     * Pools the trials of a point.
     *
     * @param point its trials
     * @param width the P of a bin are at most this share above its smallest; 0 pools equal ones only
     * @return the curve
     */
    public static FailureCurve of(CapacityPoint point, double width) {
        TreeMap<Integer, long[]> byPatterns = new TreeMap<>();
        for (Trial trial : point.trials()) {
            for (Attempt attempt : trial.attempts()) {
                long[] counts = byPatterns.computeIfAbsent(attempt.patterns(), p -> new long[2]);
                counts[0] += attempt.tested();
                counts[1] += attempt.failed() ? 1 : 0;
            }
        }
        List<Bin> bins = new ArrayList<>();
        while (!byPatterns.isEmpty()) {
            int first = byPatterns.firstKey();
            var bin = byPatterns.headMap((int) Math.floor(first * (1 + width)), true);
            long tested = 0;
            long failed = 0;
            double weighted = 0;
            for (var entry : bin.entrySet()) {
                tested += entry.getValue()[0];
                failed += entry.getValue()[1];
                weighted += (double) entry.getKey() * entry.getValue()[0];
            }
            bin.clear();
            if (tested > 0) {
                bins.add(new Bin(weighted / tested, tested, failed));
            }
        }
        return new FailureCurve(point.question(), bins);
    }
}
