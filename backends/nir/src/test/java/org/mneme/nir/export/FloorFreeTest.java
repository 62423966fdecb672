package org.mneme.nir.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Latencies;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.nir.imports.NirImporter;
import org.mneme.runtime.exchange.ExportOptions;
import org.mneme.runtime.exchange.Fidelity;
import org.mneme.runtime.exchange.FidelityReport;
import org.mneme.runtime.exchange.ImportOptions;

/** Winner-take-all without a floor: everything but the hidden units spikes as with one. */
class FloorFreeTest {
    private static final long TICKS = 400;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    /** A memory of random, correlated, equal and nearly equal patterns, some without successor. */
    private static SequenceMemory memory(Random random) {
        int n = 3 + random.nextInt(50);
        int p = 1 + random.nextInt(16);
        List<Signs> rows = new ArrayList<>();
        int bias = random.nextBoolean() ? 5 : 8;
        for (int mu = 0; mu < p; mu++) {
            int[] signs = new int[n];
            Arrays.setAll(signs, i -> random.nextInt(10) < bias ? 1 : -1);
            Signs row = Signs.of(signs);
            if (mu > 0 && random.nextInt(3) == 0) {
                Signs twin = rows.get(random.nextInt(mu));
                row = random.nextBoolean() ? twin : twin.flip(random.nextInt(n));
            }
            rows.add(row);
        }
        int[] next = new int[p];
        Arrays.setAll(next, mu -> random.nextInt(9) == 0 ? Successors.NONE : random.nextInt(p));
        return SequenceMemory.of(PatternSet.of(rows), new Successors(Ints.of(next)), new Interaction.Exponential(1));
    }

    private static Lowered lowered(Random random, SequenceMemory memory) {
        int reset = 2 + random.nextInt(4);
        int stop = 2 + random.nextInt(reset - 1);
        int answer = 1 + random.nextInt(5);
        int volley = Math.max(1, reset + 1 - answer) + random.nextInt(3);
        Optional<Latencies> latencies =
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Latencies(volley, answer, reset, stop));
        return new SpikingLowering()
                .lower(
                        memory,
                        LoweringOptions.defaults().with(new SpikingOptions(SpikingOptions.Form.INHIBITOR, latencies)));
    }

    /** Cues of flipped and of unknown bits, each after a clearing as long as the longest delay, at any phase. */
    private static List<SourceSpike> input(Random random, SequenceMemory memory, int clearTicks) {
        List<SourceSpike> spikes = new ArrayList<>();
        int n = memory.features();
        long tick = random.nextInt(3);
        while (tick < TICKS) {
            for (int k = 0; k < clearTicks; k++) {
                spikes.add(new SourceSpike("clear", tick + k, 0, 1));
            }
            Signs pattern = memory.patterns().row(random.nextInt(memory.count()));
            for (int i = 0; i < n; i++) {
                int sign = random.nextInt(6) == 0 ? -pattern.at(i) : pattern.at(i);
                if (random.nextInt(12) != 0) {
                    spikes.add(new SourceSpike("cue", tick + clearTicks, sign > 0 ? i : n + i, 1));
                }
            }
            tick += clearTicks + 1 + random.nextInt(120);
        }
        return spikes;
    }

    private static int longestDelay(SpikingGraph graph) {
        return graph.projections().stream()
                .map(Projection::delay)
                .mapToInt(Ints::max)
                .max()
                .orElseThrow();
    }

    private static List<String> withoutHidden(List<String> spikes) {
        return spikes.stream().filter(spike -> !spike.contains(" hidden[")).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingElseSpikesAlike(long seed) {
        Random random = new Random(seed);
        SequenceMemory memory = memory(random);
        SpikingGraph graph = lowered(random, memory).graph();

        FloorFree free = FloorFree.of(graph);

        assertEquals(Set.of("hidden"), free.populations());
        List<SourceSpike> input = input(random, memory, longestDelay(free.graph()));
        List<String> with = withoutHidden(Spikes.of(graph, input, TICKS));
        assertEquals(with, withoutHidden(Spikes.of(free.graph(), input, TICKS)), () -> "seed " + seed);
        assertTrue(with.stream().anyMatch(spike -> spike.contains(" inhibitor[")), () -> "silent, seed " + seed);
    }

    /** The property must be able to fail: a floor that is only left out lets memories of the step before decide. */
    @Test
    void leavingTheFloorOutChangesRecall() {
        Random random = new Random(1);
        SequenceMemory memory = memory(random);
        SpikingGraph graph = lowered(random, memory).graph();
        FloorFree free = FloorFree.of(graph);
        List<Projection> original = graph.projections();
        SpikingGraph dropped = new SpikingGraph(
                graph.name(), graph.domain(), graph.tickSeconds(), free.graph().populations(), original);
        List<SourceSpike> input = input(random, memory, longestDelay(free.graph()));

        assertTrue(
                !withoutHidden(Spikes.of(graph, input, TICKS)).equals(withoutHidden(Spikes.of(dropped, input, TICKS))));
    }

    @Test
    void winnerTakeAllRecallsAfterExportAndImport() {
        Random random = new Random(3);
        SequenceMemory memory = memory(random);
        SpikingGraph graph = lowered(random, memory).graph();
        Path file = folder.resolve("wta.nir");

        FidelityReport report =
                new NirExporter().export(graph, file, new ExportOptions(List.of("rails", "hidden"), true));
        SpikingGraph back =
                new NirImporter().read(file, ImportOptions.defaults()).graph();

        assertEquals(
                Set.of("population hidden"),
                report.of(Fidelity.APPROXIMATE).stream()
                        .map(FidelityReport.Entry::object)
                        .collect(Collectors.toSet()));
        List<SourceSpike> input = input(random, memory, longestDelay(back));
        assertEquals(withoutHidden(Spikes.of(graph, input, TICKS)), withoutHidden(Spikes.of(back, input, TICKS)));
    }

    @Test
    void coincidenceIsLeftAsItIs() {
        SequenceMemory memory = memory(new Random(5));
        SequenceMemory threshold = SequenceMemory.of(
                memory.patterns(), memory.successors(), new Interaction.Threshold(new BigDecimal("0.8")));
        SpikingGraph graph = new SpikingLowering()
                .lower(threshold, LoweringOptions.defaults())
                .graph();

        assertEquals(new FloorFree(graph, Set.of()), FloorFree.of(graph));
    }
}
