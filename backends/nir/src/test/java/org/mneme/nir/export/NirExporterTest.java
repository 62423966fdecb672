package org.mneme.nir.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
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
import org.mneme.lower.SourceSpike;
import org.mneme.nir.file.NirFile;
import org.mneme.nir.file.NirFileException;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.imports.NirImporter;
import org.mneme.runtime.exchange.CannotExportException;
import org.mneme.runtime.exchange.ExportOptions;
import org.mneme.runtime.exchange.Exporters;
import org.mneme.runtime.exchange.Fidelity;
import org.mneme.runtime.exchange.FidelityReport;
import org.mneme.runtime.exchange.ImportOptions;

class NirExporterTest {
    private static final double TICK = 1e-3;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @Test
    void isFoundByTheFileName() {
        assertTrue(Exporters.of(Path.of("Net.NIR")).orElseThrow() instanceof NirExporter);
        assertTrue(Exporters.of(Path.of("net.graph")).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exportedGraphsSpikeAlikeWhenReadBack(long seed) {
        SpikingGraph graph = RandomLifGraph.of(seed);
        Path file = folder.resolve("net.nir");

        FidelityReport report = new NirExporter().export(graph, file, ExportOptions.exact());
        SpikingGraph back =
                new NirImporter().read(file, ImportOptions.defaults()).graph();

        assertEquals(Fidelity.FAITHFUL, report.worst(), report::text);
        List<SourceSpike> input = RandomLifGraph.input(graph, seed);
        assertEquals(spikes(graph, input), spikes(back, input), () -> "seed " + seed + "\n" + report.text());
    }

    /** Otherwise a graph of nothing but silence could be exported in any way. */
    @Test
    void theGraphsThatAreComparedDoSpike() {
        Set<String> kinds = new TreeSet<>();
        long spikes = 0;
        for (long seed = 1; seed <= 150; seed++) {
            SpikingGraph graph = RandomLifGraph.of(seed);
            spikes += spikes(graph, RandomLifGraph.input(graph, seed)).stream()
                    .filter(spike -> !spike.contains("in["))
                    .count();
            new NirExporter().assess(graph).entries().forEach(entry -> kinds.add(entry.as()));
        }
        assertTrue(spikes > 10_000, "only " + spikes + " spikes");
        assertEquals(
                Set.of(
                        "Input",
                        "LIF",
                        "LIF with tau = dt",
                        "CubaLIF",
                        "IF",
                        "IF with a constant input",
                        "Delay",
                        "Linear, Delay",
                        "Scale, Delay"),
                kinds);
    }

    private static List<String> spikes(SpikingGraph graph, List<SourceSpike> input) {
        return Spikes.of(graph, input, RandomLifGraph.TICKS);
    }

    private static SpikingGraph one(NeuronModel model) {
        return new GraphBuilder("one", new NumberDomain.Fixed(32), TICK)
                .population("in", 2, new Source(1))
                .population("cell", 2, model)
                .projection("p", "in", "cell", new Weights.OneToOne(Parameter.of(3)), Ints.of(1, 4))
                .build();
    }

    private static Lif lif(double deltaU, double deltaV, double floor, double refractory, Membrane.Reset reset) {
        return new Lif(new Membrane(
                Decay.Fraction.of(deltaU),
                Decay.Fraction.of(deltaV),
                Parameter.of(0),
                Parameter.of(5),
                reset,
                Parameter.of(floor),
                Parameter.of(refractory)));
    }

    private static final Membrane.Reset ZERO = new Membrane.Reset.Hard(Parameter.of(0));

    private NirGraph exported(SpikingGraph graph, boolean allowApproximate) {
        Path file = folder.resolve("net.nir");
        new NirExporter().export(graph, file, new ExportOptions(List.of("cell"), allowApproximate));
        return NirFile.read(file).graph();
    }

    @Test
    void memorylessNeuronsAreLifWithTauOfOneTick() {
        NirGraph graph = exported(one(new Lif(Membrane.memoryless(Parameter.of(5)))), false);

        assertEquals(
                new LIF(
                        Tensor.vector(TICK, TICK),
                        Tensor.vector(1, 1),
                        Tensor.vector(0, 0),
                        Tensor.vector(5.5, 5.5),
                        Tensor.vector(0, 0),
                        MetaValue.Group.EMPTY),
                graph.nodes().get("cell"));
        assertEquals(new Input(Ints.of(2), MetaValue.Group.EMPTY), graph.nodes().get("in"));
        assertEquals(
                new Output(Ints.of(2), MetaValue.Group.EMPTY), graph.nodes().get("output"));
        assertEquals(
                new Delay(Tensor.vector(TICK, 4 * TICK), MetaValue.Group.EMPTY),
                graph.nodes().get("p.delay"));
        assertEquals(MetaValue.Numbers.of(TICK), graph.metadata().values().get("dt"));
    }

    @Test
    void integratorsAreIf() {
        NirGraph graph = exported(one(lif(4096, 0, Double.NEGATIVE_INFINITY, 0, ZERO)), false);

        assertEquals(
                new IF(Tensor.vector(1000, 1000), Tensor.vector(5.5, 5.5), Tensor.vector(0, 0), MetaValue.Group.EMPTY),
                graph.nodes().get("cell"));
    }

    @Test
    void leakOfTheCurrentMakesACubaLif() {
        NirGraph graph = exported(one(lif(1024, 2048, Double.NEGATIVE_INFINITY, 0, ZERO)), true);

        CubaLIF cuba = (CubaLIF) Optional.ofNullable(graph.nodes().get("cell")).orElseThrow();
        assertEquals(Tensor.vector(4 * TICK, 4 * TICK), cuba.tauSyn());
        assertEquals(Tensor.vector(4, 4), cuba.wIn());
        assertEquals(Tensor.vector(2 * TICK, 2 * TICK), cuba.tauMem());
        assertEquals(Tensor.vector(2, 2), cuba.r());
    }

    @Test
    void whatNirLacksIsRefusedOrListed() {
        Map<NeuronModel, String> losses = Map.of(
                lif(4096, 0, 0, 0, ZERO), "its floor of 0 is left out",
                lif(4096, 4096, 0, 3, ZERO), "its refractory period of 3 ticks is left out",
                lif(4096, 0, Double.NEGATIVE_INFINITY, 0, new Membrane.Reset.Subtract()),
                        "v becomes 0 after a spike instead of v − θ",
                lif(4096, 100, Double.NEGATIVE_INFINITY, 0, ZERO), "states are not truncated to integers",
                lif(0, 4096, Double.NEGATIVE_INFINITY, 0, ZERO), "u loses 2⁻²⁰ of itself a tick instead of nothing");
        losses.forEach((model, loss) -> {
            SpikingGraph graph = one(model);
            Path refused = folder.resolve("refused.nir");
            CannotExportException e = assertThrows(
                    CannotExportException.class,
                    () -> new NirExporter().export(graph, refused, ExportOptions.exact("cell")));
            assertEquals(
                    "population cell cannot be said exactly in NIR: " + loss
                            + "; --allow-approximate writes it all the same, and lists what differs",
                    e.getMessage());
            assertFalse(Files.exists(refused));

            MetaValue fidelity =
                    exported(graph, true).metadata().values().getOrDefault("fidelity", MetaValue.Group.EMPTY);
            assertTrue(fidelity.toString().contains("population cell: approximate"), fidelity::toString);
            assertTrue(fidelity.toString().contains(loss), fidelity::toString);
        });
    }

    @Test
    void gradedSpikesAreRefusedEvenApproximately() {
        SpikingGraph graph = one(new Graded(new Phi.Sign(), false, false));

        CannotExportException e = assertThrows(CannotExportException.class, () -> exported(graph, true));

        assertTrue(e.getMessage().startsWith("population cell cannot be said in NIR: "), e.getMessage());
        assertEquals(1, e.report().of(Fidelity.UNSUPPORTED).size());
    }

    @Test
    void populationsWithASlashAreRefused() {
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(32), TICK)
                .population("a/b", 1, new Source(1))
                .build();

        assertThrows(
                NirFileException.class,
                () -> new NirExporter().export(graph, folder.resolve("x.nir"), ExportOptions.exact()));
    }
}
