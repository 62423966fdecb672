package org.mneme.report.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mneme.lower.RecallStep;
import org.mneme.report.watch.StepReader;
import org.mneme.report.watch.WatchLane;
import org.mneme.report.watch.WatchLanes;
import org.mneme.report.watch.WatchSpike;
import org.mneme.report.watch.WatchStep;
import org.mneme.report.watch.WatchTold;
import org.mneme.runtime.session.SessionListener;

/** Collects what a session shows into frames. On the engine's thread. */
final class Watching implements SessionListener {
    /** The most steps of a frame. */
    static final int MOST_STEPS = 16;

    /** The most spikes of a frame. */
    static final int MOST_SPIKES = 2048;

    private final Feed feed;
    private final StepReader reader;
    private final WatchLanes lanes;
    private final Watcher watcher;
    private final long[] shownAt;
    private final List<WatchStep> steps = new ArrayList<>();
    private final List<WatchSpike> spikes = new ArrayList<>();
    private final List<WatchTold> told = new ArrayList<>();
    private long run;
    private long published;

    /** Looks on, beside the page. */
    interface Watcher {
        /** Is told a spike of a population that is shown. */
        void spike(long tick, int neuron);

        /** Is told a step. */
        void step(RecallStep step, WatchStep shown);
    }

    Watching(LiveMemory memory, Feed feed, Watcher watcher) {
        this.feed = feed;
        this.reader = memory.reader();
        this.lanes = memory.lanes();
        this.watcher = watcher;
        this.shownAt = new long[lanes.lanes().stream().mapToInt(WatchLane::rows).sum()];
    }

    /** A session begins at tick 0. */
    void start() {
        publish();
        run++;
        Arrays.fill(shownAt, -1);
    }

    /** How often the memory was started. */
    long run() {
        return run;
    }

    @Override
    public void spike(long tick, int neuron, double payload) {
        watcher.spike(tick, neuron);
        int row = lanes.row(neuron, payload);
        // of several neurons of a row one dot is seen
        if (row != WatchLane.NONE && shownAt[row] != tick) {
            shownAt[row] = tick;
            spikes.add(new WatchSpike(tick, row));
            if (spikes.size() >= MOST_SPIKES) {
                publish();
            }
        }
    }

    @Override
    public void step(RecallStep step) {
        WatchStep shown = reader.read(step.step(), step.tick(), step.state(), step.silent(), step.step() == 0);
        steps.add(shown);
        watcher.step(step, shown);
        if (steps.size() >= MOST_STEPS) {
            publish();
        }
    }

    /** The run was told something. */
    void told(WatchTold what) {
        told.add(what);
    }

    /** Publishes what was collected. */
    void publish() {
        if (steps.isEmpty() && spikes.isEmpty() && told.isEmpty()) {
            return;
        }
        feed.append(new Frame(run, published, steps, spikes, told));
        published += steps.size();
        steps.clear();
        spikes.clear();
        told.clear();
    }
}
