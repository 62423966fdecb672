package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

class DrawTest {
    private static final List<Network> NETWORKS = List.of(
            Networks.polynomial(2), Networks.EXPONENTIAL, Networks.THRESHOLD, Networks.PSEUDOINVERSE, Networks.MIXED);

    private static CapacityQuestion question(Network network, int features, Measure measure, int sequences) {
        return new CapacityQuestion(network, features, 0, measure, Procedure.DESCENT, sequences);
    }

    /** Steps from ξ^1 until a bit is flipped; P − 1 where none is. */
    private static int cleanSteps(Network network, PatternSet patterns) {
        SequenceMemory memory = network.memory(patterns, Successors.chain(patterns.count()));
        ReferenceRecall recall = ReferenceRecall.exact(memory);
        recall.cue(patterns.row(0));
        for (int step = 1; step < patterns.count(); step++) {
            recall.step();
            if (!recall.state().equals(patterns.row(step))) {
                return step - 1;
            }
        }
        return patterns.count() - 1;
    }

    @Test
    void runOfASequenceFailsWhereItsFirstTransitionDoes() {
        Set<Boolean> seen = new HashSet<>();
        for (Network network : NETWORKS) {
            for (int seed = 0; seed < 60; seed++) {
                int patterns = 3 + seed % 17;
                int drawn = seed;
                Draw draw = new Draw(question(network, 16, Measure.SEQUENCE, 1), patterns, s -> drawn, words -> {});

                int clean = cleanSteps(network, PatternSet.random(patterns, 16, drawn, 0));

                assertEquals(clean, draw.firstFailing(0, patterns - 1L), network.label() + ", seed " + seed);
                seen.add(clean == patterns - 1);
            }
        }
        assertEquals(2, seen.size(), "both clean and failing runs were seen");
    }

    @Test
    void sequencesSideBySideAreTestedOneAfterTheOther() {
        int patterns = 9;
        for (int seed = 0; seed < 40; seed++) {
            int drawn = 100 * seed;
            Draw draw = new Draw(
                    question(Networks.polynomial(2), 16, Measure.SEQUENCE, 3), patterns, s -> drawn + s, words -> {});
            long expected = 3L * (patterns - 1);
            for (int s = 2; s >= 0; s--) {
                int clean = cleanSteps(Networks.polynomial(2), PatternSet.random(patterns, 16, drawn + s, 0));
                expected = clean < patterns - 1 ? (long) s * (patterns - 1) + clean : expected;
            }

            assertEquals(3L * (patterns - 1), draw.transitions());
            assertEquals(expected, draw.firstFailing(0, draw.transitions()), "seed " + seed);
        }
    }

    @Test
    void onePatternIsCleanInEveryNetwork() {
        for (Network network : NETWORKS) {
            Draw cycle = new Draw(question(network, 20, Measure.TRANSITION, 1), 1, s -> 3, words -> {});
            Draw chain = new Draw(question(network, 20, Measure.SEQUENCE, 1), 1, s -> 3, words -> {});

            assertEquals(1, cycle.firstFailing(0, cycle.transitions()), network.label());
            assertEquals(0, chain.transitions());
            assertEquals(0, chain.firstFailing(0, 0));
        }
    }

    @Test
    void watchIsToldWhatWasReadAndMayEndTheCheck() {
        CapacityQuestion question = question(Networks.LINEAR, 65, Measure.TRANSITION, 1);
        long[] read = {0};
        Draw draw = new Draw(question, 40, s -> 3, words -> read[0] += words);

        long failing = draw.firstFailing(0, 40);

        assertTrue(failing < 40);
        assertEquals((failing + 1) * 40 * 2, read[0], "2 words a pattern, up to the flip");
        Draw stopped = new Draw(question, 40, s -> 3, words -> {
            throw new CancellationException();
        });
        assertThrows(CancellationException.class, () -> stopped.firstFailing(0, 40));
    }

    @Test
    void eachDrawHasItsOwnSeed() {
        CapacityQuestion question = question(Networks.polynomial(2), 16, Measure.SEQUENCE, 3);
        Set<Long> seeds = new HashSet<>();
        for (CapacityQuestion asked : List.of(
                question,
                question.withBias(0.1),
                question(Networks.polynomial(3), 16, Measure.SEQUENCE, 3),
                question(Networks.polynomial(2), 17, Measure.SEQUENCE, 3),
                question(Networks.polynomial(2), 16, Measure.SEQUENCE, 2),
                question(Networks.polynomial(2), 16, Measure.TRANSITION, 1))) {
            for (long seed = 0; seed < 3; seed++) {
                DrawSeeds of = new DrawSeeds(asked, seed);
                for (int trial = -1; trial < 5; trial++) {
                    for (int index = 0; index < 20; index++) {
                        for (int sequence = 0; sequence < 3; sequence++) {
                            assertTrue(seeds.add(of.of(trial, index, sequence)));
                        }
                    }
                }
            }
        }
        assertEquals(
                new DrawSeeds(question, 1).of(2, 3, 0),
                new DrawSeeds(question.with(Procedure.BISECTION), 1).of(2, 3, 0),
                "both procedures test the same draws");
        assertNotEquals(new DrawSeeds(question, 1).of(2, 3, 0), new DrawSeeds(question, 1).of(3, 2, 0));
    }
}
