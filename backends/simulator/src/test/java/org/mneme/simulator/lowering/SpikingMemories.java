package org.mneme.simulator.lowering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Latencies;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;

/** Memories, cues and latencies drawn for the properties of the spiking lowering. */
public final class SpikingMemories {
    /** How patterns relate. */
    public enum Likeness {
        RANDOM,
        CORRELATED,
        TWINS,
        ONE_BIT_APART;

        private static final List<Likeness> ALL = List.of(values());

        /** Each in turn. */
        public static Likeness of(int index) {
            return ALL.get(index % ALL.size());
        }
    }

    private SpikingMemories() {}

    /** A memory, for a threshold or for a winner. */
    public static SequenceMemory draw(Likeness likeness, boolean threshold, boolean dwell, SplittableRandom random) {
        int n = random.nextInt(10) == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(140);
        int p = 1 + random.nextInt(random.nextInt(3) == 0 ? 70 : 14);
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < p; mu++) {
            int[] signs = new int[n];
            Arrays.setAll(signs, i -> random.nextInt(10) < (likeness == Likeness.CORRELATED ? 8 : 5) ? 1 : -1);
            Signs row = Signs.of(signs);
            if (mu > 0 && random.nextInt(2) == 0 && likeness != Likeness.RANDOM && likeness != Likeness.CORRELATED) {
                Signs other = rows.get(random.nextInt(mu));
                row = likeness == Likeness.TWINS ? other : other.flip(random.nextInt(n));
            }
            rows.add(row);
        }
        Interaction interaction = threshold
                ? new Interaction.Threshold(BigDecimal.valueOf(5 + random.nextInt(6), 1))
                : random.nextBoolean() ? new Interaction.Exponential(1) : new Interaction.Softmax(0.5);
        SequenceMemory memory = SequenceMemory.of(PatternSet.of(rows), successors(p, random), interaction);
        return dwell ? memory.with(timing(p, random)) : memory;
    }

    private static Successors successors(int p, SplittableRandom random) {
        int[] any = new int[p];
        Arrays.setAll(any, mu -> random.nextInt(8) == 0 ? Successors.NONE : random.nextInt(p));
        return switch (random.nextInt(5)) {
            case 0 -> Successors.cycle(p);
            case 1 -> Successors.chain(p);
            case 2 -> Successors.associative(p);
            case 3 ->
                Successors.sequences(
                        p,
                        List.of(
                                Ints.of(IntStream.range(0, p / 2).toArray()),
                                Ints.of(IntStream.range(p / 2, p).toArray())));
            default -> new Successors(Ints.of(any));
        };
    }

    private static Timing timing(int p, SplittableRandom random) {
        int[] tau = new int[random.nextInt(3) == 0 ? 1 : p];
        Arrays.setAll(tau, mu -> 1 + random.nextInt(6));
        return new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(tau)), 2.5, new Interaction.Exponential(1));
    }

    /** A stored pattern with up to 40 % of its bits flipped, and sometimes with unknown features. */
    public static Signs cue(SequenceMemory memory, SplittableRandom random) {
        int n = memory.features();
        Signs pattern = memory.patterns().row(random.nextInt(memory.count()));
        int[] signs = new int[n];
        Arrays.setAll(signs, pattern::at);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        int flips = random.nextInt(3) == 0 ? 0 : (int) (n * random.nextDouble(0.4));
        for (int k = 0; k < flips; k++) {
            int j = k + random.nextInt(n - k);
            int i = order[j];
            order[j] = order[k];
            order[k] = i;
            signs[i] = -signs[i];
        }
        if (random.nextInt(4) == 0) {
            int unknown = random.nextInt(n + 1);
            for (int k = 0; k < unknown; k++) {
                signs[random.nextInt(n)] = 0;
            }
        }
        return Signs.of(signs);
    }

    /** The form's shortest latencies, or others that obey the timing law. */
    public static SpikingOptions options(SpikingOptions.Form form, boolean dwell, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return new SpikingOptions(form, Optional.empty());
        }
        int least = form == SpikingOptions.Form.INHIBITOR ? 2 : 1;
        int reset = least + random.nextInt(4);
        int stop = least + random.nextInt(reset - least + 1);
        int answer = (dwell ? 2 : 1) + random.nextInt(4);
        int volley = Math.max(1, reset + 1 - answer) + (random.nextBoolean() ? 0 : random.nextInt(4));
        return new SpikingOptions(form, Optional.of(new Latencies(volley, answer, reset, stop)));
    }

    /** What the three-valued reference recalls: at most so many states that know a feature, each with its winners. */
    public static List<SpikingRecall.Step> expected(ThreeValuedRecall reference, Signs cue, int count) {
        reference.cue(cue);
        List<SpikingRecall.Step> steps = new ArrayList<>();
        boolean alive = cue.zeroCount() < cue.length();
        while (alive && steps.size() < count) {
            Signs state = reference.state();
            alive = reference.step();
            steps.add(SpikingRecall.Step.of(state, reference.winners()));
        }
        return steps;
    }

    /** More ticks than a step can take. */
    public static int patience(SequenceMemory memory, SpikingOptions options) {
        int w = options.latencies().map(Latencies::reset).orElse(2);
        return w * memory.features() + 100;
    }
}
