package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InvalidValueException;
import org.mneme.model.Successors;
import org.mneme.report.watch.WatchChunk.State;
import org.mneme.report.watch.WatchControls;
import org.mneme.report.watch.WatchStep;
import org.mneme.report.watch.WatchTold;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.result.RunResult;

final class LiveRunTest {
    @TempDir
    private Path folder;

    private static LiveRun gaits() {
        return Samples.started(Samples.memory(Samples.gaits(), Samples.fast()));
    }

    private static List<String> told(LiveRun run) {
        return Samples.frames(run).stream()
                .flatMap(frame -> frame.told().stream())
                .map(WatchTold::what)
                .toList();
    }

    private static void waitForTold(LiveRun run, String what) throws InterruptedException {
        Samples.until(what, () -> told(run).stream().anyMatch(each -> each.contains(what)));
    }

    private static Story story(LiveRun run) {
        CompletableFuture<Story> answer = new CompletableFuture<>();
        assertTrue(run.ask(new Ask.Recount(answer)));
        return answer.join();
    }

    /** A clock that is set by hand: exactly the ticks that are due are executed. */
    @Test
    void ticksFollowTheClock() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        LiveMemory memory =
                Samples.memory(Samples.cycle(), LiveOptions.on("simulator").paced(0.1));
        try (LiveRun run = new LiveRun(memory, clock::get)) {
            run.start();
            double nanosPerTick = 1e9 / memory.ticksPerSecond();
            for (int k = 1; k <= 200; k++) {
                clock.set((long) (k * nanosPerTick) + 1000);
                long tick = 1L + k;
                Samples.until("tick " + tick, () -> run.status().tick() == tick);
            }
            Samples.until(
                    "rate", () -> Math.abs(run.status().rate() / run.status().wanted() - 1) < 0.1);
        }
    }

    @Test
    void pauseStopsTheTicksAndResumeGoesOn() throws InterruptedException {
        try (LiveRun run = gaits()) {
            Samples.ticks(run, 30);
            run.ask(new Ask.Pause());
            Samples.until("pause", () -> run.status().state() == State.PAUSED);
            long tick = run.status().tick();
            Story before = story(run);
            assertEquals(before, story(run));
            assertEquals(tick, run.status().tick());
            run.ask(new Ask.Resume());
            Samples.ticks(run, 30);
            assertEquals(State.RUNNING, run.status().state());
        }
    }

    @Test
    void stepMakesOneRecallStep() throws InterruptedException {
        try (LiveRun run = gaits()) {
            Samples.ticks(run, 30);
            run.ask(new Ask.Pause());
            int before = story(run).steps();
            for (int k = 1; k <= 5; k++) {
                run.ask(new Ask.Step());
                assertEquals(before + k, story(run).steps());
                assertEquals(State.PAUSED, run.status().state());
            }
        }
    }

    @Test
    void restartBeginsAtTickZeroWithTheSettingsAsTheyAre() throws InterruptedException {
        try (LiveRun run = gaits()) {
            run.ask(new Ask.Tempo(0.5));
            run.ask(new Ask.Lesion(0.25));
            Samples.ticks(run, 100);
            run.ask(new Ask.Restart());
            Samples.until("second start", () -> run.status().run() == 2);
            Samples.ticks(run, 60);

            Story story = story(run);
            assertEquals(2, story.events().size(), () -> story.events().toString());
            assertTrue(story.events().stream().allMatch(event -> event.tick() == 0));
            assertEquals(0.5, run.status().gain());
            List<WatchStep> second = Samples.frames(run).stream()
                    .filter(frame -> frame.run() == 2)
                    .flatMap(frame -> frame.steps().stream())
                    .toList();
            assertTrue(second.getFirst().begins() && second.getFirst().tick() < 30);
        }
    }

    @Test
    void restartOfAPausedRunStaysPaused() throws InterruptedException {
        try (LiveRun run = gaits()) {
            Samples.ticks(run, 30);
            run.ask(new Ask.Pause());
            run.ask(new Ask.Restart());
            Samples.until("second start", () -> run.status().run() == 2);
            assertEquals(State.PAUSED, run.status().state());
            assertEquals(1, run.status().tick());
        }
    }

    @Test
    void tempoHoldsPatternsLonger() throws InterruptedException {
        try (LiveRun run = gaits()) {
            run.ask(new Ask.Tempo(0.25));
            waitForTold(run, "tempo ×0.25");
            long from = run.status().tick() + 40;
            Samples.ticks(run, 200);
            List<WatchStep> slow = Samples.steps(run).stream()
                    .filter(step -> step.tick() > from)
                    .toList();
            int visits = Samples.visited(slow).size();
            // a dwell of two steps at a quarter of the tempo is one of eight
            assertTrue(
                    Math.abs(visits - slow.size() / 8.0) <= 2, () -> visits + " patterns in " + slow.size() + " steps");
            run.ask(new Ask.Tempo(0));
            waitForTold(run, "tempo 0");
            long held = run.status().tick() + 20;
            Samples.ticks(run, 100);
            assertEquals(
                    1,
                    Samples.visited(Samples.steps(run).stream()
                                    .filter(step -> step.tick() > held)
                                    .toList())
                            .size());
        }
    }

    @Test
    void gateOpensAMotifAndNoOther() throws InterruptedException {
        try (LiveRun run = gaits()) {
            run.ask(new Ask.Gate(1));
            waitForTold(run, "gate: trot, 4 open");
            Samples.until("trot", () -> Samples.steps(run).stream().anyMatch(LiveRunTest::inTrot));
            long from = run.status().tick();
            Samples.ticks(run, 100);
            assertEquals(4, run.status().open());
            assertTrue(Samples.steps(run).stream()
                    .filter(step -> step.tick() > from)
                    .allMatch(LiveRunTest::inTrot));
            run.ask(new Ask.Gate(Openings.ALL));
            waitForTold(run, "gate: all units, 12 open");
        }
    }

    private static boolean inTrot(WatchStep step) {
        return step.winner() >= 4 && step.winner() < 8;
    }

    @Test
    void cueStartsARecallOfAPatternWithFlippedBits() throws InterruptedException {
        try (LiveRun run = gaits()) {
            Samples.ticks(run, 20);
            run.ask(new Ask.Cue(OptionalInt.of(9), OptionalDouble.of(0.25)));
            waitForTold(run, "cue pattern 9, 16 bits flipped");
            Samples.until(
                    "its recall",
                    () -> Samples.steps(run).stream().anyMatch(step -> step.begins() && step.winner() == 9));
            WatchStep cued = Samples.steps(run).stream()
                    .filter(step -> step.begins() && step.winner() == 9)
                    .findFirst()
                    .orElseThrow();
            assertEquals(50.0, cued.overlap(), 0.1);
            assertEquals(0.25, run.status().cueNoise());
        }
    }

    @Test
    void lesionSilencesItsFractionOfTheUnits() throws InterruptedException {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast());
        try (LiveRun run = Samples.started(memory)) {
            run.ask(new Ask.Lesion(0.25));
            waitForTold(run, "9 open, 3 silenced");
            assertEquals(9, run.status().open());
            assertEquals(0.25, run.status().lesion());
            run.ask(new Ask.Gate(0));
            int left = memory.openings().left(memory.openings().of(0), 0.25).length();
            waitForTold(run, "gate: walk, " + left + " open, 3 silenced");
            run.ask(new Ask.Gate(Openings.ALL));
            run.ask(new Ask.Lesion(0));
            waitForTold(run, "gate: all units, 12 open");
        }
    }

    @Test
    void whatHasEndedGoesOnWhereItIsToldSomething() throws InterruptedException {
        try (LiveRun run =
                Samples.started(Samples.memory(Samples.chain(), Samples.fast().once()))) {
            Samples.until("the end", () -> run.status().state() == State.ENDED);
            long tick = run.status().tick();
            run.ask(new Ask.Cue(OptionalInt.of(8), OptionalDouble.empty()));
            Samples.until(
                    "the next end",
                    () -> run.status().state() == State.ENDED && run.status().tick() > tick);
            assertEquals(
                    Integer.valueOf(11), Samples.visited(Samples.steps(run)).getLast());
            run.ask(new Ask.Restart());
            Samples.until("second start", () -> run.status().run() == 2);
        }
    }

    @Test
    void reportIsThatOfTheSameRun() throws InterruptedException, Refused {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast().seeded(5));
        try (LiveRun run = Samples.started(memory);
                LiveReport report = new LiveReport(memory, run)) {
            run.ask(new Ask.Lesion(0.25));
            Samples.ticks(run, 120);
            run.ask(new Ask.Tempo(0.5));
            run.ask(new Ask.Cue(OptionalInt.of(4), OptionalDouble.of(0.1)));
            Samples.ticks(run, 120);
            Story story = story(run);
            RunResult result = report.result(story);

            assertEquals(story.steps(), result.recall().overlaps().steps() - begins(run, result) + 1);
            assertTrue(report.page().contains("<!doctype html>"));
        }
    }

    @Test
    void reportOfNothingIsRefused() {
        LiveMemory memory =
                Samples.memory(Samples.gaits(), LiveOptions.on("simulator").paced(1e-6));
        try (LiveRun run = Samples.started(memory);
                LiveReport report = new LiveReport(memory, run)) {
            assertEquals(409, assertThrows(Refused.class, report::page).status());
        }
    }

    /** Steps of a result that begin a stretch. */
    private static long begins(LiveRun run, RunResult result) {
        long last = result.performance().orElseThrow().stepTicks().max();
        return Samples.steps(run).stream()
                .filter(step -> step.begins() && step.tick() <= last)
                .count();
    }

    @Test
    void controlsThatTheLoweringHasNotSayWhy() {
        WatchControls controls = Samples.memory(Samples.graded(Successors.cycle(Samples.PATTERNS)), Samples.fast())
                .model()
                .controls();

        assertTrue(controls.cue().on());
        for (WatchControls.Control control : List.of(controls.tempo(), controls.gate(), controls.lesion())) {
            assertFalse(control.on());
            assertFalse(control.why().isBlank());
        }
    }

    @Test
    void memoryWithoutMotifsHasNothingToGateButCanBeLesioned() {
        WatchControls controls =
                Samples.memory(Samples.cycle(), Samples.fast()).model().controls();

        assertFalse(controls.gate().on());
        assertTrue(controls.lesion().on() && controls.tempo().on());
        assertEquals(2, controls.most());
    }

    @Test
    void cueWithNothingToRecallIsRefused() {
        assertThrows(
                InvalidValueException.class,
                () -> Samples.memory(Samples.chain(), Samples.fast().cued(11, 0)));
        assertThrows(
                InvalidValueException.class,
                () -> Samples.memory(Samples.chain(), Samples.fast().cued(12, 0)));
    }

    @Test
    void recordingOfEachStartIsComplete() throws InterruptedException {
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast().recordingTo(folder));
        try (LiveRun run = Samples.started(memory)) {
            Samples.ticks(run, 60);
            run.ask(new Ask.Restart());
            Samples.until("second start", () -> run.status().run() == 2);
            Samples.ticks(run, 60);
        }
        assertTrue(Recording.open(folder.resolve("run-1")).tick() >= 60);
        assertTrue(Recording.open(folder.resolve("run-2")).tick() >= 60);
    }

    @Test
    void failureOfTheStartIsThrown() throws java.io.IOException {
        Files.createDirectories(folder.resolve("run-1"));
        Files.writeString(folder.resolve("run-1").resolve("something"), "else");
        LiveMemory memory = Samples.memory(Samples.gaits(), Samples.fast().recordingTo(folder));
        try (LiveRun run = new LiveRun(memory, System::nanoTime)) {
            assertThrows(org.mneme.MnemeException.class, run::start);
            assertTrue(run.over().isCompletedExceptionally());
            assertFalse(run.ask(new Ask.Pause()));
        }
    }

    @Test
    void nothingIsTakenAfterTheEndAndNobodyWaits() {
        LiveRun run = gaits();
        run.close();

        assertFalse(run.ask(new Ask.Pause()));
        assertEquals(State.ENDED, run.status().state());
        assertEquals(Optional.of(true), Optional.ofNullable(run.over().getNow(false)));
    }
}
