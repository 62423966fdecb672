package org.mneme.report.live;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.mneme.report.watch.WatchChunk.State;

/**
 * A memory that runs in real time on a thread of its own, which waits for nobody: it executes the ticks that are due, publishes what it
 * showed, and does what it is asked to between two ticks.
 */
final class LiveRun implements AutoCloseable {
    /** The most things asked for that wait to be done. */
    static final int MOST_WAITING = 256;

    /** The most ticks executed before the clock is looked at. */
    private static final long MOST_AT_ONCE = 256;

    private static final double SECOND = 1e9;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SHORTEST_WAIT = 2 * MILLISECOND;
    private static final long LONGEST_TURN = 20 * MILLISECOND;
    private static final long BETWEEN_FRAMES = 10 * MILLISECOND;
    private static final long IDLE_WAIT = 200 * MILLISECOND;

    private final LongSupplier clock;
    private final Feed feed = new Feed();
    private final BlockingQueue<Ask> asks = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final Pace pace;
    private final Meter meter = new Meter();
    private final Recall recall;
    private final Steering steering;
    private final Thread engine;
    private volatile Status status;
    private volatile boolean closing;

    private State state = State.RUNNING;
    /** The time at which ticks go on. */
    private long heldUntil = Long.MIN_VALUE;

    private double nanosPerTick = MILLISECOND;
    private long publishedAt;

    /**
     * Prepares a run.
     *
     * @param memory what runs
     * @param clock nanoseconds, such as {@link System#nanoTime}
     */
    LiveRun(LiveMemory memory, LongSupplier clock) {
        this.clock = clock;
        this.pace = new Pace(memory.ticksPerSecond());
        this.recall = new Recall(memory, feed);
        this.steering = recall.steering();
        this.status = measured();
        this.engine = Thread.ofPlatform().name("mneme-live-engine").daemon().unstarted(this::drive);
    }

    /**
     * Starts the engine; returns once its session is open.
     *
     * @throws org.mneme.MnemeException if the backend cannot execute the graph, or the recording not be written
     */
    void start() {
        engine.start();
        Waiting.on(started);
    }

    /** What happened lately. */
    Feed feed() {
        return feed;
    }

    /** How things are. */
    Status status() {
        return status;
    }

    /** Done when the engine has ended; exceptionally where it failed. */
    CompletableFuture<Boolean> over() {
        return over;
    }

    /** Asks for something; it is done between two ticks. Returns false where too much waits to be done, or the run is over. */
    boolean ask(Ask ask) {
        boolean taken = !over.isDone() && asks.offer(ask);
        if (taken && over.isDone()) {
            refuseWaiting();
        }
        return taken;
    }

    private void drive() {
        Optional<Throwable> failure = Optional.empty();
        try {
            open();
            started.complete(true);
            while (!closing) {
                turn();
            }
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
        shut(failure);
    }

    /** Whoever waits for an answer is to wait no longer, and files are completed though the thread was interrupted. */
    private void shut(Optional<Throwable> failure) {
        boolean _ = Thread.interrupted();
        Optional<Throwable> why = failure;
        state = State.ENDED;
        publish();
        try {
            recall.close();
        } catch (RuntimeException | Error e) {
            why = Optional.of(why.orElse(e));
        }
        why.ifPresentOrElse(
                e -> {
                    over.completeExceptionally(e);
                    started.completeExceptionally(e);
                },
                () -> over.complete(true));
        refuseWaiting();
    }

    private void refuseWaiting() {
        for (Optional<Ask> ask = next(); ask.isPresent(); ask = next()) {
            if (ask.get() instanceof Ask.Recount recount) {
                recount.answer().cancel(false);
            }
        }
    }

    private Optional<Ask> next() {
        return Optional.ofNullable(asks.poll());
    }

    private void open() {
        recall.open();
        state = state == State.ENDED ? State.RUNNING : state;
        from(clock.getAsLong());
        publish();
    }

    /** The next tick is that of a time. */
    private void from(long nanos) {
        heldUntil = nanos;
        pace.from(nanos, recall.tick());
        meter.reset();
    }

    private void turn() {
        long now = clock.getAsLong();
        long wait = IDLE_WAIT;
        if (state == State.RUNNING && now < heldUntil) {
            wait = heldUntil - now;
        } else if (state == State.RUNNING) {
            long due = Math.min(atOnce(), pace.due(now, recall.tick()));
            wait = due > 0 ? 0 : Math.max(SHORTEST_WAIT, pace.untilDue(now, recall.tick()));
            if (due > 0) {
                advance(due);
            }
            meter.mark(clock.getAsLong(), recall.tick());
        }
        if (wait > BETWEEN_FRAMES || clock.getAsLong() - publishedAt >= BETWEEN_FRAMES) {
            publish();
        }
        takeAsks(wait);
    }

    /** So many ticks that nobody waits long for what is asked meanwhile. */
    private long atOnce() {
        return Math.clamp((long) (LONGEST_TURN / nanosPerTick), 1, MOST_AT_ONCE);
    }

    private void advance(long ticks) {
        long before = recall.tick();
        long start = clock.getAsLong();
        Recall.Stand stand = recall.advance(ticks);
        long end = clock.getAsLong();
        switch (stand) {
            case GOES_ON -> {
                double each = (double) (end - start) / Math.max(1, recall.tick() - before);
                nanosPerTick = Math.max(1, (nanosPerTick + each) / 2);
            }
            case RESTS -> {
                if (!recall.silentInRest()) {
                    from(end + (long) (recall.restTicks() / pace.ticksPerSecond() * SECOND));
                }
            }
            case ENDED -> state = State.ENDED;
            case RENEWED -> from(end);
        }
    }

    private void takeAsks(long wait) {
        try {
            Optional<Ask> ask = wait == 0
                    ? next()
                    : Optional.ofNullable(asks.poll(Math.min(wait, IDLE_WAIT), TimeUnit.NANOSECONDS));
            while (ask.isPresent()) {
                perform(ask.get());
                ask = next();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void perform(Ask ask) {
        switch (ask) {
            case Ask.Pause _ -> state = state == State.RUNNING ? State.PAUSED : state;
            case Ask.Resume _ -> goOn(State.PAUSED);
            case Ask.Step _ -> step();
            case Ask.Restart _ -> open();
            case Ask.Tempo tempo -> steering.tempo(tempo.gain());
            case Ask.Gate gate -> {
                steering.gate(gate.motif());
                goOn(State.ENDED);
            }
            case Ask.Lesion lesion -> {
                steering.lesion(lesion.fraction());
                goOn(State.ENDED);
            }
            case Ask.Cue cue -> {
                steering.cue(cue.pattern(), cue.noise());
                goOn(State.ENDED);
            }
            case Ask.Recount recount -> recount.answer().complete(steering.story());
        }
        publish();
    }

    /** Runs again, where it stood still for this reason. */
    private void goOn(State why) {
        long now = clock.getAsLong();
        if (state == why || state == State.RUNNING && now < heldUntil) {
            state = State.RUNNING;
            from(now);
        }
    }

    /** Executes ticks until a recall step was shown; what has ended is cued anew without a rest. */
    private void step() {
        if (state == State.ENDED) {
            return;
        }
        state = State.PAUSED;
        long before = recall.shownSteps();
        long most = 2 * recall.longestStep();
        for (long ticks = 0; ticks < most && recall.shownSteps() == before && state == State.PAUSED; ticks++) {
            recall.cutRest();
            advance(1);
        }
    }

    private void publish() {
        recall.watching().publish();
        publishedAt = clock.getAsLong();
        status = measured();
    }

    private Status measured() {
        return new Status(
                recall.watching().run(),
                recall.tick(),
                state,
                state == State.RUNNING ? meter.rate() : 0,
                pace.ticksPerSecond(),
                steering.gain(),
                steering.open(),
                steering.lesion(),
                steering.cueNoise());
    }

    /** Ends the engine between two ticks, and completes its recording. */
    @Override
    public void close() {
        closing = true;
        engine.interrupt();
        if (Waiting.join(engine)) {
            Thread.currentThread().interrupt();
        }
    }
}
