package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An axis of a chart, linear or logarithmic.
 *
 * @param axis over the numbers, or over their decimal logarithms
 * @param logarithmic which of them
 */
record ChartAxis(Axis axis, boolean logarithmic) {
    private static final double ROOM_X = 14;
    private static final double ROOM_Y = 21;
    private static final double PIXELS_A_TICK_X = 80;
    private static final double PIXELS_A_TICK_Y = 40;
    private static final double ROUNDING = 1e-9;
    private static final int LARGEST_PLAIN = 3;
    private static final int[] ROUND = {1, 2, 5};
    private static final int[] DIGITS = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final int[] FEWER = {2, 5, 10, 20, 50, 100, 200};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /**
     * A mark on the axis.
     *
     * @param value where
     * @param label its number; empty where there is no room for it
     */
    record Tick(double value, String label) {}

    /**
     * Says whether a number has a place on this axis.
     *
     * @param value any number
     * @param logarithmic whether the axis is
     * @return false where it is not finite, or not positive on a logarithmic axis
     */
    static boolean shows(double value, boolean logarithmic) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /**
     * Returns the pixel of a number.
     *
     * @param value a number shown
     * @return its pixel
     */
    double at(double value) {
        return axis.at(logarithmic ? Math.log10(value) : value);
    }

    /**
     * Returns the pixel of a number, or of the end of the axis that it lies beyond.
     *
     * @param value any number but NaN
     * @return a pixel of the axis
     */
    double within(double value) {
        double pixel = logarithmic && value <= 0 ? axis.from() : at(value);
        return Math.clamp(pixel, Math.min(axis.from(), axis.to()), Math.max(axis.from(), axis.to()));
    }

    private boolean horizontal() {
        return axis.to() > axis.from();
    }

    /**
     * Returns the ticks, ascending.
     *
     * @return those with a label have room for it
     */
    List<Tick> ticks() {
        return logarithmic ? decades() : even(axis);
    }

    /** Ticks at equal distances in value: as many as have room. */
    private List<Tick> even(Axis values) {
        double length = Math.abs(axis.to() - axis.from());
        int most = (int) Math.max(2, length / (horizontal() ? PIXELS_A_TICK_X : PIXELS_A_TICK_Y));
        List<Tick> ticks = List.of();
        for (; most >= 2; most--) {
            Axis.Step step = values.step(most);
            ticks = values.ticks(most).stream()
                    .map(value -> new Tick(value, Axis.text(value, step)))
                    .toList();
            if (fit(ticks)) {
                return ticks;
            }
        }
        return ticks.stream().limit(1).toList();
    }

    /** Powers of ten, and 2 and 5 times those, and other multiples, where there is room for all of a kind. */
    private List<Tick> decades() {
        int first = (int) Math.ceil(axis.low() - ROUNDING);
        int last = (int) Math.floor(axis.high() + ROUNDING);
        List<Tick> powers = powers(first, last, 1);
        if (!fit(powers)) {
            return IntStream.of(FEWER)
                    .mapToObj(every -> powers(first, last, every))
                    .filter(this::fit)
                    .findFirst()
                    .orElse(List.of());
        }
        List<Tick> all = multiples(first, last, DIGITS);
        List<Tick> shown = Stream.of(all, multiples(first, last, ROUND))
                .filter(this::fit)
                .findFirst()
                .orElse(powers);
        if (shown.size() < 3) {
            Axis values = new Axis(Math.pow(10, axis.low()), Math.pow(10, axis.high()), 0, 1, axis.label(), false);
            List<Tick> even = even(values);
            return even.size() > shown.size() ? even : shown;
        }
        List<Tick> labelled = shown;
        return all.stream()
                .map(tick -> labelled.contains(tick) ? tick : new Tick(tick.value(), ""))
                .toList();
    }

    private List<Tick> powers(int first, int last, int every) {
        return IntStream.rangeClosed(first, last)
                .filter(power -> Math.floorMod(power, every) == 0)
                .mapToObj(power -> new Tick(value(1, power), text(1, power)))
                .toList();
    }

    private List<Tick> multiples(int first, int last, int... digits) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = first - 1; power <= last; power++) {
            for (int digit : digits) {
                double exponent = power + Math.log10(digit);
                if (exponent >= axis.low() - ROUNDING && exponent <= axis.high() + ROUNDING) {
                    ticks.add(new Tick(value(digit, power), text(digit, power)));
                }
            }
        }
        return ticks;
    }

    private static double value(int digit, int power) {
        return power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
    }

    /** Writes digit · 10^power, such as "0.02", "5 000" or "2×10⁴". */
    static String text(int digit, int power) {
        if (power >= 0 && power <= LARGEST_PLAIN) {
            return Words.grouped((long) value(digit, power));
        }
        if (power < 0 && power >= -LARGEST_PLAIN) {
            return "0." + "0".repeat(-power - 1) + digit;
        }
        StringBuilder text = new StringBuilder(digit == 1 ? "10" : digit + "×10").append(power < 0 ? "⁻" : "");
        Integer.toString(Math.abs(power)).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }

    /** Whether no label touches the next. */
    private boolean fit(List<Tick> ticks) {
        for (int k = 1; k < ticks.size(); k++) {
            double distance =
                    Math.abs(at(ticks.get(k).value()) - at(ticks.get(k - 1).value()));
            double least = horizontal()
                    ? (Svg.width(ticks.get(k).label())
                                            + Svg.width(ticks.get(k - 1).label()))
                                    / 2
                            + ROOM_X
                    : ROOM_Y;
            if (distance < least) {
                return false;
            }
        }
        return true;
    }
}
