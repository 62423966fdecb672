package org.mneme.nir.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;

/** Random graphs that NIR can say exactly, and input for them. */
final class RandomLifGraph {
    static final long TICKS = 60;

    private final Random random;
    private final boolean real;

    private RandomLifGraph(Random random) {
        this.random = random;
        this.real = random.nextBoolean();
    }

    static SpikingGraph of(long seed) {
        return new RandomLifGraph(new Random(seed)).graph();
    }

    static List<SourceSpike> input(SpikingGraph graph, long seed) {
        Random random = new Random(~seed);
        List<SourceSpike> spikes = new ArrayList<>();
        for (long tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; neuron < graph.population("in").size(); neuron++) {
                if (random.nextInt(4) == 0) {
                    spikes.add(new SourceSpike("in", tick, neuron, random.nextBoolean() ? 1 : -2));
                }
            }
        }
        return spikes;
    }

    private SpikingGraph graph() {
        NumberDomain domain = real ? new NumberDomain.Real() : new NumberDomain.Fixed(32);
        GraphBuilder builder = new GraphBuilder("random", domain, random.nextBoolean() ? 1e-3 : 2.5e-4);
        int layers = 1 + random.nextInt(3);
        int[] sizes = random.ints(layers + 1, 1, 8).toArray();
        builder.population("in", sizes[0], new Source(2));
        for (int layer = 1; layer <= layers; layer++) {
            builder.population(name(layer), sizes[layer], lif(sizes[layer]));
        }
        int count = 0;
        for (int target = 1; target <= layers; target++) {
            for (int source = 0; source <= layers; source++) {
                if (source == target - 1 || random.nextInt(3) == 0) {
                    Weights weights = weights(sizes[source], sizes[target]);
                    builder.projection("p" + count++, name(source), name(target), weights, delays(sizes[target]));
                }
            }
        }
        return builder.build();
    }

    private static String name(int layer) {
        return layer == 0 ? "in" : "layer" + layer;
    }

    private Ints delays(int targets) {
        return random.nextBoolean()
                ? Ints.of(1 + random.nextInt(4))
                : Ints.of(random.ints(targets, 1, 6).toArray());
    }

    /** Powers of two, so that floats do not round. */
    private Decay.Fraction decay(boolean current) {
        int[] deltas = !real ? new int[] {4096} : current ? new int[] {4096, 2048, 1024} : new int[] {4096, 2048, 512};
        return Decay.Fraction.of(deltas[random.nextInt(deltas.length)]);
    }

    private Lif lif(int size) {
        boolean integrator = random.nextInt(3) == 0;
        Decay current = integrator ? Decay.Fraction.of(Decay.Fraction.ALL) : decay(true);
        Decay.Fraction potential = integrator ? Decay.Fraction.of(0) : decay(false);
        boolean forgets = potential.equals(Decay.Fraction.of(Decay.Fraction.ALL));
        Membrane.Reset reset = forgets && random.nextBoolean()
                ? new Membrane.Reset.Subtract()
                : new Membrane.Reset.Hard(Parameter.of(-random.nextInt(3)));
        double floor = forgets && random.nextBoolean() ? -2 : Double.NEGATIVE_INFINITY;
        double[] thresholds = new double[size];
        Arrays.setAll(thresholds, i -> random.nextInt(6) + (real ? 0.25 : 0));
        Parameter threshold = random.nextBoolean() ? Parameter.perNeuron(thresholds) : Parameter.of(2);
        return new Lif(new Membrane(
                current,
                potential,
                Parameter.of(random.nextInt(3) - 1),
                threshold,
                reset,
                Parameter.of(floor),
                Parameter.of(0)));
    }

    private Weights weights(int sources, int targets) {
        return switch (random.nextInt(5)) {
            case 0 -> new Weights.Uniform(random.nextInt(7) - 3);
            case 1 -> sign(sources, targets);
            case 2 -> {
                byte[] values = new byte[sources * targets];
                random.nextBytes(values);
                for (int i = 0; i < values.length; i++) {
                    values[i] = (byte) (values[i] % 4);
                }
                yield new Weights.Dense(new NumberMatrix.Int8(sources, targets, values));
            }
            case 3 -> sparse(sources, targets);
            default ->
                sources == targets ? new Weights.OneToOne(Parameter.of(1 + random.nextInt(2))) : new Weights.Uniform(2);
        };
    }

    private Weights sign(int sources, int targets) {
        BitMatrix plus = BitMatrix.of(targets, sources, (r, c) -> random.nextBoolean());
        return new Weights.SignMatrix(
                plus,
                Optional.empty(),
                Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS,
                Optional.empty(),
                2,
                random.nextBoolean());
    }

    private Weights sparse(int sources, int targets) {
        int[] offsets = new int[sources + 1];
        int[] hit = new int[sources];
        byte[] values = new byte[sources];
        for (int s = 0; s < sources; s++) {
            offsets[s + 1] = s + 1;
            hit[s] = random.nextInt(targets);
            values[s] = (byte) (1 + random.nextInt(3));
        }
        return new Weights.Sparse(targets, Ints.of(offsets), Ints.of(hit), new NumberMatrix.Int8(1, sources, values));
    }
}
