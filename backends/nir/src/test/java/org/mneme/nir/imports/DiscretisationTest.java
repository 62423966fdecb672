package org.mneme.nir.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Parameter;
import org.mneme.ir.StateVariable;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.I;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.LI;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;
import org.mneme.runtime.exchange.ImportOptions;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.ImportedNetwork.Readout;

/** Single neurons whose numbers are computed by hand in binary fractions, so that all comparisons are exact. */
class DiscretisationTest {
    private static Tensor one(double value) {
        return Tensor.vector(value);
    }

    /** Input → weight → node → output, at a tick of 1 s. */
    private static ImportedNetwork single(NirNode node, double weight) {
        return Nets.start()
                .node("in", Nets.input(1))
                .node("w", Nets.linear(1, 1, weight))
                .node("n", node)
                .node("out", Nets.output(1))
                .path("in", "w", "n", "out")
                .at(1);
    }

    private static List<Double> potential(ImportedNetwork network, String population, long ticks, long... spikes) {
        ImportedNetwork observed = new ImportedNetwork(
                "",
                network.graph(),
                List.of(new Readout("v", population, Optional.of(StateVariable.POTENTIAL))),
                List.of());
        return Nets.run(observed, "simulator", ticks, Nets.spikes("in", spikes)).single(population);
    }

    @Test
    void lifStepsTowardsLeakAndInput() {
        // α = 1/4: v += (0.5 − v + 2·x)/4
        ImportedNetwork network = single(Nets.lif(1, 4, 2, 0.5, 100, 0), 3);
        assertEquals(List.of(0.125, 0.21875 + 1.5, 1.4140625), potential(network, "n", 3, 0));
    }

    @Test
    void cubaLifStepsTheCurrentFirst() {
        // β = 1/2, α = 1/4: i += (4·x − i)/2, then v += (0 − v + 2·i)/4 with that i
        NirNode node = new CubaLIF(one(2), one(4), one(2), one(0), one(100), one(0), one(4), Nets.NONE);
        assertEquals(List.of(0.0, 1.0, 1.25, 1.1875), potential(single(node, 1), "n", 4, 0));
    }

    @Test
    void ifAddsResistanceTimesTick() {
        assertEquals(
                List.of(0.0, 1.5, 3.0),
                potential(single(new IF(one(0.5), one(100), one(0), Nets.NONE), 3), "n", 3, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"1.0, false", "1.25, true"})
    void aNeuronSpikesAboveItsThresholdNotAtIt(double weight, boolean spikes) {
        for (NirNode node : List.of(
                new IF(one(1), one(1), one(0), Nets.NONE),
                Nets.lif(1, 1, 1, 0, 1, 0),
                new CubaLIF(one(1), one(1), one(1), one(0), one(1), one(0), one(1), Nets.NONE),
                new Threshold(one(1), Nets.NONE))) {
            List<String> heard = Nets.run(single(node, weight), "simulator", 4, Nets.spikes("in", 0)).spikes;
            assertEquals(spikes ? List.of("1 n 0") : List.of(), heard, node.type());
        }
    }

    @Test
    void aSpikeResetsToTheResetPotential() {
        NirNode node = new IF(one(1), one(1), one(-0.5), Nets.NONE);
        assertEquals(List.of(0.0, -0.5, 1.0), potential(single(node, 1.5), "n", 3, 0, 1));
    }

    @Test
    void aThresholdBelowZeroFiresWithoutInput() {
        List<String> heard =
                Nets.run(single(new Threshold(one(-0.5), Nets.NONE), -1), "simulator", 3, Nets.spikes("in", 0)).spikes;
        assertEquals(List.of("0 n 0", "2 n 0"), heard);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.4, 1", "0.6, 1", "1, 1", "1.6, 2", "5, 5"})
    void aConnectionTakesItsDelayAndAtLeastATick(double delay, long tick) {
        ImportedNetwork network = Nets.start()
                .node("in", Nets.input(1))
                .node("d", new Delay(Tensor.scalar(delay), Nets.NONE))
                .node("n", Nets.lif(1, 1, 1, 0, 0.5, 0))
                .node("out", Nets.output(1))
                .path("in", "d", "n", "out")
                .at(1);
        assertEquals(List.of(tick + " n 0"), Nets.run(network, "simulator", 8, Nets.spikes("in", 0)).spikes);
    }

    @Test
    void aConstantActsFromTheTickOfItsDelayOn() {
        Affine bias = new Affine(Tensor.of(Ints.of(1, 1), 1), Tensor.vector(2), Nets.NONE);
        ImportedNetwork now = Nets.start()
                .node("in", Nets.input(1))
                .node("a", bias)
                .node("n", new I(one(1), Nets.NONE))
                .path("in", "a", "n")
                .at(1);
        assertEquals(List.of(2.0, 4.0, 6.0), potential(now, "n", 3));
        ImportedNetwork later = Nets.start()
                .node("in", Nets.input(1))
                .node("a", bias)
                .node("d", new Delay(Tensor.scalar(2), Nets.NONE))
                .node("n", new I(one(1), Nets.NONE))
                .path("in", "a", "d", "n")
                .at(1);
        assertEquals(List.of(0.0, 0.0, 2.0, 4.0), potential(later, "n", 4));
    }

    @Test
    void anIntegratorThatOthersHearSendsItsStateAtEveryTick() {
        ImportedNetwork network = Nets.start()
                .node("in", Nets.input(1))
                .node("li", new LI(one(2), one(4), one(0), Nets.NONE))
                .node("w", Nets.linear(1, 1, 10))
                .node("sum", new I(one(1), Nets.NONE))
                .node("out", Nets.output(1))
                .path("in", "li", "w", "sum", "out")
                .at(1);
        // li: 2 at tick 1, then halved each tick; the sum hears ten times that a tick later
        assertEquals(List.of(0.0, 0.0, 20.0, 30.0, 35.0), potential(network, "sum", 5, 0));
    }

    @Test
    void anOutputOfSeveralNodesReadsOutTheirSum() {
        ImportedNetwork network = Nets.start()
                .node("in", Nets.input(1))
                .node("a", Nets.linear(1, 1, 2))
                .node("b", Nets.linear(1, 1, 3))
                .node("out", Nets.output(1))
                .path("in", "a", "out")
                .path("in", "b", "out")
                .at(1);
        assertEquals(List.of(new Readout("out", "out", Optional.of(StateVariable.POTENTIAL))), network.readouts());
        assertEquals(
                List.of(0.0, 5.0, 0.0),
                Nets.run(network, "simulator", 3, Nets.spikes("in", 0)).single("out"));
    }

    @Test
    void anOutputOfOneNeuronNodeReadsOutThatNode() {
        ImportedNetwork network = single(Nets.lif(1, 4, 2, 0, 1, 0), 1);
        assertEquals(List.of(new Readout("out", "n", Optional.empty())), network.readouts());
        ImportedNetwork analog = single(new LI(one(4), one(1), one(0), Nets.NONE), 1);
        assertEquals(List.of(new Readout("out", "n", Optional.of(StateVariable.POTENTIAL))), analog.readouts());
    }

    @Test
    void aTimeConstantOfOneTickInSinglePrecisionIsOneTick() {
        for (double tau : new double[] {(float) 1e-3, (float) 1e-4}) {
            double tick = tau < 5e-4 ? 1e-4 : 1e-3;
            ImportedNetwork network = Nets.start()
                    .node("in", Nets.input(1))
                    .node("n", Nets.lif(1, tau, 1, 0, 1, 0))
                    .path("in", "n")
                    .at(tick);
            Lif lif =
                    assertInstanceOf(Lif.class, network.graph().population("n").model());
            assertEquals(new Decay.Fraction(Parameter.of(4096)), lif.membrane().potential());
        }
    }

    @Test
    void numbersForAllNeuronsTakeTheShapeOfTheInput() {
        LIF scalar = new LIF(
                Tensor.scalar(4),
                Tensor.scalar(1),
                Tensor.scalar(0),
                Tensor.of(Ints.of(2, 1), 1, 2),
                Tensor.scalar(0),
                Nets.NONE);
        ImportedNetwork network = Nets.start()
                .node("in", Nets.input(2, 3))
                .node("n", scalar)
                .path("in", "n")
                .at(1);
        Lif lif = assertInstanceOf(Lif.class, network.graph().population("n").model());
        assertEquals(6, network.graph().population("n").size());
        assertEquals(Parameter.perNeuron(1, 1, 1, 2, 2, 2), lif.membrane().threshold());
    }

    @Test
    void nodesWithoutAnInputOrOutputGetOne() {
        ImportedNetwork network =
                Nets.start().node("n", Nets.lif(3, 4, 1, 0, 1, 0)).at(1);
        assertEquals(
                List.of("input_n"), network.inputs().stream().map(p -> p.name()).toList());
        assertEquals(List.of(new Readout("output_n", "n", Optional.empty())), network.readouts());
    }

    @Test
    void theFilesTimeStepIsTakenUnlessAnotherIsGiven() {
        NirGraph plain = Nets.start().node("n", Nets.lif(1, 1, 1, 0, 1, 0)).graph();
        TreeMap<String, MetaValue> told = new TreeMap<>();
        told.put(NirImporter.TICK_SECONDS, MetaValue.Numbers.of(0.25));
        NirGraph graph = new NirGraph(plain.nodes(), plain.edges(), new MetaValue.Group(told));
        assertEquals(
                0.25,
                NirImporter.network(graph, ImportOptions.defaults()).graph().tickSeconds());
        assertEquals(
                0.5, NirImporter.network(graph, ImportOptions.tick(0.5)).graph().tickSeconds());
        ImportedNetwork untold = NirImporter.network(plain, ImportOptions.defaults());
        assertEquals(1e-3, untold.graph().tickSeconds());
        assertTrue(untold.notes().getFirst().contains("--dt"), untold.notes().toString());
    }
}
