package org.mneme.runtime.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.StateVariable;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.checkpoint.Checkpoint;
import org.mneme.runtime.checkpoint.CheckpointException;
import org.mneme.runtime.control.Control;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.recording.Recording;

/**
 * A sequence memory being run: cued, recalled, observed.
 *
 * <p>What it is told are {@link Control} events, all of which act through source spikes; what it tells are recall steps, decoded from
 * feature spikes only. It is driven by one thread at a time. An interrupt ends what it is doing between two ticks, at the next recall
 * step, and leaves the interrupt flag set; the session, and its recording, stay valid.
 */
public final class Session implements AutoCloseable {
    private final Lowered lowered;
    private final SessionOptions options;
    private final Execution execution;
    private final RecallDecoding decoding;
    private final Observers observers;
    private final Driver driver;
    private final ToldTicks told = new ToldTicks();
    private boolean closed;

    private Session(Lowered lowered, SessionOptions options, SessionParts parts) {
        this.lowered = lowered;
        this.options = options;
        this.execution = parts.execution();
        this.decoding = parts.decoding();
        this.observers = parts.observers();
        this.driver = new Driver(parts);
    }

    /**
     * Opens a session at tick 0.
     *
     * @param lowered the graph and its codec
     * @param backend executes the graph
     * @param options seed, threads, probes, recording
     * @return the session, to be closed
     * @throws org.mneme.MnemeException if the backend cannot execute the graph, a probe names nothing of it, or the recording cannot be
     *     written
     */
    public static Session open(Lowered lowered, Backend backend, SessionOptions options) {
        return new Session(lowered, options, SessionParts.open(lowered, backend, options, Optional.empty()));
    }

    /**
     * Goes on from a checkpoint, on any backend: what follows equals an uninterrupted run.
     *
     * @param file what {@link #checkpoint} wrote
     * @param lowered the graph it was taken of, and its codec
     * @param backend executes the graph
     * @param options the seed and the noise it was taken with; the rest may differ
     * @return the session, to be closed
     * @throws CheckpointException if the file is no checkpoint of this graph, seed and noise, or damaged
     * @throws org.mneme.MnemeException as {@link #open}
     */
    public static Session resume(Path file, Lowered lowered, Backend backend, SessionOptions options) {
        Checkpoint checkpoint = Checkpoint.read(file, lowered.graph());
        Replays.requireSame(checkpoint, file, options);
        return new Session(lowered, options, SessionParts.open(lowered, backend, options, Optional.of(checkpoint)));
    }

    /**
     * Sets the state and starts a recall from it, at the next tick at which the codec can.
     *
     * @param state N signs; zeros are not set
     * @return the tick of the cue
     * @throws InvalidValueException if its length is not N
     */
    public long cue(Signs state) {
        return cue(state, execution.tick());
    }

    /**
     * Sets the state and starts a recall from it, at a tick or, where a recall runs, at the first from then on at which the codec can
     * replace its state ({@link org.mneme.lower.Codec#alignCue}); until then that recall goes on.
     *
     * @param state N signs; zeros are not set
     * @param tick not before {@link #tick}
     * @return the tick of the cue
     * @throws InvalidValueException if its length is not N, or the tick has passed
     */
    public long cue(Signs state, long tick) {
        long aligned = decoding.align(tick);
        give(new Control.Cue(aligned, state));
        return aligned;
    }

    /**
     * Lets some hidden units fire and no other, from the next tick at which the codec can; the recall that runs goes on from the last state
     * that was decoded. Where none has been, only the gates are set.
     *
     * @param open indices of hidden units, ascending
     * @return the tick of the gate
     * @throws org.mneme.MnemeException as {@link #gate(Ints, Signs, long)}
     */
    public long gate(Ints open) {
        return gate(open, execution.tick());
    }

    /**
     * Lets some hidden units fire and no other, from a tick on, as {@link #gate(Ints)}: what the recall will go on from is the state
     * decoded last when this is called.
     *
     * @param open indices of hidden units, ascending
     * @param tick not before {@link #tick}
     * @return the tick of the gate
     * @throws org.mneme.MnemeException as {@link #gate(Ints, Signs, long)}
     */
    public long gate(Ints open, long tick) {
        Signs none = Signs.zeros(lowered.codec().features());
        return gate(open, decoding.lastState().orElse(none), tick);
    }

    /**
     * Lets some hidden units fire and no other, and starts a recall from a state, at the next tick at which the codec can.
     *
     * @param open indices of hidden units, ascending
     * @param state N signs; zeros are not set, and where all are 0 only the gates are
     * @return the tick of the gate
     * @throws org.mneme.MnemeException as {@link #gate(Ints, Signs, long)}
     */
    public long gate(Ints open, Signs state) {
        return gate(open, state, execution.tick());
    }

    /**
     * Lets some hidden units fire and no other, and starts a recall from a state, at a tick or the first from then on at which the codec
     * can.
     *
     * @param open indices of hidden units, ascending
     * @param state N signs; zeros are not set, and where all are 0 only the gates are
     * @param tick not before {@link #tick}
     * @return the tick of the gate
     * @throws org.mneme.lower.CodecControlException if the graph has no gates
     * @throws InvalidValueException if there is no such hidden unit, the length of the state is not N, or the tick has passed
     */
    public long gate(Ints open, Signs state, long tick) {
        Control.Gate wanted = new Control.Gate(tick, open, state);
        Control.Gate gate = wanted.startsRecall() ? new Control.Gate(decoding.align(tick), open, state) : wanted;
        giveFirst(gate);
        return gate.tick();
    }

    /**
     * Sets the tempo from the next tick on.
     *
     * @param gain 1 as lowered, 2 twice as fast, 0 to pause: what is under way is kept, and goes on at the next tempo above 0
     * @throws org.mneme.MnemeException as {@link #tempo(double, long)}
     */
    public void tempo(double gain) {
        tempo(gain, execution.tick());
    }

    /**
     * Sets the tempo from a tick on.
     *
     * @param gain 1 as lowered, 2 twice as fast, 0 to pause
     * @param tick not before {@link #tick}
     * @throws org.mneme.lower.CodecControlException if the graph has no tempo inputs
     * @throws InvalidValueException if it cannot be so fast or slow, the tick has passed, or a tempo was told for it
     */
    public void tempo(double gain, long tick) {
        giveFirst(new Control.Tempo(tick, gain));
    }

    /**
     * Injects source spikes.
     *
     * @param spikes in any order; none before {@link #tick}
     * @throws org.mneme.runtime.backend.InjectionException if one cannot be injected; then none is
     */
    public void inject(List<SourceSpike> spikes) {
        if (!spikes.isEmpty()) {
            give(Control.Spikes.of(spikes));
        }
    }

    private void giveFirst(Control control) {
        requireUsable();
        told.requireFirst(control, execution.tick());
        give(control);
    }

    private void give(Control control) {
        requireUsable();
        driver.give(control, Givable.sourceSpikes(control, lowered, execution.tick()), options.log());
        told.add(control, execution.tick());
    }

    /**
     * Advances until so many further recall steps are decoded, the network is idle, or a tick limit passes: after the cue, for each step
     * and one more, 16 periods and 4N + 64 ticks.
     *
     * @param steps ≥ 0; the cue, step 0, is not counted
     * @return the steps decoded, fewer only where {@link #recallEnd} says why; step 0 is told to listeners and recordings only
     * @throws SessionStateException if there has been no cue
     */
    public List<RecallStep> recall(int steps) {
        long each = 16L * lowered.codec().ticksPerStep() + 4L * lowered.codec().features() + 64;
        long untilCue = decoding.firstScheduledOr(execution.tick()) - execution.tick();
        return recall(steps, untilCue + (steps + 1L) * each);
    }

    /**
     * Advances until so many further recall steps are decoded, the network is idle, or so many ticks have passed.
     *
     * @param steps ≥ 0; the cue, step 0, is not counted
     * @param maxTicks ≥ 0
     * @return the steps decoded, fewer only where {@link #recallEnd} says why
     * @throws SessionStateException if there has been no cue
     */
    public List<RecallStep> recall(int steps, long maxTicks) {
        requireUsable();
        requireNotNegative("recall steps", steps);
        requireNotNegative("tick limit", maxTicks);
        if (!decoding.cued()) {
            throw new SessionStateException(SessionStateException.Reason.NO_CUE);
        }
        return driver.recall(steps, after(maxTicks));
    }

    /**
     * Returns why the last recall ended.
     *
     * @return {@link RecallEnd#STEPS} where it found all it was asked for, or there was none
     */
    public RecallEnd recallEnd() {
        return driver.end();
    }

    /**
     * Advances by so many ticks, idle or not; fewer only where the thread is interrupted.
     *
     * @param ticks ≥ 0
     */
    public void advance(long ticks) {
        requireNotNegative("ticks", ticks);
        advanceTo(after(ticks));
    }

    private void advanceTo(long tick) {
        requireUsable();
        driver.advanceTo(tick);
    }

    private long after(long ticks) {
        long tick = execution.tick() + ticks;
        return tick < 0 ? Long.MAX_VALUE : tick;
    }

    /**
     * Replays control events: advances to the tick at which each was given, and gives it.
     *
     * @param log of a session of the same graph and seed
     * @throws ReplayException if an event was given before {@link #tick}
     */
    public void replay(ControlLog log) {
        log.forEach(entry -> replay(entry, "the log of control events"));
    }

    /**
     * Replays a recording: its control events, up to the tick it reaches. The spikes are those recorded.
     *
     * @param recording of the same graph and seed, begun at {@link #tick}
     * @throws ReplayException if it is of another graph, seed or noise, or begins elsewhere
     */
    public void replay(Recording recording) {
        requireUsable();
        String what = "recording " + recording.folder();
        Replays.requireSame(recording.manifest(), what, lowered.graph(), options);
        Replays.requireTick(
                what,
                recording.manifest().startTick(),
                execution.tick(),
                recording.manifest().startTick() == execution.tick());
        recording.controls(entry -> replay(entry, what));
        advanceTo(recording.tick());
    }

    private void replay(ControlLog.Entry entry, String what) {
        Replays.requireTick(what, entry.given(), execution.tick(), entry.given() >= execution.tick());
        advanceTo(entry.given());
        if (execution.tick() == entry.given()) {
            give(entry.control());
        }
    }

    /**
     * Writes everything that determines the future to a file, whole or not at all, and flushes the recording.
     *
     * @param file new, or replaced
     * @throws CheckpointException if it cannot be written
     */
    public void checkpoint(Path file) {
        requireUsable();
        driver.guarded(() -> observers.flush(execution.tick()));
        new Checkpoint(options.seed(), options.noise(), execution.save(), decoding.save(), decoding.scheduledCues())
                .write(file, lowered.graph());
    }

    /**
     * Returns the next tick to be executed.
     *
     * @return ≥ 0
     */
    public long tick() {
        return execution.tick();
    }

    /**
     * Returns what has been done since tick 0, also before a checkpoint it was resumed from.
     *
     * @return the counters
     */
    public Counters counters() {
        return execution.counters();
    }

    /**
     * Returns what is to be told of the board that it runs on.
     *
     * @return empty where there is none
     */
    public Optional<BoardFigures> board() {
        return execution.board();
    }

    /**
     * Returns a state variable as it is after the last tick executed.
     *
     * @param population name
     * @param variable one of the model's variables
     * @return n values; integers in the fixed domain
     */
    public double[] state(String population, StateVariable variable) {
        requireUsable();
        return execution.state(population, variable);
    }

    /** Returns the graph that is run, and its codec. */
    public Lowered lowered() {
        return lowered;
    }

    private static void requireNotNegative(String object, long value) {
        if (value < 0) {
            throw new InvalidValueException(object, value, "0 or more");
        }
    }

    private void requireUsable() {
        if (closed) {
            throw new SessionStateException(SessionStateException.Reason.CLOSED);
        }
        if (driver.failed()) {
            throw new SessionStateException(SessionStateException.Reason.FAILED);
        }
    }

    int heldCapacity() {
        return decoding.heldCapacity();
    }

    /**
     * Ends the session and completes its recording.
     *
     * @throws org.mneme.runtime.recording.RecordingWriteException if the recording cannot be completed
     */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                observers.close(!driver.failed());
            } finally {
                execution.close();
            }
        }
    }
}
