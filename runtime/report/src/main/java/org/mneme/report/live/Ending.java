package org.mneme.report.live;

import java.util.Optional;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.lower.Lowered;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Noise;

/**
 * Says when a recall has shown all there is: the last pattern of its sequence was held for its dwell, or the network fell silent, or no
 * step came for as long as the noisiest cue takes. Single-threaded.
 */
final class Ending {
    /** Populations that spike by themselves, whether a recall runs or not. */
    private static final Set<String> TONIC = Set.of("gate", "tempo");

    private static final double ROUNDING = 1e-9;
    private static final int MARGIN = 16;

    private final SequenceMemory memory;
    private final boolean[] counts;
    private final boolean fallsSilent;
    private final long quiet;
    private final long longestStep;

    private Optional<Ints> motif = Optional.empty();
    private boolean begun;
    private boolean left;
    private long lastSpike;
    private long lastStep;
    private int winner = Successors.NONE;
    private double held;

    Ending(SequenceMemory memory, Lowered lowered, Noise noise) {
        this.memory = memory;
        this.counts = counts(lowered);
        this.fallsSilent = lowered.graph().populations().stream().noneMatch(p -> p.model() instanceof Graded);
        int period = lowered.codec().ticksPerStep();
        int delay = lowered.graph().projections().stream()
                .map(Projection::delay)
                .mapToInt(Ints::max)
                .max()
                .orElse(1);
        int late = noise.jitter() > 0 ? noise.jitterTicks() : 0;
        this.quiet = 2L * (delay + late) + period + MARGIN;
        this.longestStep = 64L * period + 4L * memory.features() + 64 + late;
    }

    private static boolean[] counts(Lowered lowered) {
        int[] first = lowered.graph().firstIds();
        boolean[] counts = new boolean[first[first.length - 1]];
        for (int p = 0; p < first.length - 1; p++) {
            Population population = lowered.graph().populations().get(p);
            for (int neuron = first[p]; neuron < first[p + 1]; neuron++) {
                counts[neuron] = !TONIC.contains(population.name());
            }
        }
        return counts;
    }

    /** Whether spikes end with the recall; graded units may go on by crosstalk. */
    boolean fallsSilent() {
        return fallsSilent;
    }

    /** The most ticks a step may take. */
    long longestStep() {
        return longestStep;
    }

    /** A recall is about to begin, of a motif or of what is stored. */
    void begin(long tick, Optional<Ints> of) {
        motif = of;
        begun = false;
        left = false;
        winner = Successors.NONE;
        held = 0;
        lastSpike = tick;
        lastStep = tick;
    }

    void spike(long tick, int neuron) {
        if (counts[neuron]) {
            lastSpike = tick;
        }
    }

    /** A state was shown, of which this pattern is the nearest. */
    void step(long tick, int nearest, boolean begins, double gain) {
        begun |= begins;
        left |= begun && winner != Successors.NONE && nearest != winner;
        held = nearest == winner ? held + gain : gain;
        winner = nearest;
        lastStep = tick;
    }

    /** Whether it is over, before a tick is executed. */
    boolean over(long tick, double gain) {
        if (gain == 0) {
            return false;
        }
        boolean silent = tick - lastSpike > quiet;
        boolean never = (tick - Math.max(lastStep, lastSpike)) * gain > longestStep
                || (tick - lastStep) * gain > 2.0 * longestStep;
        return silent || never || begun && atEnd() && held >= memory.dwell(winner) - ROUNDING;
    }

    private boolean atEnd() {
        if (winner == Successors.NONE) {
            return false;
        }
        return motif.map(patterns -> winner == patterns.at(patterns.length() - 1) && (left || winner != patterns.at(0)))
                .orElseGet(() -> memory.successors().of(winner) == Successors.NONE);
    }
}
