package org.mneme.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

class GraphValidatorTest {
    private static final NumberDomain FIXED = new NumberDomain.Fixed(32);
    private static final NeuronModel SIGN = new Graded(new Phi.Sign(), false, false);

    /** A wrong graph and the sentence it must get. */
    record Wrong(String sentence, SpikingGraph graph) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Wrong> wrongGraphs() {
        Membrane good = Membrane.memoryless(Parameter.of(3));
        return List.of(
                new Wrong("state bits: 16 is not 24 or 32", graph(new NumberDomain.Fixed(16), SIGN)),
                new Wrong("tick: 0 is not a time above 0 s", new SpikingGraph("g", FIXED, 0, pair(SIGN), List.of())),
                new Wrong(
                        "populations: 0 values where 1 or more are needed",
                        new SpikingGraph("g", FIXED, 1, List.of(), List.of())),
                new Wrong(
                        "population a: the name is taken already",
                        new SpikingGraph(
                                "g",
                                FIXED,
                                1,
                                List.of(pair(SIGN).get(0), pair(SIGN).get(0)),
                                List.of())),
                new Wrong(
                        "a population has no name",
                        new SpikingGraph("g", FIXED, 1, List.of(new Population(" ", 1, SIGN)), List.of())),
                new Wrong(
                        "population a: size: 0 is not 1 or more",
                        new SpikingGraph("g", FIXED, 1, List.of(new Population("a", 0, SIGN)), List.of())),
                new Wrong(
                        "population b: decay of u: 4097 is not in 0…4096",
                        graph(FIXED, new Lif(with(good, Decay.Fraction.of(4097))))),
                new Wrong(
                        "population b: decay of u: -1 is not 0 or more",
                        graph(FIXED, new Lif(with(good, new Decay.Linear(Parameter.of(-1)))))),
                new Wrong(
                        "population b: floor: 1 is not 0 or below",
                        graph(FIXED, new Lif(Membrane.integrator(Parameter.of(3), 0, 1)))),
                new Wrong(
                        "population b: reset of neuron 0: 4 is not between the floor 0.0 and the threshold 3.0",
                        graph(FIXED, new Lif(Membrane.integrator(Parameter.of(3), 4, 0)))),
                new Wrong(
                        "population b: reset: 2147483648 is not a state of the graph's number domain",
                        graph(FIXED, new Lif(Membrane.integrator(Parameter.of(1L << 32), 1L << 31, 0)))),
                new Wrong(
                        "population b: threshold: 0.5 is not a whole number within ±2⁵³, as the fixed domain needs",
                        graph(FIXED, new Lif(Membrane.memoryless(Parameter.of(0.5))))),
                new Wrong(
                        "population b: threshold: 3 values where 1 or 2 are needed",
                        graph(FIXED, new Lif(Membrane.memoryless(Parameter.perNeuron(1, 2, 3))))),
                new Wrong(
                        "population b: a power φ does not exist in the fixed domain; use a table φ",
                        graph(FIXED, new Graded(new Phi.Power(Parameter.of(1), Parameter.of(1), 2), false, false))),
                new Wrong(
                        "population b: a table φ does not exist in the real domain; use a real φ",
                        graph(new NumberDomain.Real(), new Graded(Phi.Table.of(IntTable.of(0, 1)), false, false))),
                new Wrong(
                        "population b: an exponential hazard does not exist in the fixed domain; use a table of thresholds",
                        graph(FIXED, new Escape(good, new Escape.Hazard.Exponential(1, 1)))),
                new Wrong(
                        "population b: table choice: 1 is not the index of one of 1 tables",
                        graph(FIXED, new Graded(new Phi.Table(List.of(IntTable.of(0, 1)), Ints.of(1)), false, false))),
                new Wrong("population b: largest payload: 0 is not in 1…2147483647", graph(FIXED, new Source(0))),
                new Wrong(
                        "projection p: there is no population c, only a, b",
                        projection("c", new Weights.Uniform(1), Ints.of(1))),
                new Wrong(
                        "projection p: delay: 0 is not 1 tick or more",
                        projection("b", new Weights.Uniform(1), Ints.of(0))),
                new Wrong(
                        "projection p: delay: 3 values where 1 or 2 are needed",
                        projection("b", new Weights.Uniform(1), Ints.of(1, 2, 3))),
                new Wrong(
                        "projection p: weight: 0.5 is not a whole number within ±2⁵³, as the fixed domain needs",
                        projection("b", new Weights.Uniform(0.5), Ints.of(1))),
                new Wrong(
                        "projection p: weights are 2 sources × 3 targets where 2 sources × 2 targets are needed",
                        projection("b", new Weights.Dense(new NumberMatrix.Int8(2, 3, new byte[6])), Ints.of(1))),
                new Wrong(
                        "projection p: a matrix of floats does not exist in the fixed domain; quantize it to integers",
                        projection("b", new Weights.Dense(new NumberMatrix.Real64(2, 2, new double[4])), Ints.of(1))),
                new Wrong(
                        "projection p: row 1 of the view: 2 is not a row of the matrix, or −1",
                        projection(
                                "b",
                                SampleGraphs.signs(
                                        BitMatrix.of(2, 2, (r, c) -> true),
                                        Optional.empty(),
                                        true,
                                        Optional.of(Ints.of(0, 2)),
                                        1,
                                        false),
                                Ints.of(1))),
                new Wrong(
                        "projection p: weights are not in row order where offsets ascending from 0 to 2 and targets ascending within a source are needed",
                        projection(
                                "b",
                                new Weights.Sparse(
                                        2, Ints.of(0, 2, 2), Ints.of(1, 0), new NumberMatrix.Int8(1, 2, new byte[2])),
                                Ints.of(1))),
                new Wrong(
                        "population b: the sum of its inputs may need 65 bits, more than 64; use smaller weights or payloads",
                        overflowing()));
    }

    @ParameterizedTest
    @MethodSource("wrongGraphs")
    void eachMistakeIsNamed(Wrong wrong) {
        assertEquals(
                List.of(wrong.sentence()),
                GraphValidator.mistakes(wrong.graph()).stream()
                        .map(GraphMistake::sentence)
                        .toList());
    }

    @Test
    void emptyPopulationWithAnEmptyListOfDelaysIsListed() {
        SpikingGraph graph = new SpikingGraph(
                "g",
                FIXED,
                1e-3,
                List.of(
                        new Population("a", 2, new Source(1)),
                        new Population("b", 0, new Graded(new Phi.Sign(), false, false))),
                List.of(new Projection("p", "a", "b", Port.INPUT, new Weights.Uniform(1), Ints.of())));
        assertEquals(2, GraphValidator.mistakes(graph).size());
    }

    @Test
    void portOfASourceAndUnknownPortAreNamed() {
        SpikingGraph graph = new SpikingGraph(
                "g",
                FIXED,
                1,
                pair(new Source(1)),
                List.of(
                        new Projection("p", "a", "b", Port.INPUT, new Weights.Uniform(1), Ints.of(1)),
                        new Projection("q", "a", "a", new Port("gate"), new Weights.Uniform(1), Ints.of(1))));
        assertEquals(
                List.of(
                        "projection p: b has no ports, it is a source",
                        "projection q: a has no port gate, only [Port[name=input]]"),
                GraphValidator.mistakes(graph).stream()
                        .map(GraphMistake::sentence)
                        .toList());
    }

    @Test
    void allMistakesAreListedAtOnce() {
        List<Population> populations = new ArrayList<>(pair(new Source(0)));
        populations.add(new Population("a", 0, SIGN));
        InvalidGraphException error = assertThrows(
                InvalidGraphException.class,
                () -> GraphValidator.require(new SpikingGraph("g", FIXED, -1, populations, List.of())));
        assertEquals(4, error.mistakes().size(), error::getMessage);
    }

    @Test
    void graphsWithEveryPartHaveNoMistake() {
        assertEquals(List.of(), GraphValidator.mistakes(SampleGraphs.fixed()));
        assertEquals(List.of(), GraphValidator.mistakes(SampleGraphs.real()));
    }

    private static Membrane with(Membrane m, Decay current) {
        return new Membrane(current, m.potential(), m.bias(), m.threshold(), m.reset(), m.floor(), m.refractory());
    }

    private static List<Population> pair(NeuronModel model) {
        return List.of(new Population("a", 2, SIGN), new Population("b", 2, model));
    }

    private static SpikingGraph graph(NumberDomain domain, NeuronModel model) {
        return new SpikingGraph("g", domain, 1, pair(model), List.of());
    }

    private static SpikingGraph projection(String target, Weights weights, Ints delay) {
        return new SpikingGraph(
                "g", FIXED, 1, pair(SIGN), List.of(new Projection("p", "a", target, Port.INPUT, weights, delay)));
    }

    private static SpikingGraph overflowing() {
        Graded loud = new Graded(new Phi.Identity(), false, false);
        return new SpikingGraph(
                "g",
                FIXED,
                1,
                List.of(new Population("a", 2, loud), new Population("b", 2, SIGN)),
                List.of(new Projection("p", "a", "b", Port.INPUT, new Weights.Uniform(1L << 31), Ints.of(1))));
    }
}
