package org.mneme.runtime.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

class RecallScorerTest {
    private static final SequenceMemory CYCLE = TrajectoryTest.memory(Successors.cycle(5));
    private static final SequenceMemory CHAIN = TrajectoryTest.memory(Successors.chain(5));
    private static final SequenceMemory HELD = TrajectoryTest.timed(Successors.cycle(5), 3);

    private static RecallScore score(SequenceMemory memory, int cue, int planned, List<Signs> states) {
        RecallScorer scorer = new RecallScorer(memory, new Trajectory(memory, cue), planned, true);
        states.forEach(state -> scorer.accept(state, false));
        return scorer.score(planned);
    }

    private static List<Signs> states(SequenceMemory memory, int... patterns) {
        return Arrays.stream(patterns).mapToObj(memory.patterns()::row).toList();
    }

    private static List<Signs> replaced(List<Signs> states, int t, Signs state) {
        return IntStream.range(0, states.size())
                .mapToObj(k -> k == t ? state : states.get(k))
                .toList();
    }

    private static void assertFirst(Mistake expected, RecallScore score) {
        assertFalse(score.success());
        assertEquals(expected, score.mistakes().getFirst());
    }

    @Test
    void rightCycleHasNoMistake() {
        RecallScore score = score(CYCLE, 0, 5, states(CYCLE, 0, 1, 2, 3, 4, 0));

        assertTrue(score.success());
        assertEquals("recall: 5/5 patterns in order, 0 bit errors", score.summaryLine());
        assertEquals(Ints.of(0, 1, 2, 3, 4, 0), score.winners());
        assertEquals(Ints.of(0, 1, 2, 3, 4, 0), score.visited());
        assertEquals(Ints.of(1, 1, 1, 1, 1), score.dwell());
        assertEquals(List.of(), score.mistakes());
        assertEquals(1.0, score.overlaps().of(3, 3));
    }

    @Test
    void rightChainCountsTheCueToo() {
        RecallScore score = score(CHAIN, 0, 4, states(CHAIN, 0, 1, 2, 3, 4));

        assertTrue(score.success());
        assertEquals("recall: 5/5 patterns in order, 0 bit errors", score.summaryLine());
    }

    @Test
    void oneFlippedBitIsCountedOnceAndNamed() {
        List<Signs> right = states(CYCLE, 0, 1, 2, 3, 4, 0);

        RecallScore score = score(CYCLE, 0, 5, replaced(right, 3, right.get(3).flip(17)));

        assertEquals("recall: 5/5 patterns in order, 1 bit error", score.summaryLine());
        assertFirst(new Mistake.WrongBits(3, 3, 1), score);
        assertEquals(
                "pattern 3 has 1 wrong bit at step 3",
                score.mistakes().getFirst().sentence());
    }

    @Test
    void noiseOfTheCueIsNotHeldAgainstTheRecall() {
        List<Signs> right = states(CYCLE, 0, 1, 2, 3, 4, 0);

        assertTrue(score(CYCLE, 0, 5, replaced(right, 0, right.getFirst().flip(1, 2, 3)))
                .success());
    }

    @Test
    void unknownFeatureIsAWrongBitAndAnUnknownOne() {
        List<Signs> right = states(CYCLE, 0, 1, 2, 3, 4, 0);
        Signs hidden = Signs.parse("0" + right.get(2).toString().substring(1));

        RecallScore score = score(CYCLE, 0, 5, replaced(right, 2, hidden));

        assertEquals(1, score.bitErrors());
        assertEquals(1, score.unknownBits());
        assertFalse(score.success());
    }

    @Test
    void wrongOrderIsFoundWhereItBegins() {
        RecallScore score = score(CYCLE, 0, 5, states(CYCLE, 0, 1, 2, 4, 0, 1));

        assertEquals(2, score.inOrder());
        assertEquals(1, score.orderErrors());
        assertTrue(score.bitErrors() > 0);
        assertFirst(new Mistake.WrongPattern(3, 3, 4), score);
        assertEquals(
                "the order is lost at step 3: expected pattern 3, found pattern 4",
                score.mistakes().getFirst().sentence());
    }

    @Test
    void networkThatStaysWhereItIsIsOutOfOrderAtEachStep() {
        RecallScore score = score(CYCLE, 0, 5, states(CYCLE, 0, 0, 0, 0, 0, 0));

        assertEquals(0, score.inOrder());
        assertEquals(5, score.orderErrors());
        assertEquals(Ints.of(0), score.visited());
        assertFirst(new Mistake.WrongPattern(1, 1, 0), score);
    }

    @Test
    void statesWithoutKnownFeaturesHaveNoWinner() {
        Signs nothing = Signs.zeros(40);

        RecallScore score = score(CYCLE, 0, 3, List.of(CYCLE.patterns().row(0), nothing, nothing, nothing));

        assertEquals(Ints.of(0, -1, -1, -1), score.winners());
        assertEquals(0, score.inOrder());
        assertEquals(3, score.orderErrors());
        assertEquals(120, score.unknownBits());
        assertEquals(120, score.bitErrors());
    }

    @Test
    void recallThatEndsEarlySaysSo() {
        RecallScore score = score(CYCLE, 0, 5, states(CYCLE, 0, 1, 2));

        assertEquals("recall: 2/5 patterns in order, 0 bit errors", score.summaryLine());
        assertFirst(new Mistake.EndedEarly(2, 5, 2), score);
    }

    @Test
    void chainWhoseCueLooksLikeAnotherPatternIsOutOfOrderFromTheStart() {
        RecallScore score = score(CHAIN, 0, 4, states(CHAIN, 3, 1, 2, 3, 4));

        assertEquals(0, score.inOrder());
        assertFirst(new Mistake.WrongPattern(0, 0, 3), score);
    }

    @Test
    void twinPatternsAreTakenForTheOneExpected() {
        PatternSet single = PatternSet.random(4, 40, 9, 0);
        PatternSet twins =
                PatternSet.of(List.of(single.row(0), single.row(1), single.row(2), single.row(1), single.row(3)));
        SequenceMemory memory = SequenceMemory.of(twins, Successors.cycle(5), new Interaction.Polynomial(3));
        List<Signs> right = states(memory, 0, 1, 2, 3, 4, 0);

        assertEquals(Ints.of(0, 1, 2, 3, 4, 0), score(memory, 0, 5, right).winners());
        assertTrue(score(memory, 0, 5, right).success());
        RecallScore noisy = score(memory, 0, 5, replaced(right, 3, right.get(3).flip(5)));
        assertEquals(Ints.of(0, 1, 2, 3, 4, 0), noisy.winners());
        assertFirst(new Mistake.WrongBits(3, 3, 1), noisy);
    }

    @Test
    void rightTimingHasNoMistakeAndLeavesOutTheVisitCutOff() {
        RecallScore score = score(HELD, 0, 15, states(HELD, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 0));

        assertTrue(score.success());
        assertEquals(5, score.expected());
        assertEquals(Ints.of(3, 3, 3, 3, 3), score.dwell());
        assertEquals(Ints.of(0, 1, 2, 3, 4, 0), score.visited());
    }

    @Test
    void shortDwellIsATimingErrorAndNoOrderError() {
        RecallScore score = score(HELD, 0, 15, states(HELD, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 0, 0, 1, 1, 2, 2));

        assertEquals(5, score.inOrder());
        assertEquals(0, score.orderErrors());
        assertEquals(7, score.timingErrors());
        assertFirst(new Mistake.WrongDwell(1, 0, 3, 2), score);
        assertEquals("recall: 5/5 patterns in order, 0 bit errors, 7 timing errors", score.summaryLine());
        assertEquals(
                "pattern 0 is held 2 steps instead of 3, until step 1",
                score.mistakes().getFirst().sentence());
    }

    @Test
    void wrongOrderWithTimingComesBeforeTheDwell() {
        RecallScore score = score(HELD, 0, 8, states(HELD, 0, 0, 0, 1, 1, 3, 3, 3, 4));

        assertEquals(1, score.orderErrors());
        assertEquals(1, score.timingErrors());
        assertEquals(List.of(new Mistake.WrongPattern(5, 2, 3), new Mistake.WrongDwell(4, 1, 3, 2)), score.mistakes());
    }

    @Test
    void patternThatIsNeverLeftIsOutOfOrderToo() {
        RecallScore score = score(HELD, 0, 8, states(HELD, 0, 0, 0, 1, 1, 1, 1, 1, 1));

        assertEquals(1, score.inOrder());
        assertEquals(1, score.orderErrors());
        assertEquals(1, score.timingErrors());
    }

    @Test
    void dwellOfANoisyCueIsNotJudged() {
        RecallScorer scorer = new RecallScorer(HELD, new Trajectory(HELD, 0), 7, false);
        states(HELD, 0, 0, 0, 0, 1, 1, 1, 2).forEach(state -> scorer.accept(state, false));

        RecallScore score = scorer.score(7);

        assertEquals(0, score.timingErrors());
        assertEquals(2, score.inOrder());
        assertTrue(score.success());
    }

    @Test
    void bitErrorsWithTimingAreTakenAgainstTheNearestPattern() {
        List<Signs> early = states(HELD, 0, 0, 1, 1, 1);

        assertEquals(0, score(HELD, 0, 4, early).bitErrors());
        assertEquals(
                2,
                score(HELD, 0, 4, replaced(early, 2, early.get(2).flip(3, 4))).bitErrors());
    }

    @Test
    void twinsInATimedSequenceAreToldApartByTime() {
        PatternSet single = PatternSet.random(3, 40, 9, 0);
        PatternSet twins = PatternSet.of(List.of(single.row(0), single.row(1), single.row(1), single.row(2)));
        SequenceMemory memory = HELD;
        memory = new SequenceMemory(
                twins,
                Successors.cycle(4),
                memory.interaction(),
                memory.selfCoupling(),
                memory.learning(),
                memory.timing());

        RecallScore score = score(memory, 0, 12, states(memory, 0, 0, 0, 1, 1, 1, 1, 1, 1, 3, 3, 3, 0));

        assertEquals(Ints.of(0, 1, 2, 3, 0), score.visited());
        assertTrue(score.success());
    }

    @Test
    void associativeMemoryIsJudgedByTheStateItSettlesOn() {
        SequenceMemory memory = TrajectoryTest.memory(Successors.associative(5));
        Signs stored = memory.patterns().row(2);
        List<Signs> settling = List.of(stored.flip(1, 2, 3), stored.flip(1), stored, stored);

        assertEquals(
                "recall: 1/1 patterns in order, 0 bit errors",
                score(memory, 2, 3, settling).summaryLine());
        assertTrue(score(memory, 2, 3, settling).success());
        assertFirst(new Mistake.WrongBits(3, 2, 1), score(memory, 2, 3, replaced(settling, 3, stored.flip(9))));
        assertFirst(
                new Mistake.WrongPattern(3, 2, 4),
                score(memory, 2, 3, replaced(settling, 3, memory.patterns().row(4))));
        assertFirst(new Mistake.EndedEarly(2, 1, 0), score(memory, 2, 3, settling.subList(0, 3)));
    }

    @Test
    void silentAssociativeMemoryHasNotRecalledItsCue() {
        SequenceMemory memory = TrajectoryTest.memory(Successors.associative(5));
        RecallScorer scorer = new RecallScorer(memory, new Trajectory(memory, 2), 1, true);
        scorer.accept(memory.patterns().row(2), false);
        scorer.accept(memory.patterns().row(2), true);

        RecallScore score = scorer.score(1);

        assertEquals(0, score.inOrder());
        assertEquals(1, score.silentSteps());
        assertFirst(new Mistake.Silent(1, 2), score);
    }

    @Test
    void featuresThatADilutedPatternLeavesOpenDoNotCount() {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.of(List.of(Signs.parse("++++0000"), Signs.parse("0000--++"))),
                Successors.cycle(2),
                new Interaction.Linear());

        RecallScore score =
                score(memory, 0, 2, List.of(Signs.parse("++++0000"), Signs.parse("++++--++"), Signs.parse("++++--++")));

        assertEquals(0, score.bitErrors());
        assertEquals(Ints.of(0, 1, 0), score.winners());
        assertTrue(score.success());
    }

    @Test
    void winnerIsTheLargestOverlapForRandomStates() {
        for (long seed = 0; seed < 50; seed++) {
            PatternSet patterns = PatternSet.random(9, 70, seed, 0);
            Signs state = PatternSet.random(1, 70, seed + 1000, 0).row(0);
            int best = 0;
            for (int mu = 1; mu < 9; mu++) {
                best = state.overlap(patterns.row(mu)) > state.overlap(patterns.row(best)) ? mu : best;
            }
            assertEquals(best, new StoredPatterns(patterns).winner(state, (best + 1) % 9), "seed " + seed);
        }
    }

    @Test
    void overlapsOfAllPatternsAreKeptOnlyWhileTheyAreFew() {
        assertTrue(score(CYCLE, 0, 5, states(CYCLE, 0, 1)).overlaps().all().isPresent());
        assertTrue(
                score(CYCLE, 0, 400_000, states(CYCLE, 0, 1)).overlaps().all().isEmpty());
        assertEquals(
                Ints.of(40, 40),
                score(CYCLE, 0, 400_000, states(CYCLE, 0, 1)).overlaps().expected());
    }
}
