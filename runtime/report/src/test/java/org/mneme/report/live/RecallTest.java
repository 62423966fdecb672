package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.model.Successors;
import org.mneme.report.watch.WatchReplay;
import org.mneme.report.watch.WatchStep;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.result.RunResult;

/** Recalls driven by ticks alone, without a clock. */
final class RecallTest {
    private static final int TICKS = 600;

    /** What a step showed, its number apart. */
    private record Seen(long tick, int winner, String state, boolean begins) {
        static Seen of(WatchStep step) {
            return new Seen(
                    step.tick(),
                    step.winner(),
                    step.state().map(Object::toString).orElse(""),
                    step.begins());
        }
    }

    /** A recall that has been driven, and what it showed. */
    private record Driven(Recall recall, List<WatchStep> steps, List<Recall.Stand> stands) {
        Story story() {
            return recall.steering().story();
        }
    }

    private static Driven drive(LiveMemory memory, Map<Long, List<Ask>> asks, int longest, long until) {
        Feed feed = new Feed();
        SplittableRandom random = new SplittableRandom(longest);
        List<Recall.Stand> stands = new ArrayList<>();
        try (Recall recall = new Recall(memory, feed)) {
            recall.open();
            TreeMap<Long, List<Ask>> left = new TreeMap<>(asks);
            while (recall.tick() < until && !stands.contains(Recall.Stand.ENDED)) {
                while (!left.isEmpty() && left.firstKey() <= recall.tick()) {
                    left.pollFirstEntry().getValue().forEach(ask -> tell(recall.steering(), ask));
                }
                long stop = left.isEmpty() ? until : Math.min(until, left.firstKey());
                long chunk = Math.min(1 + random.nextInt(longest), stop - recall.tick());
                stands.add(recall.advance(chunk));
            }
            recall.watching().publish();
            Feed.Part part = feed.read(0, Feed.SIZE);
            assertEquals(part.next(), part.frames().size(), "frames kept");
            List<WatchStep> steps = part.frames().stream()
                    .flatMap(frame -> frame.steps().stream())
                    .toList();
            return new Driven(recall, steps, stands);
        }
    }

    private static void tell(Steering steering, Ask ask) {
        switch (ask) {
            case Ask.Tempo tempo -> steering.tempo(tempo.gain());
            case Ask.Gate gate -> steering.gate(gate.motif());
            case Ask.Lesion lesion -> steering.lesion(lesion.fraction());
            case Ask.Cue cue -> steering.cue(cue.pattern(), cue.noise());
            default -> throw new AssertionError(ask);
        }
    }

    private static Map<Long, List<Ask>> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, List<Ask>> asks = new TreeMap<>();
        for (int k = 0; k < 12; k++) {
            Ask ask = switch (random.nextInt(4)) {
                case 0 -> new Ask.Tempo(random.nextInt(33) / 16.0);
                case 1 -> new Ask.Gate(random.nextInt(4) - 1);
                case 2 -> new Ask.Lesion(random.nextInt(6) / 12.0);
                default ->
                    new Ask.Cue(
                            OptionalInt.of(random.nextInt(-1, Samples.PATTERNS)),
                            OptionalDouble.of(random.nextInt(4) / 10.0));
            };
            asks.computeIfAbsent(1L + random.nextInt(TICKS - 60), _ -> new ArrayList<>())
                    .add(ask);
        }
        asks.computeIfAbsent(TICKS - 50L, _ -> new ArrayList<>()).add(new Ask.Tempo(1));
        return asks;
    }

    private static List<Seen> seen(List<WatchStep> steps) {
        return steps.stream().map(Seen::of).toList();
    }

    /** What the same run shows when nobody watches. */
    private static RunResult rerun(LiveMemory memory, Story story) {
        return ExperimentRun.run(
                memory.experiment(), memory.lowered(), memory.rerun("simulator", story), (done, total) -> true);
    }

    private static void assertRerunShowsTheSame(LiveMemory memory, Driven driven, String what) {
        Story story = driven.story();
        List<Seen> again =
                seen(WatchReplay.of(rerun(memory, story)).orElseThrow().chunk().steps());
        List<Seen> live = seen(driven.steps());
        assertTrue(story.steps() > 0, what);
        assertTrue(again.size() <= live.size(), () -> what + ": " + again.size() + " of " + live.size());
        for (int k = 0; k < again.size(); k++) {
            assertEquals(live.get(k), again.get(k), what + ", step " + k + " of " + live.size());
        }
        long counted = again.stream().filter(step -> !step.begins()).count();
        assertEquals(story.steps(), counted, what);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sameAsksAtTheSameTicksShowTheSame(long seed) {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast().seeded(seed));
        Map<Long, List<Ask>> asks = random(seed);
        Driven one = drive(memory, asks, 1, TICKS);
        Driven other = drive(memory, asks, 9, TICKS);

        assertTrue(one.steps().size() > 30, () -> one.steps().size() + " steps");
        assertEquals(one.story(), other.story(), "seed " + seed);
        assertTrue(one.steps().equals(other.steps()), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void rerunOfWhatWasToldShowsTheSame(long seed) {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast().seeded(seed));
        Driven driven = drive(memory, random(seed), 7, TICKS);

        assertTrue(driven.story().events().size() > 3);
        assertRerunShowsTheSame(memory, driven, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void rerunOfANoisyNetworkShowsTheSame(long seed) {
        LiveMemory memory = Samples.memory(
                Samples.gaits(new Noise(0.01, 0.01, 0.02, 2)), Samples.fast().seeded(seed));
        assertRerunShowsTheSame(memory, drive(memory, random(seed), 5, TICKS), "seed " + seed);
    }

    @Test
    void oneOtherEventShowsSomethingElse() {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast());
        Map<Long, List<Ask>> asks = random(2);
        Map<Long, List<Ask>> others = new TreeMap<>(asks);
        others.put(100L, List.of(new Ask.Cue(OptionalInt.of(9), OptionalDouble.of(0.1))));

        assertNotEquals(
                seen(drive(memory, asks, 3, TICKS).steps()),
                seen(drive(memory, others, 3, TICKS).steps()));
    }

    @Test
    void chainIsCuedAnewAfterARest() {
        LiveMemory memory = Samples.memory(Samples.chain(), Samples.fast().cued(0, 0.1));
        Driven driven = drive(memory, Map.of(), 4, 5000);
        List<Integer> visited = Samples.visited(driven.steps());

        for (int k = 0; k < Math.min(visited.size(), 3 * Samples.PATTERNS); k++) {
            assertEquals(k % Samples.PATTERNS, visited.get(k), "visit " + k + " of " + visited);
        }
        assertTrue(visited.size() > 2 * Samples.PATTERNS, visited::toString);
        long first = driven.steps().stream()
                .filter(s -> s.begins())
                .skip(1)
                .findFirst()
                .orElseThrow()
                .tick();
        long restTicks = driven.recall().restTicks();
        assertTrue(first > restTicks, () -> "second cue at tick " + first + ", a rest is " + restTicks);
        assertRerunShowsTheSame(memory, driven, "chain");
    }

    @Test
    void chainEndsWhereItIsNotToLoop() {
        LiveMemory memory = Samples.memory(Samples.chain(), Samples.fast().once());
        Driven driven = drive(memory, Map.of(), 4, 5000);

        assertEquals(Recall.Stand.ENDED, driven.stands().getLast());
        assertEquals(Samples.PATTERNS, Samples.visited(driven.steps()).size());
    }

    /** A closed gate spikes at each tick, so that the network is never idle; where nobody answers, no pattern is the last. */
    @Test
    void recallThatFallsSilentUnderALesionEnds() {
        LiveMemory memory = Samples.memory(Samples.threshold(), Samples.fast().once());
        Driven driven = drive(memory, Map.of(9L, List.of(new Ask.Lesion(0.5))), 4, 5000);

        assertEquals(Recall.Stand.ENDED, driven.stands().getLast());
        assertTrue(Samples.visited(driven.steps()).size() < Samples.PATTERNS);
        assertRerunShowsTheSame(memory, driven, "threshold");
    }

    @Test
    void gradedChainEndsWithItsLastPattern() {
        LiveMemory memory = Samples.memory(
                Samples.graded(Successors.chain(Samples.PATTERNS)),
                Samples.fast().once());
        Driven driven = drive(memory, Map.of(), 1, 5000);

        assertEquals(Recall.Stand.ENDED, driven.stands().getLast());
        List<Integer> visited = Samples.visited(driven.steps());
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), visited);
        assertFalse(driven.recall().silentInRest());
    }

    @Test
    void rerunOfAGradedChainShowsTheSame() {
        LiveMemory memory = Samples.memory(Samples.graded(Successors.chain(Samples.PATTERNS)), Samples.fast());
        Driven driven =
                drive(memory, Map.of(40L, List.of(new Ask.Cue(OptionalInt.of(3), OptionalDouble.of(0.1)))), 1, 200);

        assertRerunShowsTheSame(memory, driven, "graded");
    }

    @Test
    void whatTheFileSaysIsToldAtItsTick() {
        Experiment told = Samples.gaits()
                .with(new RunControls(
                        List.of(
                                new RunControl.Gate(0, Ints.of(0, 1, 2, 3)),
                                new RunControl.Tempo(60, 2),
                                new RunControl.Gate(90, Ints.of(4, 5, 6, 7))),
                        List.of()));
        LiveMemory memory = Samples.memory(told, Samples.fast());
        Driven driven = drive(memory, Map.of(), 50, TICKS);

        assertEquals(told.controls().events(), driven.story().events());
        assertRerunShowsTheSame(memory, driven, "script");
        assertEquals(Integer.valueOf(0), Samples.visited(driven.steps()).getFirst());
        assertTrue(driven.steps().getLast().winner() >= 4
                && driven.steps().getLast().winner() < 8);
    }

    @Test
    void motifsThatTheFilePlaysFollowEachOther() {
        Experiment played = Samples.gaits().with(new RunControls(List.of(), List.of(2, 0)));
        LiveMemory memory = Samples.memory(played, Samples.fast().once());
        Driven driven = drive(memory, Map.of(), 1, 2000);

        assertEquals(Recall.Stand.ENDED, driven.stands().getLast());
        assertEquals(List.of(8, 9, 10, 11, 8, 0, 1, 2, 3, 0), Samples.visited(driven.steps()));
        assertRerunShowsTheSame(memory, driven, "play");
    }

    @Test
    void barThatIsGatedIsRepeatedInTime() {
        LiveMemory memory = Samples.memory(Samples.bars(), Samples.fast());
        Driven driven = drive(memory, Map.of(2L, List.of(new Ask.Gate(1))), 3, TICKS);
        List<WatchStep> begun =
                driven.steps().stream().filter(WatchStep::begins).toList();
        List<Integer> visited = Samples.visited(driven.steps().stream()
                .filter(step -> step.tick() >= begun.get(2).tick())
                .toList());

        assertTrue(visited.size() > 8, visited::toString);
        for (int k = 0; k < visited.size(); k++) {
            assertEquals(4 + k % 4, visited.get(k), "visit " + k + " of " + visited);
        }
        long round = begun.get(3).tick() - begun.get(2).tick();
        long clean = 4L * 2 * memory.lowered().codec().ticksPerStep();
        assertTrue(round < 2 * clean, "a round takes " + round + " ticks, its patterns " + clean);
        assertRerunShowsTheSame(memory, driven, "bars");
    }

    @Test
    void wishesOfAKindAreToldOnce() {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast());
        List<Ask> many = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            many.add(new Ask.Lesion(k % 6 / 12.0));
            many.add(new Ask.Tempo(k % 9 / 16.0));
            many.add(new Ask.Gate(k % 3));
        }
        Driven driven = drive(memory, Map.of(50L, many), 5, TICKS);

        assertEquals(
                2, driven.story().events().size(), () -> driven.story().events().toString());
    }
}
