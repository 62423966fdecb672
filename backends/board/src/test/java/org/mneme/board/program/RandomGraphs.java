package org.mneme.board.program;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
import org.mneme.ir.Weights.SignMatrix;

/** Draws graphs of the fixed domain of every neuron model, weight form and delay form. */
final class RandomGraphs {
    private final SplittableRandom random;

    RandomGraphs(SplittableRandom random) {
        this.random = random;
    }

    SpikingGraph graph() {
        int count = 3 + random.nextInt(4);
        int shared = 1 + random.nextInt(90);
        int[] sizes = new int[count];
        GraphBuilder graph = new GraphBuilder("graph" + random.nextInt(100), domain(), 0.001 * (1 + random.nextInt(5)));
        for (int p = 0; p < count; p++) {
            sizes[p] = random.nextInt(3) == 0 ? shared : 1 + random.nextInt(random.nextBoolean() ? 8 : 150);
            NeuronModel model = p == 0 ? new Source(1 + random.nextInt(9)) : model(sizes[p]);
            graph.population("p" + p, sizes[p], model);
        }
        int projections = 2 + random.nextInt(8);
        for (int j = 0; j < projections; j++) {
            int from = random.nextInt(count);
            int to = 1 + random.nextInt(count - 1);
            graph.projection("j" + j, "p" + from, "p" + to, weights(sizes[from], sizes[to]), delay(sizes[to]));
        }
        return graph.build();
    }

    private NumberDomain domain() {
        return new NumberDomain.Fixed(random.nextBoolean() ? 24 : 32);
    }

    private NeuronModel model(int size) {
        return switch (random.nextInt(3)) {
            case 0 -> new Lif(membrane(size));
            case 1 -> new Graded(phi(size), random.nextBoolean(), random.nextBoolean());
            default -> new Escape(membrane(size), new Escape.Hazard.Table(table(Integer.MIN_VALUE)));
        };
    }

    private Membrane membrane(int size) {
        Membrane.Reset reset = random.nextBoolean()
                ? new Membrane.Reset.Hard(parameter(size, i -> random.nextInt(3)))
                : new Membrane.Reset.Subtract();
        Parameter floor = switch (random.nextInt(3)) {
            case 0 -> Parameter.of(Double.NEGATIVE_INFINITY);
            case 1 -> parameter(size, i -> -random.nextInt(50));
            default -> parameter(size, i -> random.nextBoolean() ? Double.NEGATIVE_INFINITY : -random.nextInt(50));
        };
        return new Membrane(
                decay(size),
                decay(size),
                parameter(size, i -> random.nextInt(9) - 4),
                parameter(size, i -> 3 + random.nextInt(100_000)),
                reset,
                floor,
                parameter(size, i -> random.nextInt(4)));
    }

    private Decay decay(int size) {
        return random.nextBoolean()
                ? new Decay.Fraction(parameter(size, i -> random.nextInt(4097)))
                : new Decay.Linear(parameter(size, i -> random.nextInt(300)));
    }

    private Phi phi(int size) {
        return switch (random.nextInt(4)) {
            case 0 -> new Phi.Sign();
            case 1 -> new Phi.Identity();
            default -> {
                List<IntTable> tables = IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(_ -> table(-20))
                        .toList();
                int[] choice = new int[random.nextBoolean() ? 1 : size];
                Arrays.setAll(choice, _ -> random.nextInt(tables.size()));
                yield new Phi.Table(tables, Ints.of(choice));
            }
        };
    }

    private IntTable table(int smallest) {
        int[] values = new int[1 + random.nextInt(6)];
        Arrays.setAll(values, _ -> smallest < -20 ? random.nextInt() : smallest + random.nextInt(41));
        return IntTable.of(random.nextInt(200) - 100, values);
    }

    private Parameter parameter(int size, IntToDoubleFunction value) {
        double[] values = new double[random.nextInt(3) == 0 ? size : 1];
        Arrays.setAll(values, value);
        return Parameter.perNeuron(values);
    }

    private Ints delay(int size) {
        int[] delays = new int[random.nextBoolean() ? 1 : size];
        Arrays.setAll(delays, _ -> 1 + random.nextInt(random.nextBoolean() ? 3 : 200));
        return Ints.of(delays);
    }

    private Weights weights(int sources, int targets) {
        int form = random.nextInt(sources == targets ? 9 : 8);
        return switch (form) {
            case 0, 1, 2, 3 -> sign(sources, targets);
            case 4, 5 -> new Weights.Dense(numbers(sources, targets));
            case 6 -> sparse(sources, targets);
            case 7 -> new Weights.Uniform(random.nextInt(21) - 10);
            default -> new Weights.OneToOne(parameter(targets, i -> random.nextInt(21) - 10));
        };
    }

    private Weights sign(int sources, int targets) {
        SignMatrix.Orientation orientation = random.nextBoolean()
                ? SignMatrix.Orientation.ROWS_ARE_SOURCES
                : SignMatrix.Orientation.ROWS_ARE_TARGETS;
        boolean bySource = orientation == SignMatrix.Orientation.ROWS_ARE_SOURCES;
        int viewRows = bySource ? sources : targets;
        int columns = bySource ? targets : sources;
        boolean viewed = random.nextBoolean();
        int rows = viewed ? 1 + random.nextInt(2 * viewRows) : viewRows;
        Optional<Ints> view = viewed
                ? Optional.of(Ints.of(random.ints(viewRows, random.nextBoolean() ? -1 : 0, rows)
                        .toArray()))
                : Optional.empty();
        boolean unsigned = random.nextInt(3) == 0;
        Optional<BitMatrix> mask =
                unsigned || random.nextBoolean() ? Optional.empty() : Optional.of(bits(rows, columns));
        return new SignMatrix(bits(rows, columns), mask, orientation, view, 1 + random.nextInt(40), unsigned);
    }

    private BitMatrix bits(int rows, int columns) {
        return BitMatrix.of(rows, columns, (_, _) -> random.nextBoolean());
    }

    private NumberMatrix numbers(int rows, int columns) {
        int count = rows * columns;
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] values = new byte[count];
                random.nextBytes(values);
                yield new NumberMatrix.Int8(rows, columns, values);
            }
            case 1 -> {
                short[] values = new short[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (short) random.nextInt();
                }
                yield new NumberMatrix.Int16(rows, columns, values);
            }
            default ->
                new NumberMatrix.Int32(
                        rows, columns, random.ints(count, -(1 << 18), 1 << 18).toArray());
        };
    }

    private Weights sparse(int sources, int targets) {
        int density = 1 + random.nextInt(8);
        int[] offsets = new int[sources + 1];
        int[] reached = new int[sources * targets];
        int synapses = 0;
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                if (random.nextInt(density) == 0) {
                    reached[synapses++] = j;
                }
            }
            offsets[i + 1] = synapses;
        }
        return new Weights.Sparse(
                targets, Ints.of(offsets), Ints.of(Arrays.copyOf(reached, synapses)), numbers(1, synapses));
    }
}
