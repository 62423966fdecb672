package org.mneme.lower;

import java.util.Arrays;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;

/**
 * The tonic gain: neurons that, once set, spike each tick and lift or lower all hidden units alike, so that rates change and softmax does
 * not. Neuron b &lt; faster lifts by 2^b units, the next ones lower by 2^b units, the last one pauses.
 *
 * @param unit input a tick of the smallest step, about a hundredth of an e-fold
 * @param faster how many neurons lift
 * @param slower how many neurons lower
 * @param most the largest lift, units
 * @param least the deepest lowering, units
 * @param dwell mean time of a step
 * @param theta θ of the hidden units
 * @param sum Σ_μ e^{κ(h − n)} that the mean is over
 */
record StochasticTempo(
        long unit, int faster, int slower, long most, long least, StochasticDwell dwell, long theta, double sum) {
    /** The slowest tempo that is not a pause. */
    private static final double SLOWEST = 1.0 / 64;

    private static final double FASTEST = 64;
    private static final double STEPS_A_NAT = 100;

    static StochasticTempo of(StochasticDwell dwell, long theta, double sum) {
        StochasticScale scale = dwell.scale();
        long unit = Math.max(1, Math.round(scale.natWeight() / STEPS_A_NAT));
        long fastest = Math.round(StrictMath.log(FASTEST) * scale.natWeight() / unit);
        long most = Math.min(fastest, (long) (theta / scale.gain() / unit));
        long least = (long) Math.ceil(StrictMath.log(1 / SLOWEST) * scale.natWeight() / unit) + 1;
        return new StochasticTempo(unit, bits(most), bits(least), most, least, dwell, theta, sum);
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    private int size() {
        return faster + slower + 1;
    }

    /** The tempo that a lift by so many units gives. */
    private double gain(long units) {
        return dwell.meanTicks(0, theta, sum) / dwell.meanTicks(units * unit, theta, sum);
    }

    double fastestGain() {
        return gain(most);
    }

    /**
     * Adds the neurons to a graph.
     *
     * @param graph has the hidden population already
     * @param hidden its name
     * @param count its size P
     * @param inhibition what holds a hidden unit at its floor
     */
    void add(GraphBuilder graph, String hidden, int count, long inhibition) {
        int[] weights = new int[Math.multiplyExact(size(), count)];
        for (int b = 0; b < size(); b++) {
            long weight = b < faster ? unit << b : b < size() - 1 ? -(unit << b - faster) : -inhibition;
            Arrays.fill(weights, b * count, (b + 1) * count, Math.toIntExact(weight));
        }
        graph.population(StochasticTempoCodec.TEMPO, size(), new Lif(Membrane.memoryless(Parameter.of(0))))
                .population(StochasticTempoCodec.SET, size(), new Source(1))
                .population(StochasticTempoCodec.RESET, size(), new Source(1))
                .projection("tempo_hold", StochasticTempoCodec.TEMPO, StochasticTempoCodec.TEMPO, each(1), 1)
                .projection("tempo_set", StochasticTempoCodec.SET, StochasticTempoCodec.TEMPO, each(1), 1)
                .projection("tempo_reset", StochasticTempoCodec.RESET, StochasticTempoCodec.TEMPO, each(-2), 1)
                .projection(
                        "tempo",
                        StochasticTempoCodec.TEMPO,
                        hidden,
                        new Weights.Dense(new NumberMatrix.Int32(size(), count, weights)),
                        1);
    }

    /** Keeps the ramp down while the tempo is slower than as lowered, or paused: waiting is then what was asked for. */
    void holdRamp(GraphBuilder graph, String ramp, int length, long inhibition) {
        int[] weights = new int[Math.multiplyExact(size(), length)];
        Arrays.fill(weights, faster * length, weights.length, Math.toIntExact(-inhibition));
        graph.projection(
                "tempo_ramp",
                StochasticTempoCodec.TEMPO,
                ramp,
                new Weights.Dense(new NumberMatrix.Int32(size(), length, weights)),
                1);
    }

    private static Weights each(double weight) {
        return new Weights.OneToOne(Parameter.of(weight));
    }

    /** How tempos are set. */
    StochasticTempoCodec codec() {
        double[] gains = new double[Math.toIntExact(least + most + 1)];
        Arrays.setAll(gains, i -> gain(i - least));
        return new StochasticTempoCodec(size(), faster, gains, Math.toIntExact(least));
    }
}
