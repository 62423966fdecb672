package org.mneme.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.bits.WordBlocks;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/**
 * What recalls, batches and checks of random memories answer, as text: the fast ones' where it is applied, the plain ones' by
 * {@link #plain}.
 *
 * <p>It can be loaded beside the classes of the test runner, with other kernels.
 */
public final class KernelTranscript implements IntFunction<String> {
    /** Cases that meet every kernel. */
    static final int CASES = 60;

    /** Each case is applied with 1 and with 2 threads. */
    static final int THREADS = 2;

    private static final int LARGE_KINDS = 7;
    private static final int TIED_KINDS = 7;
    private static final int TIED_MEMORIES = 4;
    private static final int COLUMN_STEPS = 36;

    /** Creates the transcripts of the kernels loaded with this class. */
    public KernelTranscript() {}

    /**
     * Returns a transcript of the fast kernels.
     *
     * @param index case · 2 + threads − 1
     * @return the same as {@link #plain} of the case
     */
    @Override
    public String apply(int index) {
        return transcript(index / THREADS, OptionalInt.of(1 + index % THREADS));
    }

    /** Returns the transcript of a case without any kernel. */
    static String plain(int index) {
        return transcript(index, OptionalInt.empty());
    }

    private static String transcript(int index, OptionalInt threads) {
        SplittableRandom random = new SplittableRandom(index);
        return switch (index % 3) {
            case 0 -> large(index / 3 % LARGE_KINDS, random, threads);
            case 1 -> {
                StringBuilder out = new StringBuilder();
                for (int k = 0; k < TIED_MEMORIES; k++) {
                    out.append(all(tied(random, index / 3 % TIED_KINDS), random, threads, 10));
                }
                yield out.toString();
            }
            default -> all(RandomMemories.any(random), random, threads, 10);
        };
    }

    private static String large(int kind, SplittableRandom random, OptionalInt threads) {
        int n = random.nextInt(16, 24);
        int p = random.nextInt(2100, 3200);
        PatternSet patterns = PatternSet.random(p, n, random.nextLong(), 0);
        return switch (kind) {
            case 0 -> all(cycle(patterns, new Interaction.Exponential(1)), random, threads, 2);
            case 1 -> columns(random, threads);
            case 2 ->
                all(cycle(patterns, new Interaction.Softmax(0.8)).with(SelfCoupling.EXCLUDED), random, threads, 2);
            case 5 -> all(cycle(patterns, new Interaction.Linear()), random, threads, 2);
            case 4 -> all(cycle(patterns, new Interaction.Exponential(0.7)), random, threads, 2);
            case 3 -> decidedBelowTheMargin(random, threads);
            default ->
                all(cycle(patterns, new Interaction.Polynomial(3)).with(SelfCoupling.EXCLUDED), random, threads, 2)
                        + all(wide(random).with(SelfCoupling.EXCLUDED), random, threads, 2);
        };
    }

    /**
     * The best patterns lead half to a state, half to its opposite, one a little farther away to the first; but many just below the
     * margin to the second. Blocks are passed over, but for 3 patterns of these many, or each has some of the best.
     */
    private static String decidedBelowTheMargin(SplittableRandom random, OptionalInt threads) {
        int n = random.nextInt(36, 45);
        PatternSet two = PatternSet.random(2, n, random.nextLong(), 0);
        Signs state = two.row(0);
        Signs target = two.row(1);
        StringBuilder out = new StringBuilder();
        for (int bestOfBlock : new int[] {WordBlocks.ROWS - 4, 480}) {
            List<Signs> rows =
                    new ArrayList<>(List.of(target, target.flip(Ints.range(n).toArray())));
            int[] next = new int[WordBlocks.ROWS + 1100];
            for (int mu = 2; mu < next.length; mu++) {
                boolean best = mu % WordBlocks.ROWS < bestOfBlock && (mu < WordBlocks.ROWS || bestOfBlock == 480);
                rows.add(state.flip(someUnits(random, n, best ? 1 : mu == bestOfBlock ? 6 : 7)));
                next[mu] = best ? mu % 2 : mu == bestOfBlock ? 0 : 1;
            }
            Successors successors = new Successors(Ints.of(next));
            ReferenceRecall recall =
                    recall(SequenceMemory.of(PatternSet.of(rows), successors, new Interaction.Exponential(1)), threads);
            recall.cue(state);
            recall.step();
            out.append(recall.state());
            tell(recall, out);
        }
        return out.toString();
    }

    private static int[] someUnits(SplittableRandom random, int n, int count) {
        int first = random.nextInt(n);
        return IntStream.range(0, count).map(k -> (first + k) % n).toArray();
    }

    private static SequenceMemory cycle(PatternSet patterns, Interaction f) {
        return SequenceMemory.of(patterns, Successors.cycle(patterns.count()), f);
    }

    /** Rows of three words. */
    private static SequenceMemory wide(SplittableRandom random) {
        return cycle(PatternSet.random(300, 160, random.nextLong(), 0), new Interaction.Polynomial(3));
    }

    /** Few units, whose fields are often 0. */
    private static SequenceMemory tied(SplittableRandom random, int kind) {
        int n = random.nextInt(3, kind == 0 ? 5 : 11);
        int p = random.nextInt(3, random.nextBoolean() ? 6 : 30);
        PatternSet patterns = PatternSet.random(p, n, random.nextLong(), 0);
        Interaction power = new Interaction.Polynomial(random.nextInt(1, 4));
        return switch (kind) {
            case 0 ->
                SequenceMemory.of(
                        patterns, new Successors(Ints.of(random.ints(p, -1, 3).toArray())), power);
            case 1 -> cycle(patterns, new Interaction.Threshold(new BigDecimal("0.5")));
            case 2 ->
                cycle(patterns, new Interaction.Exponential(random.nextDouble()))
                        .with(SelfCoupling.EXCLUDED);
            case 3 -> {
                double lambda = List.of(0.2, 1.0, 1.2).get(random.nextInt(3));
                yield cycle(patterns, new Interaction.Linear())
                        .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(1)), lambda, power));
            }
            case 4 -> cycle(diluted(patterns, random), power);
            case 5 -> RandomMemories.copies(random);
            default ->
                SequenceMemory.of(patterns, Successors.associative(p), power).with(SelfCoupling.EXCLUDED);
        };
    }

    private static PatternSet diluted(PatternSet patterns, SplittableRandom random) {
        return PatternSet.of(IntStream.range(0, patterns.count())
                .mapToObj(mu -> Signs.of(IntStream.range(0, patterns.features())
                        .map(i -> random.nextInt(5) == 0 ? 0 : patterns.at(mu, i))
                        .toArray()))
                .toList());
    }

    private static String all(SequenceMemory memory, SplittableRandom random, OptionalInt threads, int transitions) {
        StringBuilder out = new StringBuilder();
        steps(memory, random, threads, out);
        batch(memory, random, threads, out);
        check(memory, random, threads, transitions, out);
        return out.toString();
    }

    private static ReferenceRecall recall(SequenceMemory memory, OptionalInt threads) {
        return threads.isPresent() ? ReferenceRecall.exact(memory, threads.getAsInt()) : ReferenceRecall.plain(memory);
    }

    private static void steps(SequenceMemory memory, SplittableRandom random, OptionalInt threads, StringBuilder out) {
        ReferenceRecall recall = recall(memory, threads);
        for (int cue = 0; cue < 3; cue++) {
            recall.cue(state(memory, random, cue % 3 == 1 ? 0.2 : 0));
            for (int t = 0; t < 2; t++) {
                boolean stepped = random.nextInt(4) == 0 ? recall.stepAsynchronous(random.nextLong()) : recall.step();
                out.append(stepped ? "step " : "end ").append(recall.state());
                tell(recall, out);
            }
        }
    }

    private static void tell(ReferenceRecall recall, StringBuilder out) {
        out.append(" winner ").append(recall.winner());
        out.append(" overlaps ").append(Arrays.hashCode(recall.overlaps())).append('\n');
    }

    private static void batch(SequenceMemory memory, SplittableRandom random, OptionalInt threads, StringBuilder out) {
        if (memory.timing() instanceof Timing.Mixed) {
            return;
        }
        List<Signs> states = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            states.add(state(memory, random, 0));
        }
        out.append("batch ")
                .append(threads.isPresent() ? RecallBatch.of(memory).step(states) : plainly(memory, states));
        out.append('\n');
    }

    private static List<Signs> plainly(SequenceMemory memory, List<Signs> states) {
        ReferenceRecall recall = ReferenceRecall.plain(memory);
        List<Signs> next = new ArrayList<>();
        for (Signs state : states) {
            recall.cue(state);
            recall.step();
            next.add(recall.state());
        }
        return next;
    }

    private static void check(
            SequenceMemory memory, SplittableRandom random, OptionalInt threads, int count, StringBuilder out) {
        TransitionCheck check =
                threads.isPresent() ? TransitionCheck.of(memory, threads.getAsInt()) : TransitionCheck.plain(memory);
        int from = random.nextInt(memory.count());
        int to = Math.min(memory.count(), from + count);
        for (int mu = from; mu < to; mu++) {
            out.append(check.firstFlip(mu, mu + 1)).append('\n');
        }
        out.append(check.firstFlip(from, to))
                .append(" of ")
                .append(check.failing(from, to))
                .append('\n');
    }

    /** A pattern with some units flipped, or a random state. */
    private static Signs state(SequenceMemory memory, SplittableRandom random, double zeros) {
        int[] signs = new int[memory.features()];
        int mu = random.nextInt(memory.count());
        double flipped = random.nextBoolean() ? 0.5 : 0.1;
        for (int i = 0; i < signs.length; i++) {
            int sign = random.nextDouble() < flipped
                    ? 1 - 2 * random.nextInt(2)
                    : memory.patterns().at(mu, i);
            signs[i] = random.nextDouble() < zeros ? 0 : sign;
        }
        return Signs.of(signs);
    }

    /** States that differ at few units, of so many patterns that overlaps are updated by columns. */
    private static String columns(SplittableRandom random, OptionalInt threads) {
        int n = 24;
        SequenceMemory memory = cycle(PatternSet.random(16_500, n, random.nextLong(), 0), new Interaction.Linear());
        ReferenceRecall recall = recall(memory, threads);
        int[] signs = new int[n];
        Arrays.fill(signs, 1);
        StringBuilder out = new StringBuilder();
        for (int t = 0; t < COLUMN_STEPS; t++) {
            for (int k = 0; k < n / 8; k++) {
                int i = random.nextInt(n);
                boolean zero = t > COLUMN_STEPS - 6 && random.nextInt(4) == 0;
                signs[i] = zero ? 0 : signs[i] > 0 ? -1 : 1;
            }
            recall.cue(Signs.of(signs));
            tell(recall, out);
        }
        return out.toString();
    }
}
