package org.mneme.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Set;
import org.mneme.lower.GradedLowering;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** Ten million ticks of a small ring: the heap after each million, collected, must stay flat. */
public final class Soak {
    private static final long TICKS = 10_000_000;
    private static final int PARTS = 10;

    private Soak() {}

    /**
     * Runs the soak and prints the used heap.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PatternSet patterns = PatternSet.random(10, 64, 1, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(10), new Interaction.Exponential(1.0));
        Lowered lowered = new GradedLowering().lower(memory, LoweringOptions.defaults());
        try (Execution execution = Backends.named("simulator")
                .open(lowered.graph(), new ExecutionOptions(1, 1, Set.of("feature", "hidden")))) {
            execution.inject(lowered.codec().cue(patterns.row(0), 0));
            long[] spikes = new long[1];
            for (int part = 1; part <= PARTS; part++) {
                execution.advance(part * TICKS / PARTS, (tick, neuron, payload) -> spikes[0]++);
                System.gc();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                System.out.printf(
                        Locale.ROOT,
                        "%,d ticks, %,d spikes, %.2f MiB in use%n",
                        execution.tick(),
                        spikes[0],
                        used / 0x1p20);
            }
        }
    }
}
