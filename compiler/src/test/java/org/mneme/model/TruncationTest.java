package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** Which patterns a recall step adds, and which it proves it need not. */
class TruncationTest {
    private static final int P = 3000;
    private static final int N = 90;

    private static long skipped(SequenceMemory memory, Signs state) {
        BlockPresent present = new BlockPresent(memory.patterns(), new Slices(memory.count(), 1));
        BucketFields fields = new BucketFields(memory, present, new Slices(memory.count(), 1));
        present.set(IntStream.range(0, state.length()).map(state::at).toArray());
        fields.signs();
        return fields.skipped();
    }

    @Test
    void nearAPatternAllButAFewAreSkippedAndTheSignsAreThoseOfThePlainTwin() {
        PatternSet patterns = PatternSet.random(P, N, 1, 0);
        Signs near = patterns.row(7).flip(1, 2, 3);
        for (Interaction f : List.of(
                new Interaction.Exponential(1),
                new Interaction.Softmax(0.5),
                new Interaction.Polynomial(20),
                new Interaction.Polynomial(3))) {
            for (SelfCoupling selfCoupling : SelfCoupling.values()) {
                SequenceMemory memory =
                        SequenceMemory.of(patterns, Successors.cycle(P), f).with(selfCoupling);
                long skipped = skipped(memory, near);
                assertTrue(
                        skipped > (f instanceof Interaction.Polynomial(int d) ? d == 3 ? P / 4 : P * 3 / 4 : P - 100),
                        f + ": " + skipped);
                assertEquals(plainStep(memory, near), fastStep(memory, near, 1), f + ", " + selfCoupling);
            }
        }
    }

    /** As docs/concepts/speed.md says. */
    @Test
    void ofACubeAQuarterToTwoFifthsOfManyPatternsRemainAndOfAnExponentialAHandful() {
        int p = 100_000;
        int n = 1024;
        PatternSet patterns = PatternSet.random(p, n, 1, 0);
        SequenceMemory cube = SequenceMemory.of(patterns, Successors.cycle(p), new Interaction.Polynomial(3));
        SequenceMemory exponential = SequenceMemory.of(patterns, Successors.cycle(p), new Interaction.Exponential(1));
        for (int flipped : new int[] {0, n / 20, n / 10}) {
            for (int mu = 0; mu < 3; mu++) {
                Signs cue = patterns.row(mu).flip(IntStream.range(0, flipped).toArray());
                String where = "pattern " + mu + ", " + flipped + " flipped";
                double remaining = 1 - (double) skipped(cube, cue) / p;
                assertTrue(remaining > 0.23 && remaining < 0.42, where + ": " + remaining);
                assertTrue(p - skipped(exponential, cue) <= 5, where + ": " + (p - skipped(exponential, cue)));
            }
        }
    }

    @Test
    void whereAllAnswersAreEqualNoneIsSkippedWhileASignIsOpen() {
        // With one feature every pattern answers as loudly as any other.
        PatternSet patterns = PatternSet.of(List.of(Signs.parse("+"), Signs.parse("-"), Signs.parse("+")));
        SequenceMemory memory = SequenceMemory.of(patterns, new Successors(Ints.of(0, 1, 1)), new Interaction.Linear());
        assertEquals(0, skipped(memory, Signs.parse("+")));
        // Two patterns at the same distance lead to opposite states, the next one nowhere: the one farthest away
        // decides.
        PatternSet tied = PatternSet.of(List.of(
                Signs.parse("+++++++-"), Signs.parse("++++++-+"), Signs.parse("--------"), Signs.parse("-+-+-+++")));
        SequenceMemory undecided = SequenceMemory.of(
                tied, new Successors(Ints.of(2, 0, 3, Successors.NONE)), new Interaction.Exponential(2));
        Signs between = Signs.parse("++++++++");
        assertEquals(0, skipped(undecided, between));
        assertEquals(plainStep(undecided, between), fastStep(undecided, between, 1));
    }

    @Test
    void exponentialStepsLookAtTheBestPatternsAloneOnlyWhereTheseDecide() {
        int n = 20;
        PatternSet patterns = PatternSet.random(P, n, 4, 0);
        long shortSteps = 0;
        long steps = 0;
        for (Interaction f : List.of(new Interaction.Exponential(1), new Interaction.Softmax(0.7))) {
            for (SelfCoupling selfCoupling : SelfCoupling.values()) {
                SequenceMemory memory =
                        SequenceMemory.of(patterns, Successors.cycle(P), f).with(selfCoupling);
                BlockPresent present = new BlockPresent(patterns, new Slices(P, 1));
                BucketFields fast = new BucketFields(memory, present, new Slices(P, 1));
                PlainPresent plainPresent = new PlainPresent(patterns);
                ExactFields plain = new ExactFields(memory, plainPresent);
                SplittableRandom random = new SplittableRandom(5);
                for (int t = 0; t < 60; t++) {
                    int[] state = random.ints(n, 0, 2).map(b -> 2 * b - 1).toArray();
                    present.set(state);
                    plainPresent.set(state);
                    assertArrayEquals(plain.signs(), fast.signs(), f + ", " + selfCoupling + ", state " + t);
                    steps++;
                }
                shortSteps += fast.shortSteps();
            }
        }
        assertTrue(shortSteps > 0 && shortSteps < steps, shortSteps + " of " + steps);
    }

    @Test
    void threadsChangeNothing() {
        for (long seed = 0; seed < 24; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(10, 150);
            int p = random.nextInt(1025, 6000);
            PatternSet patterns = PatternSet.random(p, n, seed, seed % 5 == 0 ? 0.4 : 0);
            Interaction f = List.of(
                            new Interaction.Exponential(0.4),
                            new Interaction.Polynomial(3),
                            new Interaction.Polynomial(30),
                            new Interaction.Linear())
                    .get((int) seed % 4);
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(p), f);
            SequenceMemory chosen = switch ((int) (seed / 4) % 3) {
                case 0 -> memory;
                case 1 -> memory.with(SelfCoupling.EXCLUDED);
                default -> memory.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 1.5, f));
            };
            Signs cue = patterns.row(5).flip(0, 2, 4);
            Signs expected = plainStep(chosen, cue);
            for (int threads : new int[] {1, 2, 5}) {
                assertEquals(expected, fastStep(chosen, cue, threads), "seed " + seed + ", " + threads + " threads");
            }
        }
    }

    private static Signs plainStep(SequenceMemory memory, Signs cue) {
        return step(ReferenceRecall.plain(memory), cue);
    }

    private static Signs fastStep(SequenceMemory memory, Signs cue, int threads) {
        return step(ReferenceRecall.exact(memory, threads), cue);
    }

    private static Signs step(ReferenceRecall recall, Signs cue) {
        recall.cue(cue);
        assertTrue(recall.step());
        recall.step();
        return recall.state();
    }
}
