package org.mneme.nir.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.nir.export.NirExporter;
import org.mneme.runtime.exchange.ExportOptions;
import org.mneme.runtime.exchange.Fidelity;
import org.mneme.runtime.exchange.FidelityReport;
import org.mneme.runtime.exchange.ImportOptions;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.ImportedNetwork.Readout;

/** What is exported and imported again spikes alike, tick for tick. */
class RoundTripTest {
    private static final String IN = "in";

    @TempDir
    private Path folder;

    private static ImportedNetwork observed(SpikingGraph graph, SpikingGraph names) {
        List<Readout> readouts = names.populations().stream()
                .map(Population::name)
                .map(name -> new Readout(name, name, Optional.empty()))
                .toList();
        return new ImportedNetwork("", graph, readouts, List.of());
    }

    /** Spikes of a graph, in an order that does not depend on that of its populations. */
    private static List<String> spikes(SpikingGraph graph, SpikingGraph names, List<SourceSpike> input, long ticks) {
        return Nets.run(observed(graph, names), "simulator", ticks, input).spikes.stream()
                .sorted()
                .toList();
    }

    private SpikingGraph again(SpikingGraph graph) {
        Path file = folder.resolve("graph.nir");
        FidelityReport report = new NirExporter().export(graph, file, ExportOptions.exact());
        assertEquals(Fidelity.FAITHFUL, report.worst());
        return new NirImporter().read(file, ImportOptions.defaults()).graph();
    }

    @Test
    void randomGraphsOfLifNeuronsSpikeAlike() {
        int spiking = 0;
        for (long seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            SpikingGraph graph = graph(random);
            List<SourceSpike> input = input(random, 4);
            List<String> wanted = spikes(graph, graph, input, 60);
            assertEquals(wanted, spikes(again(graph), graph, input, 60), "seed " + seed);
            spiking += wanted.size() > 2 * input.size() ? 1 : 0;
        }
        assertTrue(spiking > 8, "only " + spiking + " graphs spike much");
    }

    private static List<SourceSpike> input(Random random, int size) {
        List<SourceSpike> input = new ArrayList<>();
        for (int tick = 0; tick < 40; tick++) {
            for (int i = 0; i < size; i++) {
                if (random.nextInt(4) == 0) {
                    input.add(new SourceSpike(IN, tick, i, 1));
                }
            }
        }
        return input;
    }

    private static SpikingGraph graph(Random random) {
        GraphBuilder builder =
                new GraphBuilder("random", new NumberDomain.Real(), random.nextBoolean() ? 1e-3 : 0.0007);
        builder.population(IN, 4, new Source(1));
        int[] sizes = {random.nextInt(1, 6), random.nextInt(1, 6)};
        for (int p = 0; p < 2; p++) {
            builder.population("p" + p, sizes[p], new Lif(membrane(random, sizes[p])));
            builder.projection("in p" + p, IN, "p" + p, dense(random, 4, sizes[p]), delays(random, sizes[p]));
        }
        for (int p = 0; p < 2; p++) {
            for (int q = 0; q < 2; q++) {
                builder.projection(
                        "p" + p + " p" + q,
                        "p" + p,
                        "p" + q,
                        dense(random, sizes[p], sizes[q]),
                        delays(random, sizes[q]));
            }
        }
        return builder.build();
    }

    private static Weights dense(Random random, int sources, int targets) {
        double[] values = random.doubles((long) sources * targets, -0.5, 1).toArray();
        return new Weights.Dense(new NumberMatrix.Real64(sources, targets, values));
    }

    private static Ints delays(Random random, int targets) {
        return random.nextBoolean()
                ? Ints.of(random.nextInt(1, 6))
                : Ints.of(random.ints(targets, 1, 6).toArray());
    }

    private static Parameter each(Random random, int size, double least, double most) {
        return Parameter.perNeuron(random.doubles(size, least, most).toArray());
    }

    private static Membrane membrane(Random random, int size) {
        boolean current = random.nextBoolean();
        boolean integrates = !current && random.nextInt(3) == 0;
        return new Membrane(
                new Decay.Fraction(current ? each(random, size, 500, 4096) : Parameter.of(4096)),
                new Decay.Fraction(integrates ? Parameter.of(0) : each(random, size, 100, 4096)),
                random.nextBoolean() ? Parameter.of(0) : each(random, size, -0.1, 0.1),
                each(random, size, 0.2, 1.5),
                new Membrane.Reset.Hard(each(random, size, -0.5, 0.1)),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0));
    }

    @Test
    void aCoincidenceChainSpikesAlike() {
        PatternSet patterns = PatternSet.random(12, 40, 3, 0);
        SequenceMemory memory =
                SequenceMemory.of(patterns, Successors.cycle(12), new Interaction.Threshold(new BigDecimal("0.8")));
        Lowered lowered = new SpikingLowering().lower(memory, LoweringOptions.defaults());
        SpikingGraph graph = lowered.graph();
        List<SourceSpike> cue = lowered.codec().cue(patterns.row(0), 0);
        List<String> wanted = spikes(graph, graph, cue, 50);
        Set<String> populations = new HashSet<>();
        wanted.forEach(spike -> populations.add(spike.split(" ")[1]));
        assertTrue(populations.size() >= 3 && wanted.size() > 12 * 40, wanted::toString);
        assertEquals(wanted, spikes(again(graph), graph, cue, 50));
    }
}
