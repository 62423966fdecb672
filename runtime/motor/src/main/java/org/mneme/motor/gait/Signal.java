package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.List;
import org.mneme.runtime.scene.LowPass;
import org.mneme.runtime.scene.Plant;

/** Numbers that stay as they are until they change. Single-threaded. */
final class Signal {
    private final List<Double> seconds = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    /**
     * Changes it.
     *
     * @param second when, s, not before the change before
     * @param value from then on, C numbers
     */
    void change(double second, double[] value) {
        if (!seconds.isEmpty() && second <= seconds.getLast()) {
            values.set(values.size() - 1, value);
        } else {
            seconds.add(second);
            values.add(value);
        }
    }

    /** What it changed to last. */
    double[] last() {
        return values.getLast();
    }

    /**
     * What a plant makes of it, from rest at its first value.
     *
     * @param raw C numbers a sample, before the plant
     * @param smooth C numbers a sample, after it
     * @param acceleration the largest of each channel, units a second squared, at samples and just after changes; 0 of a plant of one stage
     * @param rate the largest of each channel, units a second
     */
    record Sampled(List<double[]> raw, List<double[]> smooth, List<Double> acceleration, List<Double> rate) {}

    /**
     * Samples it before and after a plant, which is computed exactly from change to change.
     *
     * @param plant the low-pass
     * @param step between samples, s
     * @param count how many, the first at 0
     * @return the samples
     */
    Sampled sampled(Plant plant, double step, int count) {
        int size = values.getFirst().length;
        LowPass[] stages = new LowPass[size];
        for (int c = 0; c < size; c++) {
            stages[c] = new LowPass(plant, values.getFirst()[c]);
        }
        double[] fastest = new double[size];
        double[] sharpest = new double[size];
        List<double[]> raw = new ArrayList<>();
        List<double[]> smooth = new ArrayList<>();
        int change = 0;
        double now = 0;
        for (int k = 0; k < count; k++) {
            double until = k * step;
            while (change + 1 < seconds.size() && seconds.get(change + 1) <= until) {
                advance(stages, Math.max(0, seconds.get(change + 1) - now), values.get(change));
                now = Math.max(now, seconds.get(++change));
                largest(stages, values.get(change), fastest, sharpest);
            }
            advance(stages, until - now, values.get(change));
            now = until;
            largest(stages, values.get(change), fastest, sharpest);
            raw.add(values.get(change));
            double[] moved = new double[size];
            for (int c = 0; c < size; c++) {
                moved[c] = stages[c].value();
            }
            smooth.add(moved);
        }
        return new Sampled(raw, smooth, boxed(sharpest), boxed(fastest));
    }

    private static void advance(LowPass[] stages, double seconds, double[] input) {
        for (int c = 0; c < stages.length; c++) {
            stages[c].advance(seconds, input[c]);
        }
    }

    private static void largest(LowPass[] stages, double[] input, double[] fastest, double[] sharpest) {
        for (int c = 0; c < stages.length; c++) {
            fastest[c] = Math.max(fastest[c], Math.abs(stages[c].rate(input[c])));
            double acceleration = Math.abs(stages[c].acceleration(input[c]));
            sharpest[c] = Double.isNaN(acceleration) ? 0 : Math.max(sharpest[c], acceleration);
        }
    }

    private static List<Double> boxed(double[] numbers) {
        List<Double> list = new ArrayList<>();
        for (double number : numbers) {
            list.add(number);
        }
        return list;
    }
}
