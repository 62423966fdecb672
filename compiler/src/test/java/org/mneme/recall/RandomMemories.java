package org.mneme.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/** Draws memories of every kind, small enough for the plain check. */
final class RandomMemories {
    private static final int MOST_UNITS = 130;

    private RandomMemories() {}

    /** Draws one of any kind. */
    static SequenceMemory any(SplittableRandom random) {
        SequenceMemory memory = oneStep(random);
        return switch (random.nextInt(4)) {
            case 0 -> mixed(memory, random);
            case 1 -> (random.nextInt(4) == 0 ? mixed(memory, random) : memory).with(Learning.PSEUDOINVERSE);
            default -> memory.with(random.nextBoolean() ? SelfCoupling.EXCLUDED : SelfCoupling.INCLUDED);
        };
    }

    /** Draws one without timing and without pseudoinverse, self-coupling included. */
    static SequenceMemory oneStep(SplittableRandom random) {
        PatternSet patterns = patterns(random);
        return SequenceMemory.of(patterns, successors(patterns.count(), random), interaction(random));
    }

    static SequenceMemory mixed(SequenceMemory memory, SplittableRandom random) {
        Timing.Trace trace = random.nextBoolean()
                ? new Timing.Trace.Boxcar(Ints.of(1 + random.nextInt(6)))
                : Timing.Trace.Kernel.exponential(2, 4);
        double lambda = (1 + random.nextInt(60)) / 16.0;
        return memory.with(
                new Timing.Mixed(trace, lambda, random.nextInt(4) > 0 ? power(random) : interaction(random)));
    }

    /** Draws many copies of a few patterns, so that what codes leave over adds up. */
    static SequenceMemory copies(SplittableRandom random) {
        int n = random.nextBoolean() ? 129 + random.nextInt(40) : 4 + random.nextInt(60);
        PatternSet few = PatternSet.random(2 + random.nextInt(3), n, random.nextLong(), 0);
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < few.count(); mu++) {
            rows.addAll(Collections.nCopies(1 + random.nextInt(60), few.row(mu)));
        }
        int[] next = random.ints(rows.size(), 0, rows.size()).toArray();
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.of(rows), new Successors(Ints.of(next)), new Interaction.Polynomial(2 + random.nextInt(5)));
        return random.nextInt(3) == 0 ? mixed(memory, random) : memory.with(SelfCoupling.EXCLUDED);
    }

    private static PatternSet patterns(SplittableRandom random) {
        int n = 2 + random.nextInt(random.nextBoolean() ? 14 : MOST_UNITS - 1);
        int p = 1 + random.nextInt(random.nextInt(4) == 0 ? 150 : 3 * n);
        double bias = random.nextInt(3) == 0 ? random.nextDouble() * 1.8 - 0.9 : 0;
        PatternSet patterns = PatternSet.random(p, n, random.nextLong(), bias);
        return switch (random.nextInt(5)) {
            case 0 -> duplicated(patterns, random);
            case 1 -> random.nextInt(3) == 0 ? diluted(patterns, random) : patterns;
            default -> patterns;
        };
    }

    private static PatternSet duplicated(PatternSet patterns, SplittableRandom random) {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < patterns.count(); mu++) {
            Signs copy = patterns.row(random.nextInt(1 + mu));
            rows.add(random.nextBoolean() ? copy.flip(random.nextInt(patterns.features())) : copy);
        }
        return PatternSet.of(rows);
    }

    private static PatternSet diluted(PatternSet patterns, SplittableRandom random) {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < patterns.count(); mu++) {
            int[] signs = new int[patterns.features()];
            for (int i = 0; i < signs.length; i++) {
                signs[i] = random.nextInt(5) == 0 ? 0 : patterns.at(mu, i);
            }
            rows.add(Signs.of(signs));
        }
        return PatternSet.of(rows);
    }

    private static Successors successors(int count, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Successors.cycle(count);
            case 1 -> Successors.chain(count);
            case 2 -> Successors.associative(count);
            default -> {
                int[] next = new int[count];
                Arrays.setAll(next, mu -> random.nextInt(count + 1) - 1);
                yield new Successors(Ints.of(next));
            }
        };
    }

    private static Interaction interaction(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Interaction.Exponential(0.05 + 1.5 * random.nextDouble());
            case 1 -> new Interaction.Softmax(0.05 + 1.5 * random.nextDouble());
            case 2 ->
                new Interaction.Threshold(BigDecimal.valueOf(1 + random.nextInt(20), 0)
                        .movePointLeft(1)
                        .min(BigDecimal.ONE));
            default -> power(random);
        };
    }

    private static Interaction power(SplittableRandom random) {
        int degree = 1 + random.nextInt(random.nextInt(3) == 0 ? 46 : 4);
        return degree == 1 && random.nextBoolean() ? new Interaction.Linear() : new Interaction.Polynomial(degree);
    }
}
