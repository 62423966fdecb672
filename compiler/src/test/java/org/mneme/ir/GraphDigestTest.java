package org.mneme.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

class GraphDigestTest {
    private static final Ints ONE = Ints.of(1);
    private static final BitMatrix BITS = BitMatrix.of(2, 70, (r, c) -> (r + c) % 3 == 0);

    @Test
    void equalGraphsHaveEqualDigests() {
        assertEquals(GraphDigest.of(SampleGraphs.fixed()), GraphDigest.of(SampleGraphs.fixed()));
        assertEquals(GraphDigest.of(SampleGraphs.real()), GraphDigest.of(SampleGraphs.real()));
        assertNotEquals(GraphDigest.of(SampleGraphs.fixed()), GraphDigest.of(SampleGraphs.real()));
    }

    @Test
    void sharedAndCopiedBitMatricesHaveEqualDigests() {
        BitMatrix copy = BitMatrix.of(2, 70, BITS::get);

        assertEquals(digest(signs(BITS, true), signs(BITS, false)), digest(signs(BITS, true), signs(copy, false)));
    }

    @Test
    void encodingIsStable() {
        SpikingGraph graph = graph(List.of(new Population("p", 2, new Source(1))), List.of());

        assertEquals("9db08cf99f54b2ce4df751a3e2eda1dc83dde2c9ea1cccd9b5abc7dd84ac39e5", GraphDigest.of(graph));
    }

    @Test
    void everySingleChangeChangesTheDigest() {
        List<SpikingGraph> graphs = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            graphs.add(new SpikingGraph(name, new NumberDomain.Fixed(24), 1e-3, List.of(), List.of()));
        }
        graphs.add(new SpikingGraph("a", new NumberDomain.Fixed(32), 1e-3, List.of(), List.of()));
        graphs.add(new SpikingGraph("a", new NumberDomain.Real(), 1e-3, List.of(), List.of()));
        graphs.add(new SpikingGraph("a", new NumberDomain.Real(), 2e-3, List.of(), List.of()));
        models().forEach(model -> graphs.add(graph(List.of(new Population("p", 2, model)), List.of())));
        graphs.add(graph(List.of(new Population("q", 2, new Source(1))), List.of()));
        graphs.add(graph(List.of(new Population("p", 3, new Source(1))), List.of()));
        weights().forEach(weights -> graphs.add(graph(List.of(), List.of(projection("j", weights, ONE)))));
        Weights uniform = new Weights.Uniform(1);
        graphs.add(graph(List.of(), List.of(projection("k", uniform, ONE))));
        graphs.add(graph(List.of(), List.of(projection("j", uniform, Ints.of(2)))));
        graphs.add(graph(List.of(), List.of(projection("j", uniform, Ints.of(1, 1)))));
        graphs.add(graph(List.of(), List.of(new Projection("j", "t", "s", Port.INPUT, uniform, ONE))));
        graphs.add(graph(List.of(), List.of(new Projection("j", "s", "t", new Port("x"), uniform, ONE))));

        Set<String> digests = new HashSet<>();
        for (SpikingGraph graph : graphs) {
            assertTrue(digests.add(GraphDigest.of(graph)), () -> "another graph has the digest of " + graph);
        }
    }

    private static List<NeuronModel> models() {
        List<NeuronModel> models = new ArrayList<>();
        models.add(new Source(1));
        models.add(new Source(2));
        Parameter one = Parameter.of(1);
        Parameter two = Parameter.of(2);
        Decay keep = Decay.Fraction.of(0);
        Membrane.Reset hard = new Membrane.Reset.Hard(one);
        for (Membrane membrane : List.of(
                new Membrane(keep, keep, one, one, hard, one, one),
                new Membrane(new Decay.Linear(Parameter.of(0)), keep, one, one, hard, one, one),
                new Membrane(keep, Decay.Fraction.of(1), one, one, hard, one, one),
                new Membrane(keep, keep, two, one, hard, one, one),
                new Membrane(keep, keep, one, Parameter.perNeuron(1, 1), hard, one, one),
                new Membrane(keep, keep, one, two, hard, one, one),
                new Membrane(keep, keep, one, one, new Membrane.Reset.Hard(two), one, one),
                new Membrane(keep, keep, one, one, new Membrane.Reset.Subtract(), one, one),
                new Membrane(keep, keep, one, one, hard, two, one),
                new Membrane(keep, keep, one, one, hard, one, two))) {
            models.add(new Lif(membrane));
            models.add(new Escape(membrane, new Escape.Hazard.Exponential(1, 1)));
        }
        Membrane plain = Membrane.memoryless(one);
        models.add(new Escape(plain, new Escape.Hazard.Exponential(2, 1)));
        models.add(new Escape(plain, new Escape.Hazard.Exponential(1, 2)));
        models.add(new Escape(plain, new Escape.Hazard.Table(IntTable.of(0, 1, 2))));
        models.add(new Escape(plain, new Escape.Hazard.Table(IntTable.of(1, 1, 2))));
        models.add(new Escape(plain, new Escape.Hazard.Table(IntTable.of(0, 1, 3))));
        for (Phi phi : List.of(
                new Phi.Sign(),
                new Phi.Identity(),
                Phi.Table.of(IntTable.of(0, 1)),
                Phi.Table.of(IntTable.of(0, 2)),
                new Phi.Table(List.of(IntTable.of(0, 1)), Ints.of(0, 0)),
                new Phi.Table(List.of(IntTable.of(0, 1), IntTable.of(0, 1)), Ints.of(0)),
                new Phi.Power(one, one, 2),
                new Phi.Power(two, one, 2),
                new Phi.Power(one, two, 2),
                new Phi.Power(one, one, 3),
                new Phi.Exponential(one, one, 1, 1),
                new Phi.Exponential(two, one, 1, 1),
                new Phi.Exponential(one, two, 1, 1),
                new Phi.Exponential(one, one, 2, 1),
                new Phi.Exponential(one, one, 1, 2),
                new Phi.Step(one, one),
                new Phi.Step(two, one),
                new Phi.Step(one, two))) {
            models.add(new Graded(phi, false, false));
        }
        models.add(new Graded(new Phi.Sign(), true, false));
        models.add(new Graded(new Phi.Sign(), false, true));
        return models;
    }

    private static List<Weights> weights() {
        List<Weights> weights = new ArrayList<>();
        weights.add(signs(BITS, true));
        weights.add(signs(BITS, false));
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 70; c++) {
                weights.add(signs(flipped(r, c), true));
            }
        }
        weights.add(SampleGraphs.signs(BITS, Optional.of(BITS), true, Optional.empty(), 1, false));
        weights.add(SampleGraphs.signs(BITS, Optional.empty(), true, Optional.of(Ints.of(0, 1)), 1, false));
        weights.add(SampleGraphs.signs(BITS, Optional.empty(), true, Optional.of(Ints.of(0, -1)), 1, false));
        weights.add(SampleGraphs.signs(BITS, Optional.empty(), true, Optional.empty(), 2, false));
        weights.add(SampleGraphs.signs(BITS, Optional.empty(), true, Optional.empty(), 1, true));
        weights.add(new Weights.Dense(new NumberMatrix.Int8(1, 2, new byte[] {1, 2})));
        weights.add(new Weights.Dense(new NumberMatrix.Int8(2, 1, new byte[] {1, 2})));
        weights.add(new Weights.Dense(new NumberMatrix.Int8(1, 2, new byte[] {1, 3})));
        weights.add(new Weights.Dense(new NumberMatrix.Int16(1, 2, new short[] {1, 2})));
        weights.add(new Weights.Dense(new NumberMatrix.Int32(1, 2, new int[] {1, 2})));
        weights.add(new Weights.Dense(new NumberMatrix.Real64(1, 2, new double[] {1, 2})));
        NumberMatrix pair = new NumberMatrix.Int8(1, 2, new byte[] {1, 2});
        weights.add(new Weights.Sparse(3, Ints.of(0, 2), Ints.of(0, 1), pair));
        weights.add(new Weights.Sparse(4, Ints.of(0, 2), Ints.of(0, 1), pair));
        weights.add(new Weights.Sparse(3, Ints.of(0, 1, 2), Ints.of(0, 1), pair));
        weights.add(new Weights.Sparse(3, Ints.of(0, 2), Ints.of(0, 2), pair));
        weights.add(new Weights.OneToOne(Parameter.of(1)));
        weights.add(new Weights.OneToOne(Parameter.of(-1)));
        weights.add(new Weights.Uniform(1));
        weights.add(new Weights.Uniform(-1));
        return weights;
    }

    private static BitMatrix flipped(int row, int column) {
        return BitMatrix.of(2, 70, (r, c) -> BITS.get(r, c) != (r == row && c == column));
    }

    private static Weights signs(BitMatrix bits, boolean targets) {
        return SampleGraphs.signs(bits, Optional.empty(), targets, Optional.empty(), 1, false);
    }

    private static String digest(Weights a, Weights b) {
        return GraphDigest.of(graph(List.of(), List.of(projection("j", a, ONE), projection("k", b, ONE))));
    }

    private static Projection projection(String name, Weights weights, Ints delay) {
        return new Projection(name, "s", "t", Port.INPUT, weights, delay);
    }

    private static SpikingGraph graph(List<Population> populations, List<Projection> projections) {
        return new SpikingGraph("a", new NumberDomain.Fixed(24), 1e-3, populations, projections);
    }
}
