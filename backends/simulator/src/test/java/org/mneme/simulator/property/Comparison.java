package org.mneme.simulator.property;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mneme.ir.Escape;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;

/** The property itself: spike for spike, state for state, counter for counter, a subject equals a judge. */
public final class Comparison {
    private final Case given;
    private final Run subject;
    private final Run judge;
    private final Predicate<Execution> mayBeIdle;

    private Comparison(Case given, Run subject, Run judge, Predicate<Execution> mayBeIdle) {
        this.given = given;
        this.subject = subject;
        this.judge = judge;
        this.mayBeIdle = mayBeIdle;
    }

    /**
     * Runs a case on both.
     *
     * @param subjectBackend what is judged
     * @param judgeBackend what judges
     * @param given the case
     * @param threads how many the subject is given
     * @return the first difference, if there is any; a subject that throws differs
     */
    public static Optional<String> difference(Backend subjectBackend, Backend judgeBackend, Case given, int threads) {
        return difference(subjectBackend, judgeBackend, given, threads, Execution::idle);
    }

    /**
     * Runs a case on both.
     *
     * @param subjectBackend what is judged
     * @param judgeBackend what judges
     * @param given the case
     * @param threads how many the subject is given
     * @param mayBeIdle says of the judge's execution whether the subject may be idle
     * @return the first difference, if there is any; a subject that throws differs
     */
    public static Optional<String> difference(
            Backend subjectBackend, Backend judgeBackend, Case given, int threads, Predicate<Execution> mayBeIdle) {
        Set<String> recorded = Run.everything(given);
        if (given.executionSeed() % 5 == 0) {
            recorded.remove(given.graph().populations().getFirst().name());
        }
        try (Run judge = new Run(judgeBackend, given, 1, recorded);
                Run subject = new Run(subjectBackend, given, threads, recorded)) {
            return new Comparison(given, subject, judge, mayBeIdle).run();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("threw " + e + " at "
                    + Arrays.stream(e.getStackTrace()).limit(6).toList());
        }
    }

    private Optional<String> run() {
        Schedule schedule = Schedule.of(given);
        if (schedule.allAtOnce()) {
            inject(0, given.ticks());
        }
        for (long stop : schedule.stops()) {
            if (!schedule.allAtOnce()) {
                inject(judge.execution().tick(), stop);
            }
            Optional<String> difference = advance(stop);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return settled();
    }

    private void inject(long from, long until) {
        judge.inject(from, until);
        subject.inject(from, until);
    }

    private Optional<String> advance(long until) {
        Optional<String> difference = firstOf(judge.advance(until), subject.advance(until));
        if (difference.isPresent()) {
            return difference;
        }
        if (!given.noise().isNone() && until % 3 == 0) {
            subject.restart();
        }
        for (Run.Probe probe : Run.probes(given)) {
            double[] expected = judge.state(probe);
            double[] actual = subject.state(probe);
            if (!Arrays.equals(expected, actual)) {
                return Optional.of(probe + " after tick " + (until - 1) + ": expected " + Arrays.toString(expected)
                        + " but was " + Arrays.toString(actual));
            }
        }
        return agree("tick", judge.execution().tick(), subject.execution().tick())
                .or(() -> agree("counters at tick " + until, judge.counters(), subject.counters()))
                .or(() -> subject.execution().idle() && !mayBeIdle.test(judge.execution())
                        ? Optional.of("idle at tick " + until + ", though something can still happen")
                        : Optional.empty());
    }

    /** Once the last spike has had time to arrive, both know whether they are idle. */
    private Optional<String> settled() {
        long after = given.ticks() + given.longestDelay() + 1;
        Optional<String> difference = advance(after);
        boolean alwaysAwake = given.graph().populations().stream()
                .anyMatch(population -> population.model() instanceof Escape escape
                        && escape.hazard() instanceof Escape.Hazard.Exponential);
        if (difference.isPresent() || alwaysAwake || recentSpikes(after)) {
            return difference;
        }
        return agree(
                "idle at tick " + after,
                judge.execution().idle(),
                subject.execution().idle());
    }

    private boolean recentSpikes(long now) {
        return judge.execution().save().spikes().stream().anyMatch(spike -> spike.tick() >= now - given.longestDelay());
    }

    private static Optional<String> agree(String what, Object expected, Object actual) {
        return Objects.equals(expected, actual)
                ? Optional.empty()
                : Optional.of(what + ": expected " + expected + " but was " + actual);
    }

    private static Optional<String> firstOf(List<Run.Fired> expected, List<Run.Fired> actual) {
        for (int k = 0; k < Math.max(expected.size(), actual.size()); k++) {
            Object e = k < expected.size() ? expected.get(k) : "no spike";
            Object a = k < actual.size() ? actual.get(k) : "no spike";
            if (!e.equals(a)) {
                return Optional.of("spike " + k + " since the last stop: expected " + e + " but was " + a);
            }
        }
        return Optional.empty();
    }
}
