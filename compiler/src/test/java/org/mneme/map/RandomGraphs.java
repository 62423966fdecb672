package org.mneme.map;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** Small random graphs of every neuron model and weight form. */
final class RandomGraphs {
    /** What a graph may contain; tests see to it that all of it comes up. */
    enum Part {
        SIGNS_BY_TARGET,
        SIGNS_BY_SOURCE,
        UNSIGNED,
        MASKED,
        ABSENT_ROWS,
        DENSE,
        SPARSE,
        ONE_TO_ONE,
        UNIFORM,
        DELAY_PER_TARGET,
        GRADED,
        ESCAPE,
        THRESHOLD_PER_NEURON,
        SOURCE
    }

    private final Random random;
    private final Set<Part> parts = EnumSet.noneOf(Part.class);

    RandomGraphs(Random random) {
        this.random = random;
    }

    /** What the graphs so far contained. */
    Set<Part> parts() {
        return parts;
    }

    SpikingGraph next() {
        GraphBuilder graph = new GraphBuilder("random", new NumberDomain.Fixed(24), 1e-3);
        int populations = 1 + random.nextInt(4);
        int[] sizes = new int[populations + 1];
        for (int p = 0; p < populations; p++) {
            // Equal sizes now and then, so that one-to-one is possible; across word boundaries.
            sizes[p] = random.nextBoolean() ? 1 + random.nextInt(9) : 60 + random.nextInt(80);
            if (p > 0 && random.nextInt(3) == 0) {
                sizes[p] = sizes[p - 1];
            }
            graph.population("p" + p, sizes[p], model(sizes[p]));
        }
        sizes[populations] = random.nextBoolean() ? sizes[0] : 1 + random.nextInt(70);
        boolean source = random.nextInt(4) > 0;
        if (source) {
            parts.add(Part.SOURCE);
            graph.population("p" + populations, sizes[populations], new Source(1));
        }
        int projections = random.nextInt(7);
        for (int k = 0; k < projections; k++) {
            int from = random.nextInt(populations + (source ? 1 : 0));
            int to = random.nextInt(populations);
            graph.projection("j" + k, "p" + from, "p" + to, weights(sizes[from], sizes[to]), delay(sizes[to]));
        }
        return graph.build();
    }

    private Ints delay(int targets) {
        if (random.nextInt(3) > 0) {
            return Ints.of(1 + random.nextInt(3));
        }
        parts.add(Part.DELAY_PER_TARGET);
        return Ints.of(random.ints(targets, 1, 4).toArray());
    }

    private NeuronModel model(int size) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                parts.add(Part.GRADED);
                yield new Graded(
                        random.nextBoolean() ? new Phi.Sign() : Phi.Table.of(IntTable.of(-1, -2, 0, 2)),
                        random.nextBoolean(),
                        random.nextBoolean());
            }
            case 1 -> {
                parts.add(Part.ESCAPE);
                yield new Escape(membrane(size), new Escape.Hazard.Table(IntTable.of(-1, 0, 7)));
            }
            default -> new Lif(membrane(size));
        };
    }

    private Membrane membrane(int size) {
        Parameter threshold = Parameter.of(random.nextInt(4));
        if (random.nextInt(3) == 0) {
            parts.add(Part.THRESHOLD_PER_NEURON);
            threshold =
                    Parameter.perNeuron(random.ints(size, 0, 5).asDoubleStream().toArray());
        }
        return new Membrane(
                Decay.Fraction.of(4096),
                random.nextBoolean() ? Decay.Fraction.of(random.nextInt(2) * 4096) : new Decay.Linear(Parameter.of(1)),
                Parameter.of(0),
                threshold,
                new Membrane.Reset.Hard(Parameter.of(0)),
                Parameter.of(random.nextBoolean() ? 0 : -random.nextInt(3)),
                Parameter.of(random.nextInt(2)));
    }

    private Weights weights(int sources, int targets) {
        return switch (random.nextInt(6)) {
            case 0 -> signs(sources, targets, true);
            case 1 -> signs(sources, targets, false);
            case 2 -> {
                parts.add(Part.DENSE);
                byte[] values = new byte[sources * targets];
                for (int k = 0; k < values.length; k++) {
                    values[k] = (byte) (random.nextBoolean() ? 0 : random.nextInt(7) - 3);
                }
                yield new Weights.Dense(new NumberMatrix.Int8(sources, targets, values));
            }
            case 3 -> sparse(sources, targets);
            case 4 -> {
                if (sources != targets) {
                    yield uniform();
                }
                parts.add(Part.ONE_TO_ONE);
                yield new Weights.OneToOne(
                        random.nextBoolean()
                                ? Parameter.of(2)
                                : Parameter.perNeuron(random.ints(sources, -1, 3)
                                        .asDoubleStream()
                                        .toArray()));
            }
            default -> uniform();
        };
    }

    private Weights uniform() {
        parts.add(Part.UNIFORM);
        return new Weights.Uniform(random.nextInt(5) - 2);
    }

    private Weights signs(int sources, int targets, boolean byTarget) {
        parts.add(byTarget ? Part.SIGNS_BY_TARGET : Part.SIGNS_BY_SOURCE);
        int rows = byTarget ? targets : sources;
        int columns = byTarget ? sources : targets;
        int density = 1 + random.nextInt(4);
        BitMatrix bits = BitMatrix.of(rows, columns, (_, _) -> random.nextInt(density) == 0);
        boolean unsigned = random.nextBoolean();
        boolean masked = !unsigned && random.nextBoolean();
        Optional<Ints> view = Optional.empty();
        if (random.nextBoolean()) {
            parts.add(Part.ABSENT_ROWS);
            view = Optional.of(Ints.of(random.ints(rows, -1, rows).toArray()));
        }
        if (unsigned) {
            parts.add(Part.UNSIGNED);
        }
        if (masked) {
            parts.add(Part.MASKED);
        }
        return new Weights.SignMatrix(
                bits,
                masked ? Optional.of(BitMatrix.of(rows, columns, (_, _) -> random.nextInt(3) > 0)) : Optional.empty(),
                byTarget
                        ? Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS
                        : Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                view,
                random.nextInt(3) - 1,
                unsigned);
    }

    private Weights sparse(int sources, int targets) {
        parts.add(Part.SPARSE);
        int[] offsets = new int[sources + 1];
        int[] into = new int[sources * targets];
        short[] values = new short[into.length];
        for (int s = 0; s < sources; s++) {
            offsets[s + 1] = offsets[s];
            for (int t = 0; t < targets; t++) {
                if (random.nextInt(12) == 0) {
                    values[offsets[s + 1]] = (short) (random.nextInt(5) - 2);
                    into[offsets[s + 1]++] = t;
                }
            }
        }
        int count = offsets[sources];
        return new Weights.Sparse(
                targets,
                Ints.of(offsets),
                Ints.of(Arrays.copyOf(into, count)),
                new NumberMatrix.Int16(1, count, Arrays.copyOf(values, count)));
    }

    /** Any populations of a graph. */
    Set<String> probed(SpikingGraph graph) {
        return Set.copyOf(graph.populations().stream()
                .map(p -> p.name())
                .filter(_ -> random.nextInt(3) == 0)
                .toList());
    }

    /** One of several. */
    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
