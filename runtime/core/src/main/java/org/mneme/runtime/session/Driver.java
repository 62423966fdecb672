package org.mneme.runtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.FailureBetweenTicks;
import org.mneme.runtime.control.Control;
import org.mneme.runtime.control.ControlLog;

/** Drives an execution from pause to pause: a step complete, a recall about to start, a sample to be taken. */
final class Driver {
    private final Execution execution;
    private final RecallDecoding decoding;
    private final Observers observers;
    private RecallEnd end = RecallEnd.STEPS;
    private boolean failed;

    Driver(SessionParts parts) {
        this.execution = parts.execution();
        this.decoding = parts.decoding();
        this.observers = parts.observers();
    }

    /** Why the last recall ended. */
    RecallEnd end() {
        return end;
    }

    /** Whether something failed within a tick. */
    boolean failed() {
        return failed;
    }

    void give(Control control, List<SourceSpike> spikes, Optional<ControlLog> events) {
        execution.inject(spikes);
        if (control.startsRecall()) {
            decoding.schedule(control.tick());
        }
        ControlLog.Entry entry = new ControlLog.Entry(execution.tick(), control);
        events.ifPresent(log -> log.add(entry));
        guarded(() -> observers.told(entry, spikes));
    }

    List<RecallStep> recall(int steps, long limit) {
        List<RecallStep> found = new ArrayList<>();
        while (true) {
            if (found.size() >= steps) {
                end = RecallEnd.STEPS;
            } else if (Thread.currentThread().isInterrupted()) {
                end = RecallEnd.INTERRUPTED;
            } else if (!decoding.unfinished() && idle()) {
                end = RecallEnd.IDLE;
            } else if (execution.tick() >= limit) {
                end = RecallEnd.TICK_LIMIT;
            } else {
                // tick by tick while nothing is heard, so that no silent step is made of a network found idle a tick
                // later
                long until = decoding.unfinished() ? limit : execution.tick() + 1;
                executeTowards(until).stream().filter(step -> step.step() > 0).forEach(found::add);
                continue;
            }
            return found;
        }
    }

    void advanceTo(long tick) {
        while (execution.tick() < tick && !Thread.currentThread().isInterrupted()) {
            executeTowards(tick);
        }
    }

    /** Executes up to a tick, or to the first pause before it. */
    private List<RecallStep> executeTowards(long until) {
        List<RecallStep> steps = new ArrayList<>();
        guarded(() -> {
            long tick = execution.tick();
            decoding.takeOver(tick);
            long pause = Math.min(decoding.pauseAfter(tick), observers.pauseAfter(tick));
            advance(Math.min(until, pause));
            steps.addAll(decoding.drain(execution.tick()));
            observers.paused(execution, steps);
        });
        return steps;
    }

    /** What was observed up to the tick at which a board failed is kept. */
    private void advance(long until) {
        try {
            execution.advance(until, observers);
        } catch (RuntimeException e) {
            if (e instanceof FailureBetweenTicks) {
                observers.cutShort(execution.tick());
            }
            throw e;
        }
    }

    private boolean idle() {
        boolean[] idle = new boolean[1];
        guarded(() -> idle[0] = execution.idle());
        return idle[0];
    }

    /** What fails in here leaves the session somewhere within a tick. */
    void guarded(Runnable action) {
        boolean done = false;
        try {
            action.run();
            done = true;
        } finally {
            failed = !done;
        }
    }
}
