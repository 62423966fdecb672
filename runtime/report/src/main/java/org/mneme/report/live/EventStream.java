package org.mneme.report.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.report.watch.WatchModel;
import org.mneme.report.watch.WatchSpike;
import org.mneme.report.watch.WatchStep;
import org.mneme.report.watch.WatchTold;

/**
 * What one page is sent: the model, then chunks, at most {@value #MOST_PER_SECOND} a second. A page that reads slowly gets what is
 * there when it has read, and the number of steps it missed.
 */
final class EventStream {
    /** The most chunks a second. */
    static final int MOST_PER_SECOND = 30;

    /** The most frames of a chunk. */
    private static final int MOST_FRAMES = 128;

    /** Those that a page is shown which comes late: about a second. */
    private static final int FRAMES_BEFORE = 64;

    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN = SECOND / MOST_PER_SECOND;

    private final LiveRun run;
    private final WatchModel model;
    private final OutputStream out;
    private long position;
    private long seenRun;
    private long seenSteps;
    private Optional<Status> sent = Optional.empty();
    private long sentAt;

    EventStream(LiveRun run, WatchModel model, OutputStream out) {
        this.run = run;
        this.model = model;
        this.out = out;
    }

    /**
     * Sends until the run is over.
     *
     * @throws IOException if the page has gone
     * @throws InterruptedException if the server closes, or the page did not read for too long
     */
    void send() throws IOException, InterruptedException {
        begin();
        long next = System.nanoTime();
        while (!run.over().isDone()) {
            turn(System.nanoTime());
            next += BETWEEN;
            long left = next - System.nanoTime();
            if (left > 0) {
                Thread.sleep(left / 1_000_000L, (int) (left % 1_000_000L));
            } else {
                next -= left;
            }
        }
        turn(System.nanoTime());
        out.flush();
    }

    /** A page that comes late is shown the last moment of the run too. */
    private void begin() throws IOException {
        Feed feed = run.feed();
        seenRun = run.status().run();
        position = Math.max(0, feed.end() - FRAMES_BEFORE);
        List<Frame> frames = feed.read(position, FRAMES_BEFORE).frames();
        seenSteps = frames.isEmpty() ? -1 : frames.getFirst().before();
        event("model", model.json());
    }

    private void turn(long now) throws IOException {
        Feed.Part part = run.feed().read(position, MOST_FRAMES);
        Status status = run.status();
        if (!part.frames().isEmpty() && part.frames().getLast().run() > status.run()) {
            // of a start that is not told of yet
            return;
        }
        position = part.next();
        List<Frame> frames = new ArrayList<>();
        for (Frame frame : part.frames()) {
            if (frame.run() > seenRun) {
                // what is left of the run before would end up behind the beginning of this one
                seenRun = frame.run();
                seenSteps = frame.before();
                frames.clear();
                event("model", model.json());
            }
            if (frame.run() == seenRun) {
                frames.add(frame);
            }
        }
        boolean news =
                !frames.isEmpty() || sent.map(last -> !last.looksLike(status)).orElse(true);
        if ((news || now - sentAt >= SECOND) && status.run() == seenRun) {
            send(frames, status);
            sent = Optional.of(status);
            sentAt = now;
        }
    }

    private void send(List<Frame> frames, Status status) throws IOException {
        List<WatchStep> steps = new ArrayList<>();
        List<WatchSpike> spikes = new ArrayList<>();
        List<WatchTold> told = new ArrayList<>();
        long dropped = 0;
        for (Frame frame : frames) {
            dropped += seenSteps < 0 ? 0 : frame.before() - seenSteps;
            seenSteps = frame.before() + frame.steps().size();
            steps.addAll(frame.steps());
            spikes.addAll(frame.spikes());
            told.addAll(frame.told());
        }
        event("chunk", status.chunk(dropped, steps, spikes, told).json());
    }

    private void event(String name, String json) throws IOException {
        out.write(("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
