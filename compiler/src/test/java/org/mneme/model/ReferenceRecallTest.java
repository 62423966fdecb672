package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

class ReferenceRecallTest {
    private static SequenceMemory memory(List<String> patterns, Interaction interaction, int... next) {
        return SequenceMemory.of(
                PatternSet.of(patterns.stream().map(Signs::parse).toList()),
                new Successors(Ints.of(next)),
                interaction);
    }

    private static ReferenceRecall cued(SequenceMemory memory, Signs cue) {
        ReferenceRecall recall = ReferenceRecall.exact(memory);
        recall.cue(cue);
        return recall;
    }

    private static List<Integer> winners(ReferenceRecall recall, int steps) {
        List<Integer> winners = new ArrayList<>();
        for (int t = 0; t < steps && recall.step(); t++) {
            winners.add(recall.winner());
        }
        return winners;
    }

    @Test
    void squareRecallsWholeSequenceAndLinearLosesIt() {
        for (long seed = 0; seed < 3; seed++) {
            PatternSet patterns = PatternSet.random(100, 300, seed, 0);
            SequenceMemory square = SequenceMemory.of(patterns, Successors.cycle(100), new Interaction.Polynomial(2));
            SequenceMemory linear = SequenceMemory.of(patterns, Successors.cycle(100), new Interaction.Linear());
            ReferenceRecall good = cued(square, patterns.row(0));
            ReferenceRecall bad = cued(linear, patterns.row(0));
            for (int t = 1; t <= 100; t++) {
                assertTrue(good.step());
                assertEquals(patterns.row(t % 100), good.state(), "seed " + seed + ", step " + t);
                bad.step();
            }
            assertTrue(bad.overlaps()[0] < 200, "seed " + seed + ": " + bad.overlaps()[0]);
        }
    }

    @Test
    void dwellTimeNeedsAHighDegree() {
        for (long seed = 0; seed < 3; seed++) {
            assertFalse(isInOrder(timed(1, seed)), "seed " + seed);
            assertEquals(heldFor(4, 100), timed(2, seed), "seed " + seed);
            assertEquals(heldFor(5, 100), timed(10, seed), "seed " + seed);
        }
    }

    private static List<Integer> timed(int degree, long seed) {
        PatternSet patterns = PatternSet.random(40, 100, seed, 0);
        Interaction f = new Interaction.Polynomial(degree);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(40), f)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(5)), 2.5, f));
        return winners(cued(memory, patterns.row(0)), 100);
    }

    private static boolean isInOrder(List<Integer> winners) {
        boolean inOrder = true;
        for (int t = 1; t < winners.size(); t++) {
            int before = winners.get(t - 1);
            inOrder &= winners.get(t) == before || winners.get(t) == before + 1;
        }
        return inOrder;
    }

    /** The winners at steps 1, 2, … where every pattern is held so many steps. */
    private static List<Integer> heldFor(int dwell, int steps) {
        List<Integer> winners = new ArrayList<>();
        for (int t = 1; t <= steps; t++) {
            winners.add(t / dwell);
        }
        return winners;
    }

    @Test
    void eachPatternHasItsOwnDwell() {
        PatternSet patterns = PatternSet.random(4, 200, 3, 0);
        Interaction f = new Interaction.Polynomial(20);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(4), f)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2, 5, 1, 3)), 1.5, f));
        assertEquals(List.of(0, 1, 1, 1, 1, 1, 2, 3, 3, 3, 0), winners(cued(memory, patterns.row(0)), 11));
    }

    @Test
    void tieKeepsThePresentSignAlsoIfUnknown() {
        SequenceMemory memory = memory(List.of("++++", "++--"), new Interaction.Linear(), 0, 1);
        ReferenceRecall recall = cued(memory, Signs.parse("-++0"));
        assertTrue(recall.step());
        assertEquals("-+++", recall.state().toString(), "h = 1, −1: units 0 and 1 tie");
        recall.cue(Signs.parse("++-+"));
        assertTrue(recall.step());
        assertEquals("++-+", recall.state().toString(), "h = 2, 2: units 2 and 3 tie");
        recall.cue(Signs.parse("+000"));
        assertTrue(recall.step());
        assertEquals("++00", recall.state().toString(), "h = 1, 1: units 2 and 3 tie");
    }

    @Test
    void chainEndsWhenItsLastPatternWins() {
        PatternSet patterns = PatternSet.random(3, 60, 5, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.chain(3), new Interaction.Polynomial(2));
        ReferenceRecall recall = cued(memory, patterns.row(0));
        assertTrue(recall.step());
        assertFalse(recall.ended());
        assertTrue(recall.step());
        assertTrue(recall.ended());
        assertFalse(recall.step());
        assertFalse(recall.stepAsynchronous(7));
        assertEquals(patterns.row(2), recall.state());
        recall.cue(patterns.row(1));
        assertFalse(recall.ended());
    }

    @Test
    void firstOfEqualWinnersDecidesTheEnd() {
        List<String> patterns = List.of("++--+-", "++--+-", "-+-+-+");
        assertTrue(cued(memory(patterns, new Interaction.Linear(), -1, 2, 0), Signs.parse("++--+-"))
                .ended());
        assertFalse(cued(memory(patterns, new Interaction.Linear(), 2, -1, 0), Signs.parse("++--+-"))
                .ended());
    }

    @Test
    void exactSumDecidesWhatDoublesCannot() {
        // The two equal winners drive opposite patterns and cancel; e^−40 of them is left, below a double's last bit.
        PatternSet drawn = PatternSet.random(3, 60, 9, 0);
        Signs a = drawn.row(0);
        Signs b = drawn.row(1);
        int[] all = Ints.range(60).toArray();
        PatternSet patterns = PatternSet.of(List.of(a, a, b, b.flip(all), drawn.row(2), a.flip(0, 1)));
        for (Interaction f :
                List.of(new Interaction.Exponential(10), new Interaction.Softmax(10), new Interaction.Polynomial(64))) {
            SequenceMemory memory = SequenceMemory.of(patterns, new Successors(Ints.of(2, 3, 0, 0, 0, 4)), f);
            ReferenceRecall recall = cued(memory, a);
            assertTrue(recall.step());
            assertEquals(drawn.row(2), recall.state(), f.toString());
        }
    }

    @Test
    void nearTieOfDistinctPowersTakesTheExactPath() {
        // Unit by unit, x = N − 2 and x = N oppose each other: they differ by a part of 10⁻¹⁷, below the error bound.
        String a = "+".repeat(20);
        String b = "-" + "+".repeat(19);
        String target = "+-".repeat(10);
        String opposite = "-+".repeat(10);
        SequenceMemory memory = memory(List.of(a, b, target, opposite), new Interaction.Exponential(5e-18), 2, 3, 2, 3);
        ReferenceRecall recall = cued(memory, Signs.parse(a));
        assertTrue(recall.step());
        assertEquals(target, recall.state().toString());
        assertEquals(20, recall.exactFallbacks());
    }

    @Test
    void dilutedOverlapsSumOverNonZeros() {
        SequenceMemory memory = memory(List.of("+0-0+", "0+0-0"), new Interaction.Linear(), 1, 0);
        ReferenceRecall recall = cued(memory, Signs.parse("++-+0"));
        assertArrayEquals(new int[] {2, 0}, recall.overlaps());
        assertTrue(recall.step());
        assertEquals("++--0", recall.state().toString());
    }

    @Test
    void asynchronousStepUpdatesInTheGivenOrder() {
        // f(x) = x, one pattern that is its own successor: a unit takes the sign of the overlap, pattern-wise.
        SequenceMemory memory = memory(List.of("+++", "+--"), new Interaction.Linear(), 0, 0);
        ReferenceRecall first = cued(memory, Signs.parse("--+"));
        assertTrue(first.stepAsynchronous(new int[] {0, 1, 2}));
        // h = (−1, −1): unit 0 keeps −, unit 1 keeps −, unit 2 becomes −.
        assertEquals("---", first.state().toString());
        ReferenceRecall second = cued(memory, Signs.parse("-++"));
        // h = (1, −3) sums to −2: unit 0 stays −; unit 1 becomes −: h = (−1, −1); unit 2 becomes −.
        assertTrue(second.stepAsynchronous(new int[] {0, 1, 2}));
        assertEquals("---", second.state().toString());
        assertArrayEquals(new int[] {-3, 1}, second.overlaps());
    }

    @Test
    void asynchronousOrderMatters() {
        // μ leads a → b and b → a; what the first unit does changes what the next one hears.
        SequenceMemory memory = memory(List.of("+++-", "-++-", "+-+-"), new Interaction.Linear(), 1, 2, 0);
        boolean differ = false;
        for (int bits = 0; bits < 16; bits++) {
            int[] signs = new int[4];
            for (int i = 0; i < 4; i++) {
                signs[i] = (bits >> i & 1) == 1 ? 1 : -1;
            }
            ReferenceRecall up = cued(memory, Signs.of(signs));
            ReferenceRecall down = cued(memory, Signs.of(signs));
            up.stepAsynchronous(new int[] {0, 1, 2, 3});
            down.stepAsynchronous(new int[] {3, 2, 1, 0});
            differ |= !up.state().equals(down.state());
        }
        assertTrue(differ);
    }

    @Test
    void asynchronousSeedDrawsANewOrderEachStep() {
        PatternSet patterns = PatternSet.random(30, 64, 21, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(30), new Interaction.Linear());
        List<Signs> first = seeded(memory, 5);
        assertEquals(first, seeded(memory, 5));
        assertNotEquals(first, seeded(memory, 6));
    }

    private static List<Signs> seeded(SequenceMemory memory, long seed) {
        ReferenceRecall recall = cued(memory, memory.patterns().row(0));
        List<Signs> states = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            recall.stepAsynchronous(seed);
            states.add(recall.state());
        }
        return states;
    }

    @Test
    void asynchronousAssociativeMemoryRestoresAPattern() {
        PatternSet patterns = PatternSet.random(5, 120, 2, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.associative(5), new Interaction.Polynomial(3));
        SplittableRandom random = new SplittableRandom(8);
        Signs noisy =
                patterns.row(3).flip(random.ints(0, 120).distinct().limit(20).toArray());
        ReferenceRecall recall = cued(memory, noisy);
        recall.stepAsynchronous(1);
        assertEquals(patterns.row(3), recall.state());
    }

    @Test
    void pseudoinverseKeepsCorrelatedPatternsApart() {
        PatternSet patterns = PatternSet.random(30, 100, 4, 0.8);
        SequenceMemory plain = SequenceMemory.of(patterns, Successors.cycle(30), new Interaction.Linear());
        ReferenceRecall recall = cued(plain.with(Learning.PSEUDOINVERSE), patterns.row(0));
        ReferenceRecall collapsed = cued(plain, patterns.row(0));
        for (int t = 1; t <= 30; t++) {
            recall.step();
            collapsed.step();
            assertEquals(patterns.row(t % 30), recall.state(), "step " + t);
        }
        assertNotEquals(patterns.row(0), collapsed.state());
        assertEquals("double", recall.arithmetic());
    }

    @Test
    void pseudoinverseThresholdOfAllFeaturesFiresAtTheCleanPattern() {
        PatternSet patterns = PatternSet.random(6, 40, 4, 0.5);
        SequenceMemory memory = SequenceMemory.of(
                        patterns, Successors.cycle(6), new Interaction.Threshold(BigDecimal.ONE))
                .with(Learning.PSEUDOINVERSE);
        assertEquals(List.of(1, 2, 3, 4, 5, 0, 1), winners(cued(memory, patterns.row(0)), 7));
    }

    @Test
    void pseudoinverseWithTimingHoldsEachPattern() {
        PatternSet patterns = PatternSet.random(6, 80, 4, 0.6);
        Interaction f = new Interaction.Polynomial(10);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(6), f)
                .with(Learning.PSEUDOINVERSE)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, f));
        assertEquals(List.of(0, 0, 1, 1, 1, 2, 2, 2, 3), winners(cued(memory, patterns.row(0)), 9));
    }

    @Test
    void pseudoinverseOfOrthogonalPatternsIsTheHebbianRule() {
        // Rows 1…6 of a Hadamard matrix of size 16.
        PatternSet patterns = new PatternSet(
                BitMatrix.of(6, 16, (mu, i) -> Integer.bitCount((mu + 1) & i) % 2 == 0), Optional.empty());
        Timing.Trace boxcar = new Timing.Trace.Boxcar(Ints.of(2, 5, 1, 3, 4, 2));
        Timing.Trace kernel = new Timing.Trace.Kernel(List.of(0.1, 0.2, 0.3, 0.25));
        Interaction power = new Interaction.Polynomial(20);
        Interaction softmax = new Interaction.Softmax(0.4);
        Interaction exponential = new Interaction.Exponential(0.3);
        for (Timing timing : List.of(
                new Timing.OneStep(),
                new Timing.Mixed(boxcar, 1.5, power),
                new Timing.Mixed(boxcar, 1.5, softmax),
                new Timing.Mixed(kernel, 2.5, exponential))) {
            for (Interaction f : List.of(power, softmax, exponential)) {
                SequenceMemory memory =
                        SequenceMemory.of(patterns, Successors.cycle(6), f).with(timing);
                ReferenceRecall hebbian = cued(memory, patterns.row(0));
                ReferenceRecall inverse = cued(memory.with(Learning.PSEUDOINVERSE), patterns.row(0));
                for (int t = 1; t <= 20; t++) {
                    hebbian.step();
                    inverse.step();
                    assertEquals(hebbian.state(), inverse.state(), f + ", " + timing + ", step " + t);
                }
            }
        }
    }

    @Test
    void cueForgetsTheHistory() {
        PatternSet patterns = PatternSet.random(4, 90, 6, 0);
        Interaction f = new Interaction.Polynomial(20);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(4), f)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(4)), 1.5, f));
        for (Learning learning : Learning.values()) {
            ReferenceRecall recall = cued(memory.with(learning), patterns.row(0));
            assertEquals(List.of(0, 0), winners(recall, 2));
            recall.cue(patterns.row(0));
            assertEquals(List.of(0, 0, 0, 1, 1, 1, 1, 2), winners(recall, 8), learning.toString());
        }
    }

    @Test
    void refusesAWrongCueAndAWrongOrder() {
        SequenceMemory memory = memory(List.of("++-", "-+-"), new Interaction.Linear(), 1, 0);
        ReferenceRecall recall = ReferenceRecall.exact(memory);
        assertEquals(
                "cue",
                assertThrows(InvalidValueException.class, () -> recall.cue(Signs.parse("+")))
                        .object());
        recall.cue(Signs.parse("+++"));
        for (int[] order : List.of(new int[] {0, 1}, new int[] {0, 1, 1}, new int[] {0, 1, 3}, new int[] {0, 1, -1})) {
            assertEquals(
                    "update order",
                    assertThrows(InvalidValueException.class, () -> recall.stepAsynchronous(order))
                            .object());
        }
        assertEquals("+++", recall.state().toString());
    }

    @Test
    void perturbingKeepsTheHistoryWhichACueForgets() {
        PatternSet patterns = PatternSet.random(8, 120, 5, 0);
        for (Learning learning : Learning.values()) {
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(8), new Interaction.Polynomial(10))
                    .with(learning)
                    .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, new Interaction.Polynomial(10)));
            Signs noisy = patterns.row(0).flip(3, 7);
            ReferenceRecall perturbed = ReferenceRecall.exact(memory);
            ReferenceRecall cued = ReferenceRecall.exact(memory);
            for (ReferenceRecall recall : List.of(perturbed, cued)) {
                recall.cue(patterns.row(0));
                recall.step();
                recall.step();
                assertEquals(0, recall.winner(), learning.name());
            }
            perturbed.perturb(noisy);
            cued.cue(noisy);
            assertEquals(noisy, perturbed.state(), learning.name());
            perturbed.step();
            cued.step();
            assertEquals(1, perturbed.winner(), "the third step leads on, " + learning);
            assertEquals(0, cued.winner(), "the first step holds, " + learning);
        }
    }
}
