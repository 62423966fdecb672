package org.mneme.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.recall.TransitionCheck.Flip;

class TransitionCheckTest {
    private static final int CASES = 700;

    @Test
    void everyTransitionEqualsThePlainCheck() {
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = RandomMemories.any(random);
            TransitionCheck check = TransitionCheck.of(memory, 1 + random.nextInt(2));
            TransitionCheck plain = TransitionCheck.plain(memory);
            int from = random.nextInt(memory.count());
            int to = Math.min(memory.count(), from + 12);
            for (int mu = from; mu < to; mu++) {
                Optional<Flip> flip = plain.firstFlip(mu, mu + 1);
                assertEquals(flip, check.firstFlip(mu, mu + 1), "seed " + seed + ", " + memory);
                seen.add(flip.isPresent() ? "flip" : "clean");
            }
            seen.add(memory.interaction().getClass().getSimpleName() + " " + memory.selfCoupling());
            seen.add(memory.learning() + " " + memory.timing().getClass().getSimpleName());
            seen.add(memory.patterns().mask().isPresent() ? "diluted" : "dense");
            seen.add(memory.features() % 2 == 0 ? "even" : "odd");
            seen.add(memory.features() > 64 ? "two words" : "one word");
        }
        Set<String> all =
                new TreeSet<>(Set.of("flip", "clean", "diluted", "dense", "even", "odd", "two words", "one word"));
        for (Class<?> f : Interaction.class.getPermittedSubclasses()) {
            all.add(f.getSimpleName() + " " + SelfCoupling.INCLUDED);
            all.add(f.getSimpleName() + " " + SelfCoupling.EXCLUDED);
        }
        for (Learning learning : Learning.values()) {
            all.add(learning + " " + Timing.OneStep.class.getSimpleName());
            all.add(learning + " " + Timing.Mixed.class.getSimpleName());
        }
        assertEquals(all, seen);
    }

    @Test
    void aRunEqualsItsTransitionsWhateverTheNumberOfThreads() {
        int failing = 0;
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = RandomMemories.any(random);
            int from = random.nextInt(memory.count() + 1);
            int to = Math.min(memory.count(), from + random.nextInt(80));
            TransitionCheck plain = TransitionCheck.plain(memory);
            for (int threads = 1; threads <= 3; threads++) {
                TransitionCheck check = TransitionCheck.of(memory, threads);
                assertEquals(
                        plain.failing(from, to), check.failing(from, to), "seed " + seed + ", " + threads + " threads");
                assertEquals(
                        plain.firstFlip(from, to),
                        check.firstFlip(from, to),
                        "seed " + seed + ", " + threads + " threads");
            }
            failing += plain.failing(from, to);
        }
        assertTrue(failing > 100, failing + " failing");
    }

    @Test
    void copiesOfAFewPatternsEqualThePlainCheck() {
        int failing = 0;
        for (int seed = 0; seed < 300; seed++) {
            SequenceMemory memory = RandomMemories.copies(new SplittableRandom(seed));
            TransitionCheck check = TransitionCheck.of(memory);
            TransitionCheck plain = TransitionCheck.plain(memory);
            int count = Math.min(20, memory.count());
            for (int mu = 0; mu < count; mu++) {
                assertEquals(plain.firstFlip(mu, mu + 1), check.firstFlip(mu, mu + 1), "seed " + seed + ", " + memory);
            }
            assertEquals(plain.failing(0, count), check.failing(0, count), "seed " + seed + ", " + memory);
            failing += plain.failing(0, count);
        }
        assertTrue(failing > 100, failing + " failing");
    }

    @Test
    void severalChunksOfPatternsEqualThePlainCheck() {
        for (int seed = 0; seed < 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int count = 65_537 + random.nextInt(70_000);
            SequenceMemory memory = random(count, 20 + random.nextInt(60), 2 + seed, 0.05 * seed)
                    .with(seed % 2 == 0 ? SelfCoupling.EXCLUDED : SelfCoupling.INCLUDED);
            int from = random.nextInt(count - 20);
            TransitionCheck plain = TransitionCheck.plain(memory);
            TransitionCheck check = TransitionCheck.of(memory);
            assertEquals(plain.failing(from, from + 20), check.failing(from, from + 20), "seed " + seed);
            for (int mu = from; mu < from + 20; mu++) {
                assertEquals(plain.firstFlip(mu, mu + 1), check.firstFlip(mu, mu + 1), "seed " + seed + ", μ = " + mu);
            }
        }
    }

    @Test
    void manyPatternsEqualThePlainCheck() {
        for (int degree = 1; degree <= 4; degree++) {
            for (SelfCoupling coupling : SelfCoupling.values()) {
                SequenceMemory memory = random(5000 + degree, 40 + 13 * degree, degree, degree * 0.05)
                        .with(coupling);
                int failing = TransitionCheck.plain(memory).failing(100, 112);
                assertEquals(
                        failing, TransitionCheck.of(memory).failing(100, 112), "degree " + degree + " " + coupling);
            }
        }
    }

    @Test
    void largeNetworksOfHighDegreeEqualThePlainCheck() {
        for (int degree : new int[] {9, 30, 64}) {
            SequenceMemory memory = random(400, 701, degree, 0.6);
            for (SelfCoupling coupling : SelfCoupling.values()) {
                SequenceMemory coupled = memory.with(coupling);
                int failing = TransitionCheck.plain(coupled).failing(0, 6);
                assertEquals(failing, TransitionCheck.of(coupled).failing(0, 6), "degree " + degree + " " + coupling);
            }
        }
    }

    @Test
    void aCopyOfAPatternThatEndsIsNotLeft() {
        PatternSet patterns = PatternSet.random(3, 20, 1, 0);
        PatternSet copied = PatternSet.of(List.of(patterns.row(0), patterns.row(1), patterns.row(0), patterns.row(2)));
        SequenceMemory memory =
                SequenceMemory.of(copied, new Successors(Ints.of(-1, 2, 3, 1)), new Interaction.Polynomial(3));
        assertEquals(
                TransitionCheck.plain(memory).firstFlip(2, 3),
                TransitionCheck.of(memory).firstFlip(2, 3));
        assertTrue(TransitionCheck.of(memory).firstFlip(2, 3).isPresent());
        assertEquals(Optional.empty(), TransitionCheck.of(memory).firstFlip(0, 1));
    }

    @Test
    void noThreadIsRefused() {
        SequenceMemory memory = random(4, 10, 2, 0);
        assertThrows(InvalidValueException.class, () -> TransitionCheck.of(memory, 0));
    }

    private static SequenceMemory random(int patterns, int units, int degree, double bias) {
        return SequenceMemory.of(
                PatternSet.random(patterns, units, patterns, bias),
                Successors.cycle(patterns),
                new Interaction.Polynomial(degree));
    }
}
