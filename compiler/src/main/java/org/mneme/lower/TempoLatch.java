package org.mneme.lower;

import java.util.Arrays;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;

/**
 * The tempo input: {@code pace} neuron b adds 2^b to all counters once a step, after the wipe, if {@code tempo} latch b lets it.
 *
 * <p>What is added is g of {@value TempoCodec#UNIT} at gain g / {@value TempoCodec#UNIT}. A latch on spikes each tick through its own
 * synapse; on, it lets its pace neuron fire with the inhibitor, but for the one of the gain 1, which it keeps from firing: so all are off, and the graph
 * can be idle, at tempo 1. The clear source makes pace neurons fire too; what the last of them adds is the first step's.
 */
final class TempoLatch {
    private static final int ALLOW = 2;

    private TempoLatch() {}

    static void add(SpikingCircuit circuit, int longestDwell) {
        int bits = TempoCodec.bits(longestDwell);
        double[] allow = new double[bits];
        double[] threshold = new double[bits];
        Arrays.fill(allow, ALLOW);
        Arrays.fill(threshold, ALLOW);
        allow[TempoCodec.DEFAULT_BIT] = -ALLOW;
        threshold[TempoCodec.DEFAULT_BIT] = 0;
        circuit.graph()
                .population(TempoCodec.PACE, bits, new Lif(Membrane.memoryless(Parameter.perNeuron(threshold))))
                .population(TempoCodec.TEMPO, bits, new Lif(Membrane.memoryless(Parameter.of(0))))
                .population(TempoCodec.ON, bits, new Source(1))
                .population(TempoCodec.OFF, bits, new Source(1))
                .projection("tempo_hold", TempoCodec.TEMPO, TempoCodec.TEMPO, each(1), 1)
                .projection("tempo_on", TempoCodec.ON, TempoCodec.TEMPO, each(1), 1)
                .projection("tempo_off", TempoCodec.OFF, TempoCodec.TEMPO, each(-2), 1)
                .projection(
                        "tempo", TempoCodec.TEMPO, TempoCodec.PACE, new Weights.OneToOne(Parameter.perNeuron(allow)), 1)
                .projection(
                        "clear_pace",
                        RailsCodec.CLEAR,
                        TempoCodec.PACE,
                        one(circuit.clearing().neurons(), bits),
                        1);
        circuit.connect("step_pace", SpikingCircuit.INHIBITOR, TempoCodec.PACE, new Weights.Uniform(1), 1);
        circuit.connect("pace", TempoCodec.PACE, DwellCounters.COUNTER, powers(bits, circuit.count()), 1);
    }

    /** From the first clear neuron only. */
    private static Weights one(int clears, int bits) {
        if (clears == 1) {
            return new Weights.Uniform(1);
        }
        int[] values = new int[Math.multiplyExact(clears, bits)];
        Arrays.fill(values, 0, bits, 1);
        return new Weights.Dense(new NumberMatrix.Int32(clears, bits, values));
    }

    private static Weights each(double weight) {
        return new Weights.OneToOne(Parameter.of(weight));
    }

    private static Weights powers(int bits, int count) {
        int[] values = new int[Math.multiplyExact(bits, count)];
        for (int b = 0; b < bits; b++) {
            Arrays.fill(values, b * count, (b + 1) * count, 1 << b);
        }
        return new Weights.Dense(new NumberMatrix.Int32(bits, count, values));
    }
}
