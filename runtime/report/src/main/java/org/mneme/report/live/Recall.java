package org.mneme.report.live;

import java.util.Optional;
import org.mneme.lower.RecallStep;
import org.mneme.report.watch.WatchStep;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;

/**
 * A memory's session, tick by tick: it is told what is wished for, and one that has ended is cued anew after a rest. It knows ticks
 * only, not the time. On the engine's thread.
 */
final class Recall implements AutoCloseable {
    private static final double REST_SECONDS = 1;

    private final LiveMemory memory;
    private final Steering steering;
    private final Watching watching;
    private final Ending ending;
    private final long rest;
    private Optional<Session> session = Optional.empty();
    /** The tick at which what has ended is cued anew; negative while a recall is under way. */
    private long restsUntil = -1;

    private long shownSteps;

    /** How a recall stands after some ticks. */
    enum Stand {
        /** It goes on. */
        GOES_ON,
        /** It has just ended, and rests. */
        RESTS,
        /** It has ended, and will not be cued unless somebody asks. */
        ENDED,
        /** It begins again at tick 0. */
        RENEWED
    }

    /**
     * Prepares a recall; {@link #open} begins it.
     *
     * @param memory what is recalled
     * @param feed is given what is shown
     */
    Recall(LiveMemory memory, Feed feed) {
        this.memory = memory;
        this.rest =
                Math.max(1, Math.round(REST_SECONDS / memory.lowered().graph().tickSeconds()));
        this.ending = new Ending(
                memory.experiment().memory(),
                memory.lowered(),
                memory.experiment().noise());
        this.watching = new Watching(memory, feed, new Watching.Watcher() {
            @Override
            public void spike(long tick, int neuron) {
                ending.spike(tick, neuron);
            }

            @Override
            public void step(RecallStep step, WatchStep shown) {
                taken(step, shown);
            }
        });
        this.steering = new Steering(memory, watching::told);
    }

    Steering steering() {
        return steering;
    }

    Watching watching() {
        return watching;
    }

    /** The next tick; 0 without a session. */
    long tick() {
        return session.map(Session::tick).orElse(0L);
    }

    /** Recall steps shown, the cues left out. */
    long shownSteps() {
        return shownSteps;
    }

    /** The most ticks a step may take. */
    long longestStep() {
        return ending.longestStep();
    }

    /** How many ticks a rest takes. */
    long restTicks() {
        return rest;
    }

    /** Whether the network is silent in a rest, so that its ticks can go on; graded units go on by crosstalk. */
    boolean silentInRest() {
        return ending.fallsSilent();
    }

    /** Begins at tick 0, with the settings as they are. */
    void open() {
        close();
        Session opened = Session.open(memory.lowered(), memory.backend(), sessionOptions());
        session = Optional.of(opened);
        watching.start();
        steering.begin(opened);
        begin(opened);
        // what is asked for from now on is told at a later tick than the cue
        opened.advance(1);
    }

    private SessionOptions sessionOptions() {
        SessionOptions options = SessionOptions.seeded(memory.options().seed())
                .withNoise(memory.experiment().noise())
                .listening(watching);
        return memory.options()
                .record()
                .map(folder -> options.recordingTo(folder.resolve("run-" + (watching.run() + 1)))
                        .probing(Probes.allSpikes()))
                .orElseGet(() -> options.probing(Probes.spikesOf(memory.shown())));
    }

    private void begin(Session opened) {
        ending.begin(opened.tick(), steering.playing());
        restsUntil = -1;
    }

    private void taken(RecallStep step, WatchStep shown) {
        steering.shown(step.step(), step.state());
        ending.step(step.tick(), shown.winner(), shown.begins(), steering.gain());
        shownSteps += step.step() > 0 ? 1 : 0;
    }

    /** A rest is over now. */
    void cutRest() {
        restsUntil = Math.min(restsUntil, tick());
    }

    /**
     * Tells what is wished for and executes ticks, up to where something else is to be told.
     *
     * @param ticks at most, ≥ 1
     */
    Stand advance(long ticks) {
        Session now = session.orElseThrow();
        if (restsUntil >= 0 && now.tick() >= restsUntil) {
            restsUntil = -1;
            if (!steering.again(memory.options().loop())) {
                return Stand.ENDED;
            }
            if (steering.full()) {
                open();
                return Stand.RENEWED;
            }
        }
        if (steering.tell(now)) {
            begin(now);
        }
        long until = Math.min(now.tick() + ticks, steering.nextScripted());
        if (restsUntil >= 0) {
            until = Math.min(until, restsUntil);
        }
        now.advance(Math.max(1, until - now.tick()));
        return restsUntil < 0 && ending.over(now.tick(), steering.gain()) ? rest(now) : Stand.GOES_ON;
    }

    /** What plays motifs goes on at once; what is recalled as a whole rests. */
    private Stand rest(Session now) {
        boolean played = steering.playing().isPresent();
        restsUntil = now.tick() + (played || !ending.fallsSilent() ? 0 : rest);
        return played ? Stand.GOES_ON : Stand.RESTS;
    }

    /** Ends the session, and completes its recording. */
    @Override
    public void close() {
        Optional<Session> old = session;
        session = Optional.empty();
        old.ifPresent(Session::close);
    }
}
