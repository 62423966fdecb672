package org.mneme.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis: which pixel a value is at, and where its ticks are.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}; set above low where the range is empty or too narrow to tell numbers apart
 * @param from pixel of low
 * @param to pixel of high
 * @param label what is measured, with its unit
 * @param whole whether it counts things, so that ticks are at whole numbers only
 */
record Axis(double low, double high, double from, double to, String label, boolean whole) {
    private static final double NARROWEST = 1e-12;
    private static final double WIDEST = 1e150;
    private static final double LARGEST_PLAIN = 1e9;
    private static final double ROUNDING = 1e-9;

    /** Widens an empty range; cuts one too wide to compute with. */
    Axis {
        low = Math.clamp(low, -WIDEST, WIDEST);
        high = Math.clamp(high, -WIDEST, WIDEST);
        double least = Math.max(1e-290, NARROWEST * Math.max(Math.abs(low), Math.abs(high)));
        if (!(high - low >= least)) {
            high = low + Math.max(1, Math.abs(low) * 1e-3);
        }
    }

    /**
     * A step between ticks: factor · 10^power.
     *
     * @param factor 1, 2 or 5
     * @param power of ten
     */
    record Step(int factor, int power) {
        /**
         * Returns a multiple.
         *
         * @param k how many steps
         * @return k · factor · 10^power
         */
        double times(long k) {
            double units = (double) k * factor;
            return power < 0 ? units / Math.pow(10, -power) : units * Math.pow(10, power);
        }

        double size() {
            return times(1);
        }
    }

    /**
     * Returns the pixel of a value.
     *
     * @param value any value
     * @return its pixel
     */
    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /**
     * Returns the least step between ticks such that there are at most so many ticks.
     *
     * @param most number of ticks wanted at most, ≥ 2
     * @return the step
     */
    Step step(int most) {
        double rough = (high - low) / (most - 1);
        int power = (int) Math.floor(Math.log10(rough));
        if (whole && rough <= 1) {
            return new Step(1, 0);
        }
        for (int factor : new int[] {1, 2, 5}) {
            Step step = new Step(factor, power);
            if (step.size() >= rough * (1 - ROUNDING)) {
                return step;
            }
        }
        return new Step(1, power + 1);
    }

    /**
     * Returns the ticks.
     *
     * @param most how many at most, ≥ 2
     * @return values within low…high, ascending; at most so many
     */
    List<Double> ticks(int most) {
        Step step = step(most);
        List<Double> ticks = new ArrayList<>();
        long last = (long) Math.floor(high / step.size() + ROUNDING);
        for (long k = (long) Math.ceil(low / step.size() - ROUNDING); k <= last && ticks.size() < most; k++) {
            ticks.add(Math.clamp(step.times(k), low, high));
        }
        return ticks;
    }

    /**
     * Writes a tick's value with as many decimals as the step needs.
     *
     * @param value of the tick
     * @param step between ticks
     * @return such as "0.25", "12 000" or "3E+12"
     */
    static String text(double value, Step step) {
        if (Math.abs(value) >= LARGEST_PLAIN || step.power() < -6) {
            return new BigDecimal(value)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toString()
                    .replace('-', '−');
        }
        String text = String.format(Locale.ROOT, "%." + Math.max(0, -step.power()) + "f", value);
        if (text.matches("-0\\.?0*")) {
            return text.substring(1);
        }
        return Math.abs(value) >= 10_000 ? Words.grouped((long) value) : text.replace('-', '−');
    }
}
