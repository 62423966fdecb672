package org.mneme.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Abilities;
import org.mneme.lower.LoweringOptions;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.pass.Compilation;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Target;

/** Maps a spiking memory of the size of 8,920 handwritten digits, and prints time, memory, and traffic × hops beside first fit. */
final class MappingTime {
    private static final int FEATURES = 784;
    private static final int PATTERNS = 8_920;
    private static final double MEBIBYTE = 1 << 20;

    private MappingTime() {}

    /**
     * Maps.
     *
     * @param arguments targets, or none for {@code emulator} and {@code loihi1}
     */
    public static void main(String[] arguments) {
        List<String> targets = arguments.length == 0 ? List.of("emulator", "loihi1") : List.of(arguments);
        PatternSet patterns = PatternSet.random(PATTERNS, FEATURES, 1, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.chain(PATTERNS), new Interaction.Exponential(1));
        System.out.println(
                "| target | lowering and passes | mapping | cores | traffic x hops, of first-fit | heap after it |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (String name : targets) {
            System.out.println(row(memory, Targets.named(name)));
        }
    }

    private static String row(SequenceMemory memory, Target target) {
        long begin = System.nanoTime();
        SpikingGraph graph = Compilation.of(
                        memory, "spiking", LoweringOptions.defaults().with(Abilities.of(target)))
                .lowered()
                .graph();
        long lowered = System.nanoTime();
        Workload workload = new Workload(graph, Set.of("rails"), rates(graph));
        MappingOptions options = MappingOptions.defaults().allowingIncomplete(true);
        Mapping mapping = Mapper.map(workload, target, options, MappingProgress.NONE);
        long mapped = System.nanoTime();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEBIBYTE;
        Mapping plain =
                Mapper.map(workload, target, options.with("first-fit", "first-fit", "unicast"), MappingProgress.NONE);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %d | %.2f | %.0f MiB |",
                target.name(),
                (lowered - begin) / 1e9,
                (mapped - lowered) / 1e9,
                mapping.partition().clusters().size(),
                mapping.estimate().unicastHops() / plain.estimate().unicastHops(),
                heap);
    }

    /** Half the rails and one hidden unit a step of three ticks, relays and all others a tenth of that. */
    private static Map<String, Double> rates(SpikingGraph graph) {
        Map<String, Double> rates = new HashMap<>();
        for (Population population : graph.populations()) {
            rates.put(
                    population.name(),
                    switch (population.name()) {
                        case "rails" -> 0.5 / 3;
                        case "hidden" -> 1.0 / 3 / PATTERNS;
                        default -> 0.02;
                    });
        }
        return rates;
    }
}
