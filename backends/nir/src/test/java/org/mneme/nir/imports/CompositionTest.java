package org.mneme.nir.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.AvgPool2d;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.Flatten;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.imports.Signal.Path;

class CompositionTest {
    private static final double TOLERANCE = 1e-9;

    private static Tensor random(Random random, int... shape) {
        return Tensor.generate(Ints.of(shape), i -> random.nextDouble(-1, 1));
    }

    private static Ints pair(Random random, int least, int most) {
        return random.nextBoolean()
                ? Ints.of(random.nextInt(least, most + 1))
                : Ints.of(random.nextInt(least, most + 1), random.nextInt(least, most + 1));
    }

    private static Padding padding(Random random, Ints stride) {
        boolean same = stride.max() == 1 && random.nextBoolean();
        return switch (same ? 0 : random.nextInt(1, 3)) {
            case 0 -> new Padding.Same();
            case 1 -> new Padding.Valid();
            default -> new Padding.Zeros(pair(random, 0, 2));
        };
    }

    private static NirNode spatial(Random random, int channels) {
        Ints stride = pair(random, 1, 2);
        Ints kernel = Ints.of(random.nextInt(1, 4), random.nextInt(1, 4));
        int groups = random.nextBoolean() ? channels : 1;
        int out = groups * random.nextInt(1, 3);
        return switch (random.nextInt(4)) {
            case 0 -> new SumPool2d(kernel, stride, pair(random, 0, 1), Nets.NONE);
            case 1 -> new AvgPool2d(kernel, stride, pair(random, 0, 1), Nets.NONE);
            default ->
                new Conv2d(
                        Optional.empty(),
                        random(random, out, channels / groups, kernel.at(0), kernel.at(1)),
                        stride,
                        padding(random, stride),
                        pair(random, 1, 2),
                        groups,
                        random(random, out),
                        Nets.NONE);
        };
    }

    private static NirNode flat(Random random, Ints shape) {
        int channels = shape.at(0);
        if (shape.length() == 1) {
            int out = random.nextInt(1, 6);
            return new Affine(random(random, out, channels), random(random, out), Nets.NONE);
        }
        Ints stride = Ints.of(random.nextInt(1, 3));
        Padding padding = stride.at(0) == 1 && random.nextBoolean()
                ? new Padding.Same()
                : new Padding.Zeros(Ints.of(random.nextInt(3)));
        return new Conv1d(
                Optional.empty(),
                random(random, 2, channels, random.nextInt(1, 4)),
                stride,
                padding,
                Ints.of(random.nextInt(1, 3)),
                1,
                random(random, 2),
                Nets.NONE);
    }

    /** A chain and what it makes of x, each node applied to the array that the one before it gave. */
    private record Chain(List<NirNode> nodes, Tensor x, Tensor y) {
        static Chain of(Random random) {
            int[] shape = random.nextBoolean()
                    ? new int[] {random.nextInt(1, 4), random.nextInt(8, 12), random.nextInt(8, 12)}
                    : new int[] {random.nextInt(1, 4), random.nextInt(14, 20)};
            Tensor x = random(random, shape);
            List<NirNode> nodes = new ArrayList<>();
            Tensor y = x;
            for (int i = 0; i < 3; i++) {
                Ints now = y.shape();
                Supplier<NirNode> next = () -> now.length() == 3 ? spatial(random, now.at(0)) : flat(random, now);
                NirNode node =
                        random.nextInt(4) == 0 ? new Scale(random(random, now.toArray()), Nets.NONE) : next.get();
                if (fits(node, now)) {
                    nodes.add(node);
                    y = DirectNodes.apply(node, y);
                }
            }
            nodes.add(new Flatten(Optional.empty(), 0, -1, Nets.NONE));
            Tensor joined = y.reshaped(Ints.of(y.size()));
            NirNode last = flat(random, joined.shape());
            nodes.add(last);
            return new Chain(nodes, x, DirectNodes.apply(last, joined));
        }

        /** No kernel of these is larger than 5 taps across. */
        private static boolean fits(NirNode node, Ints shape) {
            return shape.length() == 1
                    || node instanceof Scale
                    || shape.stream().skip(1).min().orElse(0) >= 5;
        }
    }

    @Test
    void aComposedChainEqualsItsNodesAppliedOneByOne() {
        for (long seed = 0; seed < 300; seed++) {
            Chain chain = Chain.of(new Random(seed));
            Nets nets = Nets.start().node("in", Nets.input(chain.x().shape().toArray()));
            String before = "in";
            for (int i = 0; i < chain.nodes().size(); i++) {
                nets.node("n" + i, chain.nodes().get(i)).path(before, "n" + i);
                before = "n" + i;
            }
            FlatGraph graph = FlatGraph.of(nets.graph());
            Signal signal = Composition.of(graph, Shapes.of(graph), Nets.DT)
                    .into(graph.outputs().iterator().next());
            double[] composed = new double[signal.size()];
            signal.constants().values().forEach(constant -> add(composed, constant));
            signal.parts()
                    .values()
                    .forEach(matrix -> add(composed, matrix.times(chain.x().values())));
            assertArrayEquals(chain.y().values(), composed, TOLERANCE, "seed " + seed + ": " + chain.nodes());
        }
    }

    private static void add(double[] sum, double[] values) {
        assertEquals(sum.length, values.length);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
    }

    private static Signal into(Nets nets, String name) {
        FlatGraph graph = FlatGraph.of(nets.graph());
        return Composition.of(graph, Shapes.of(graph), Nets.DT).into(name);
    }

    @Test
    void parallelWaysAddUp() {
        Signal signal = into(
                Nets.start()
                        .node("in", Nets.input(2))
                        .node("a", Nets.linear(1, 2, 1, 2))
                        .node("b", Nets.linear(1, 2, 10, 20))
                        .node("out", Nets.output(1))
                        .path("in", "a", "out")
                        .path("in", "b", "out"),
                "out");
        assertEquals(1, signal.parts().size());
        assertArrayEquals(
                new double[] {11, 22}, signal.parts().firstEntry().getValue().values(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0004, 0.001, 0.0026})
    void aDelayIsRoundedToTicks(double seconds) {
        Signal signal = into(
                Nets.start()
                        .node("in", Nets.input(1))
                        .node("d", new Delay(Tensor.vector(seconds), Nets.NONE))
                        .node("out", Nets.output(1))
                        .path("in", "d", "out"),
                "out");
        assertEquals(
                new Path("in", (int) Math.rint(seconds * 1000)), signal.parts().firstKey());
    }

    @Test
    void delaysAddUpElementByElement() {
        Signal signal = into(
                Nets.start()
                        .node("in", Nets.input(2))
                        .node("first", new Delay(Tensor.vector(0.001, 0.002), Nets.NONE))
                        .node("mix", Nets.linear(2, 2, 1, 2, 3, 0))
                        .node("second", new Delay(Tensor.vector(0.003, 0), Nets.NONE))
                        .node("out", Nets.output(2))
                        .path("in", "first", "mix", "second", "out"),
                "out");
        List<String> found = new ArrayList<>();
        signal.parts().forEach((path, matrix) -> {
            for (int r = 0; r < 2; r++) {
                for (int k = 0; k < matrix.indices(r).length; k++) {
                    found.add(matrix.indices(r)[k] + "→" + r + " after " + path.delay() + ": " + matrix.values(r)[k]);
                }
            }
        });
        assertEquals(List.of("0→1 after 1: 3.0", "0→0 after 4: 1.0", "1→0 after 5: 2.0"), found);
    }

    @Test
    void aBiasBeforeADelayComesLater() {
        Signal signal = into(
                Nets.start()
                        .node("in", Nets.input(1))
                        .node("a", new Affine(Tensor.of(Ints.of(1, 1), 2), Tensor.vector(5), Nets.NONE))
                        .node("d", new Delay(Tensor.scalar(0.003), Nets.NONE))
                        .node("b", new Affine(Tensor.of(Ints.of(1, 1), 10), Tensor.vector(7), Nets.NONE))
                        .node("out", Nets.output(1))
                        .path("in", "a", "d", "b", "out"),
                "out");
        assertEquals(List.of(0, 3), List.copyOf(signal.constants().keySet()));
        assertArrayEquals(new double[] {7}, signal.constants().get(0));
        assertArrayEquals(new double[] {50}, signal.constants().get(3));
        assertTrue(signal.parts().containsKey(new Path("in", 3)));
    }
}
