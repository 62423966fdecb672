package org.mneme.runtime.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

class TrajectoryTest {
    static SequenceMemory memory(Successors successors) {
        return SequenceMemory.of(
                PatternSet.random(successors.count(), 40, 3, 0), successors, new Interaction.Polynomial(3));
    }

    static SequenceMemory timed(Successors successors, int... dwell) {
        Interaction f = new Interaction.Polynomial(10);
        return memory(successors).with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(dwell)), 2.5, f));
    }

    private static List<Integer> path(Trajectory trajectory, int steps) {
        Trajectory.Walk walk = trajectory.walk();
        return IntStream.rangeClosed(0, steps).mapToObj(t -> walk.next()).toList();
    }

    @Test
    void cycleMakesPTransitionsFromTheCue() {
        Trajectory trajectory = new Trajectory(memory(Successors.cycle(4)), 2);

        assertEquals(4, trajectory.steps());
        assertEquals(4, trajectory.patterns(4));
        assertFalse(trajectory.ends());
        assertEquals(List.of(2, 3, 0, 1, 2), path(trajectory, 4));
    }

    @Test
    void chainMakesAsManyTransitionsAsRemainAndCountsTheCue() {
        Trajectory trajectory = new Trajectory(memory(Successors.chain(5)), 1);

        assertEquals(3, trajectory.steps());
        assertEquals(4, trajectory.patterns(3));
        assertTrue(trajectory.ends());
        assertEquals(List.of(1, 2, 3, 4), path(trajectory, 3));
    }

    @Test
    void severalSequencesFollowTheOneThatHoldsTheCue() {
        Successors two = Successors.sequences(6, List.of(Ints.of(0, 1, 2), Ints.of(3, 5, 4)));
        Trajectory trajectory = new Trajectory(memory(two), 3);

        assertEquals(2, trajectory.steps());
        assertEquals(List.of(3, 5, 4), path(trajectory, 2));
    }

    @Test
    void dwellOfTheCueCountsFromStepZero() {
        Trajectory trajectory = new Trajectory(timed(Successors.cycle(3), 3, 1, 4), 0);

        assertEquals(8, trajectory.steps());
        assertEquals(List.of(0, 0, 0, 1, 2, 2, 2, 2, 0), path(trajectory, 8));
        assertEquals(3, trajectory.patterns(8));
        assertEquals(2, trajectory.patterns(7));
        assertEquals(0, trajectory.patterns(2));
    }

    @Test
    void timedChainEndsAsSoonAsItsLastPatternIsReached() {
        Trajectory trajectory = new Trajectory(timed(Successors.chain(3), 2), 0);

        assertEquals(4, trajectory.steps());
        assertEquals(3, trajectory.patterns(4));
        assertEquals(List.of(0, 0, 1, 1, 2), path(trajectory, 4));
    }

    @Test
    void associativeMemoryIsGivenAFewStepsForOnePattern() {
        Trajectory trajectory = new Trajectory(memory(Successors.associative(4)), 3);

        assertTrue(trajectory.settles());
        assertEquals(Trajectory.SETTLING_STEPS, trajectory.steps());
        assertEquals(1, trajectory.patterns(10));
    }

    @Test
    void sequenceThatRunsIntoACycleIsFollowedUntilItRepeats() {
        Trajectory trajectory = new Trajectory(memory(Successors.sequences(3, List.of(Ints.of(0, 1, 2, 1)))), 0);

        assertEquals(3, trajectory.steps());
        assertEquals(3, trajectory.patterns(3));
        assertFalse(trajectory.ends());
    }

    @Test
    void cueWithoutPatternOrSuccessorIsRefused() {
        assertEquals(
                "cue: 4 is not a pattern index in 0…3",
                assertThrows(InvalidValueException.class, () -> new Trajectory(memory(Successors.cycle(4)), 4))
                        .getMessage());
        assertEquals(
                "cue: 3 is not a pattern with a successor, so there is nothing to recall; cue one before it",
                assertThrows(InvalidValueException.class, () -> new Trajectory(memory(Successors.chain(4)), 3))
                        .getMessage());
    }
}
