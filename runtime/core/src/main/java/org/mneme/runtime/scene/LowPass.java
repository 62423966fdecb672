package org.mneme.runtime.scene;

import java.util.Arrays;

/**
 * A plant between values read and what moves, computed exactly while its input is constant: with e_k = y_k − x and s = t/τ,
 * e_k(t) = e^{−s} Σ_{i=0}^{k−1} e_{k−i}(0) s^i / i!. Single-threaded.
 */
public final class LowPass {
    private final double tau;
    private final double[] stage;

    /**
     * Starts at rest.
     *
     * @param plant its time constant and stages
     * @param value of its input so far
     */
    public LowPass(Plant plant, double value) {
        this.tau = plant.tauSeconds();
        this.stage = new double[plant.order()];
        Arrays.fill(stage, value);
    }

    /**
     * Lets time pass.
     *
     * @param seconds ≥ 0
     * @param input what it hears all that time
     */
    public void advance(double seconds, double input) {
        double s = seconds / tau;
        double decay = Math.exp(-s);
        for (int k = stage.length - 1; k >= 0; k--) {
            double sum = 0;
            double factor = 1;
            for (int i = 0; i <= k; i++) {
                sum += factor * (stage[k - i] - input);
                factor *= s / (i + 1);
            }
            stage[k] = input + decay * sum;
        }
    }

    /**
     * Returns what moves.
     *
     * @return the value of the last stage
     */
    public double value() {
        return stage[stage.length - 1];
    }

    /**
     * Returns how fast it moves.
     *
     * @param input what it hears now
     * @return units a second
     */
    public double rate(double input) {
        return rate(stage.length - 1, input);
    }

    private double rate(int k, double input) {
        return ((k == 0 ? input : stage[k - 1]) - stage[k]) / tau;
    }

    /**
     * Returns how fast its speed changes.
     *
     * @param input what it hears now
     * @return units a second squared; not a number of a single stage, whose speed jumps with its input
     */
    public double acceleration(double input) {
        int last = stage.length - 1;
        return last == 0 ? Double.NaN : (rate(last - 1, input) - rate(last, input)) / tau;
    }
}
