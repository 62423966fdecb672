package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** The fast recall against its plain twin, over random memories of every kind. */
class PlainTwinTest {
    private static final int TRIALS = 160;

    private static Interaction interaction(SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Interaction.Linear();
            case 1, 2 -> new Interaction.Polynomial(random.nextInt(2, 5));
            case 3 -> new Interaction.Polynomial(random.nextInt(5, 47));
            case 4 ->
                new Interaction.Exponential(List.of(0.01, 0.3, 1.0, 7.0, 60.0).get(random.nextInt(5)));
            case 5 -> new Interaction.Softmax(List.of(0.1, 1.0, 4.0).get(random.nextInt(3)));
            default -> new Interaction.Threshold(new BigDecimal("0." + random.nextInt(30, 100)));
        };
    }

    private static Timing timing(SplittableRandom random, int count) {
        Ints steps = random.nextBoolean()
                ? Ints.of(random.nextInt(1, 5))
                : Ints.of(random.ints(count, 1, 5).toArray());
        Timing.Trace trace = random.nextInt(6) == 0
                ? new Timing.Trace.Kernel(List.of(0.5, 0.3, 0.125))
                : new Timing.Trace.Boxcar(steps);
        return new Timing.Mixed(trace, List.of(1.0, 2.5, 0.1, 0.75).get(random.nextInt(4)), interaction(random));
    }

    private static Signs vector(SplittableRandom random, int n, double zeros) {
        return Signs.of(IntStream.range(0, n)
                .map(i -> random.nextDouble() < zeros ? 0 : random.nextInt(2) * 2 - 1)
                .toArray());
    }

    /** Random rows; some repeat an earlier one, flip a bit of it, or are its opposite. */
    private static PatternSet patterns(SplittableRandom random, int count, int n) {
        double zeros = random.nextInt(4) == 0 ? 0.2 : 0;
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < count; mu++) {
            Signs row = vector(random, n, zeros);
            if (mu > 0 && random.nextInt(3) == 0) {
                Signs earlier = rows.get(random.nextInt(mu));
                row = switch (random.nextInt(3)) {
                    case 0 -> earlier;
                    case 1 -> earlier.flip(random.nextInt(n));
                    default -> earlier.flip(Ints.range(n).toArray());
                };
            }
            rows.add(row);
        }
        return PatternSet.of(rows);
    }

    private static Successors successors(SplittableRandom random, int count) {
        return switch (random.nextInt(4)) {
            case 0 -> Successors.cycle(count);
            case 1 -> Successors.chain(count);
            case 2 -> Successors.associative(count);
            default -> new Successors(Ints.of(random.ints(count, -1, count).toArray()));
        };
    }

    static SequenceMemory memory(SplittableRandom random) {
        int n = random.nextInt(3) == 0 ? random.nextInt(2, 13) : random.nextInt(2, 201);
        int count = random.nextInt(4) == 0 ? random.nextInt(1, 300) : random.nextInt(1, 40);
        SequenceMemory memory =
                SequenceMemory.of(patterns(random, count, n), successors(random, count), interaction(random));
        return switch (random.nextInt(3)) {
            case 0 -> memory;
            case 1 -> memory.with(SelfCoupling.EXCLUDED);
            default -> memory.with(timing(random, count));
        };
    }

    @Test
    void everyStepEqualsThePlainTwins() {
        long fallbacks = 0;
        for (long seed = 0; seed < TRIALS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = memory(random);
            ReferenceRecall fast = ReferenceRecall.exact(memory);
            ReferenceRecall plain = ReferenceRecall.plain(memory);
            for (int cue = 0; cue < 2; cue++) {
                Signs state = random.nextBoolean()
                        ? memory.patterns().row(random.nextInt(memory.count()))
                        : vector(random, memory.features(), random.nextInt(3) == 0 ? 0.3 : 0);
                fast.cue(state);
                plain.cue(state);
                for (int t = 0; t < 5; t++) {
                    String where = "seed " + seed + ", cue " + cue + ", step " + t + ", " + memory;
                    long orderSeed = random.nextLong();
                    if (random.nextInt(4) == 0) {
                        Signs noisy = plain.state().flip(random.nextInt(memory.features()));
                        fast.perturb(noisy);
                        plain.perturb(noisy);
                    }
                    boolean isAsynchronous = random.nextInt(5) == 0;
                    assertEquals(
                            isAsynchronous ? plain.stepAsynchronous(orderSeed) : plain.step(),
                            isAsynchronous ? fast.stepAsynchronous(orderSeed) : fast.step(),
                            where);
                    assertEquals(plain.state(), fast.state(), where);
                    assertEquals(plain.winner(), fast.winner(), where);
                    assertEquals(Ints.of(plain.overlaps()), Ints.of(fast.overlaps()), where);
                }
            }
            fallbacks += fast.exactFallbacks();
        }
        assertTrue(fallbacks > 100, "exact fallbacks: " + fallbacks);
    }
}
