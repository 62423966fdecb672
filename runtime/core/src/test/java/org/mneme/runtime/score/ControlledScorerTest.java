package org.mneme.runtime.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;

class ControlledScorerTest {
    private static final PatternSet PATTERNS = PatternSet.random(8, 99, 5, 0);
    private static final SequenceMemory RING =
            SequenceMemory.of(PATTERNS, Successors.cycle(8), new Interaction.Exponential(1));
    private static final SequenceMemory HELD =
            RING.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 2.5, new Interaction.Exponential(1)));

    /** A run told step by step, a state every 3 ticks. */
    private static final class Told {
        private final ControlledScorer scorer;
        private long tick;

        Told(SequenceMemory memory, boolean random) {
            this(memory, random, true);
        }

        Told(SequenceMemory memory, boolean random, boolean silent) {
            this.scorer = new ControlledScorer(memory, false, random, silent, 3);
        }

        Told cue(int pattern) {
            scorer.begin(new SegmentPlan(
                    Segment.Start.CUE, tick, -1, pattern, PATTERNS.row(pattern), false, Optional.empty()));
            return this;
        }

        Told gate(int from, int... open) {
            scorer.begin(new SegmentPlan(
                    Segment.Start.GATE, tick, -1, -1, PATTERNS.row(from), true, Optional.of(Ints.of(open))));
            return this;
        }

        Told tempo(double gain) {
            scorer.tempo(tick, gain);
            return this;
        }

        /** The first is the first state of the stretch. */
        Told sees(int... patterns) {
            for (int k = 0; k < patterns.length; k++) {
                step(k, PATTERNS.row(patterns[k]));
            }
            return this;
        }

        Told goesOn(int... patterns) {
            for (int mu : patterns) {
                step(1, PATTERNS.row(mu));
            }
            return this;
        }

        void step(long step, Signs state) {
            scorer.accept(new RecallStep(step, tick, state, false, -1));
            tick += 3;
        }

        RecallScore cut() {
            return scorer.score(OptionalInt.empty()).recall();
        }

        RecallScore whole() {
            scorer.finish();
            return cut();
        }
    }

    private static Told ring() {
        return new Told(RING, false);
    }

    private static Told held() {
        return new Told(HELD, false);
    }

    @Test
    void cuesInOrderAreRight() {
        RecallScore score = ring().cue(0).sees(0, 1, 2).cue(6).sees(6, 7, 0).cut();

        assertTrue(score.success(), score::summaryLine);
        assertEquals("recall: 6/6 patterns in order, 0 bit errors", score.summaryLine());
        assertEquals(Ints.of(0, 1, 2, 6, 7, 0), score.winners());
    }

    @Test
    void patternOutOfOrderIsWrongAndWhatFollowsDoesNotCount() {
        RecallScore score = ring().cue(0).sees(0, 1, 3, 4).cue(6).sees(6, 7).cut();

        assertEquals(new Mistake.WrongPattern(2, 2, 3), score.mistakes().getFirst());
        assertEquals(2, score.inOrder());
        assertEquals(6, score.expected());
        assertEquals(1, score.orderErrors());
    }

    @Test
    void wrongCueIsWrong() {
        assertEquals(
                new Mistake.WrongPattern(2, 5, 4),
                ring().cue(0).sees(0, 1).cue(5).sees(4, 5).cut().mistakes().getFirst());
    }

    @Test
    void stretchLetRunToItsEndMustShowEverything() {
        assertTrue(ring().cue(0).sees(0, 1, 2, 3, 4, 5, 6, 7, 0).whole().success());

        RecallScore score = ring().cue(0).sees(0, 1, 2).whole();

        assertInstanceOf(Mistake.EndedEarly.class, score.mistakes().getFirst());
        assertEquals(3, score.inOrder());
        assertEquals(9, score.expected());
    }

    @Test
    void openUnitNearestToAClosedPatternAnswers() {
        int best = -1;
        for (int mu : new int[] {1, 4, 6}) {
            best = best < 0 || PATTERNS.overlap(mu, PATTERNS.row(2)) > PATTERNS.overlap(best, PATTERNS.row(2))
                    ? mu
                    : best;
        }
        int answered = (best + 1) % 8;
        int other = (answered + 3) % 8;

        assertTrue(ring().cue(0)
                .sees(0, 1)
                .gate(1, 1, 4, 6)
                .sees(1, 2, answered)
                .cut()
                .success());
        assertFalse(ring().cue(0)
                .sees(0, 1)
                .gate(1, 1, 4, 6)
                .sees(1, 2, other)
                .cut()
                .success());
    }

    @Test
    void nobodyAnswersAClosedPatternOfAThreshold() {
        SequenceMemory threshold =
                SequenceMemory.of(PATTERNS, Successors.cycle(8), new Interaction.Threshold(new BigDecimal("0.9")));

        Told ended = new Told(threshold, false).cue(0).sees(0, 1).gate(1, 4, 5).sees(1);

        ended.scorer.finish();
        ControlledScore score = ended.scorer.score(OptionalInt.empty());
        assertTrue(score.recall().success(), score.recall()::summaryLine);
        assertEquals(1, score.notes().size());
        assertFalse(new Told(threshold, false)
                .cue(0)
                .sees(0, 1)
                .gate(1, 4, 5)
                .sees(1, 2)
                .cut()
                .success());
    }

    @Test
    void openUnitThatFailsByCrosstalkIsWrong() {
        PatternSet near = PatternSet.of(
                List.of(PATTERNS.row(0), PATTERNS.row(0).flip(0, 1, 2), PATTERNS.row(2), PATTERNS.row(3)));
        SequenceMemory crosstalk =
                SequenceMemory.of(near, Successors.chain(4), new Interaction.Threshold(new BigDecimal("0.9")));
        ControlledScorer scorer = new ControlledScorer(crosstalk, false, false, true, 3);
        scorer.begin(new SegmentPlan(Segment.Start.MOTIF, 0, 0, 0, near.row(0), false, Optional.of(Ints.of(0, 1, 2))));
        ThreeValuedRecall recall = new ThreeValuedRecall(crosstalk);
        recall.open(Ints.of(0, 1, 2));
        recall.cue(near.row(0));
        for (int step = 0; step < 3; step++) {
            scorer.accept(new RecallStep(step, 3L * step, recall.state(), false, -1));
            recall.step();
        }
        scorer.finish();
        RecallScore score = scorer.score(OptionalInt.empty()).recall();

        assertEquals(4, score.expected());
        assertFalse(score.success(), score::summaryLine);
    }

    @Test
    void patternThatIsItsOwnSuccessorIsSeenOnce() {
        SequenceMemory associative =
                SequenceMemory.of(PATTERNS, Successors.associative(8), new Interaction.Exponential(1));
        Told settled = new Told(associative, false)
                .cue(2)
                .sees(2, 2, 2)
                .gate(2, 1, 2, 3)
                .sees(2, 2)
                .cue(5)
                .sees(5, 5, 5);

        ControlledScore score = settled.scorer.score(OptionalInt.empty());
        assertEquals(
                "recall: 2/2 patterns in order, 0 bit errors", score.recall().summaryLine());
        assertEquals(List.of(), score.notes());
        assertFalse(new Told(associative, false).cue(2).sees(2, 2, 4).cut().success());
    }

    @Test
    void whatAnOpenUnitAnswersDependsOnTheTempo() {
        Told fast = held().tempo(2);
        fast.scorer.begin(
                new SegmentPlan(Segment.Start.CUE, 0, -1, 2, PATTERNS.row(2), false, Optional.of(Ints.of(4))));
        fast.sees(2, 5);

        assertTrue(fast.scorer.complete());
    }

    @Test
    void dwellIsJudgedAtTheTempoItWasHeldAt() {
        assertTrue(
                held().cue(0).tempo(0.5).sees(0, 0, 0, 0, 1, 1, 1, 1, 2).cut().success());
        assertTrue(held().cue(0).tempo(2).sees(0, 1, 2, 3).cut().success());
        assertTrue(held().cue(0).sees(0, 0, 1, 1, 2).cut().success());
        assertInstanceOf(
                Mistake.WrongDwell.class,
                held().cue(0).tempo(0.5).sees(0, 0, 1, 1, 2).cut().mistakes().getFirst());
        assertInstanceOf(
                Mistake.WrongDwell.class,
                held().cue(0).sees(0, 1, 2, 3).cut().mistakes().getFirst());
    }

    @Test
    void pausedPatternMayBeHeldForAnyTime() {
        Told paused = held().cue(0).sees(0, 0, 1).tempo(0).goesOn(1, 1, 1, 1, 1, 1, 1);

        assertTrue(paused.tempo(1).goesOn(1, 2, 2, 3).cut().success());
    }

    @Test
    void patternSkippedByAPauseIsWrong() {
        Told paused = held().cue(0).sees(0, 0, 1).tempo(0).goesOn(1, 1, 1);

        assertInstanceOf(
                Mistake.WrongPattern.class,
                paused.tempo(1).goesOn(1, 3, 3, 4).cut().mistakes().getFirst());
    }

    @Test
    void dwellThatIsDrawnIsNotJudged() {
        assertTrue(new Told(HELD, true).cue(0).sees(0, 1, 1, 1, 1, 2, 3).cut().success());
    }

    @Test
    void recallThatFallsSilentBeforeTheNextCueHasEndedEarly() {
        Told silent = ring().cue(0).sees(0, 1, 2);
        silent.tick += 100_000;

        assertInstanceOf(
                Mistake.EndedEarly.class,
                silent.cue(4).sees(4, 5).cut().mistakes().getFirst());
    }

    @Test
    void whatComesAfterAChainIsJudgedWhereSilenceIsPromised() {
        SequenceMemory chain = SequenceMemory.of(PATTERNS, Successors.chain(8), new Interaction.Exponential(1));

        assertTrue(new Told(chain, false, false)
                .cue(6)
                .sees(6, 7, 3, 1)
                .cue(0)
                .sees(0, 1)
                .cut()
                .success());
        assertEquals(
                new Mistake.WrongPattern(2, -1, 3),
                new Told(chain, false).cue(6).sees(6, 7, 3, 1).cut().mistakes().getFirst());
    }

    /** The ring's patterns 0 to 2 as a motif. */
    private static Told motif(SequenceMemory memory) {
        Told told = new Told(memory, false);
        told.scorer.begin(new SegmentPlan(
                Segment.Start.MOTIF,
                0,
                0,
                0,
                PATTERNS.row(0),
                false,
                Optional.of(Ints.of(0, 1, 2)),
                OptionalInt.of(3)));
        return told;
    }

    @Test
    void motifHasShownAllWhenItsLastPatternIsSeen() {
        Told played = motif(HELD).sees(0, 0, 1, 1);
        assertFalse(played.scorer.complete());
        played.goesOn(2);
        assertTrue(played.scorer.complete());
        played.goesOn(2);

        assertEquals(
                "recall: 3/3 patterns in order, 0 bit errors", played.whole().summaryLine());
    }

    @Test
    void patternThatShowsAfterTheLastOfAMotifIsWrong() {
        RecallScore score = motif(HELD).sees(0, 0, 1, 1, 2, 2, 3).whole();

        assertEquals(List.of(new Mistake.WrongPattern(6, -1, 3)), score.mistakes());
        assertFalse(score.success());
    }

    @Test
    void lastPatternOfAMotifThatIsLeftEarlyIsHeldTooShort() {
        RecallScore score = motif(HELD).sees(0, 0, 1, 1, 2, 3).whole();

        assertEquals(new Mistake.WrongDwell(4, 2, 2, 1), score.mistakes().get(1));
    }

    @Test
    void motifWithoutItsLastPatternEndsEarly() {
        RecallScore score = motif(RING).sees(0, 1).whole();

        assertEquals(List.of(new Mistake.EndedEarly(1, 3, 2)), score.mistakes());
    }

    @Test
    void unplayedMotifsAreMissing() {
        RecallScore score =
                ring().cue(0).sees(0, 1).scorer.score(OptionalInt.of(4)).recall();

        assertEquals(2, score.inOrder());
        assertEquals(6, score.expected());
        assertFalse(score.success());
    }

    @Test
    void wrongBitsOfTheFirstStateDoNotCount() {
        Told noisy = ring();
        noisy.scorer.begin(
                new SegmentPlan(Segment.Start.CUE, 0, -1, 0, PATTERNS.row(0).flip(0, 1), true, Optional.empty()));
        noisy.step(0, PATTERNS.row(0).flip(0, 1));
        noisy.step(1, PATTERNS.row(1));
        assertEquals(0, noisy.cut().bitErrors());

        Told other = ring().cue(0).sees(0);
        other.step(1, PATTERNS.row(1).flip(3, 4, 5));
        RecallScore score = other.cut();
        assertEquals(3, score.bitErrors());
        assertEquals(List.of(new Mistake.WrongBits(1, 1, 3)), score.mistakes());
    }
}
