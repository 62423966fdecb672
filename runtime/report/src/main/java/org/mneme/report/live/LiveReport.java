package org.mneme.report.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.mneme.lower.Lowered;
import org.mneme.report.ReportPage;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.result.RunResult;

/**
 * The report of a run so far: the same graph is told the same, from the start and at full speed, on a thread of the lowest priority. One
 * is made at a time; whoever asks meanwhile gets the same.
 */
final class LiveReport implements AutoCloseable {
    /** What a report is made by: it spikes as any backend does. */
    private static final String BACKEND = "simulator";

    private final LiveMemory memory;
    private final LiveRun run;
    private Optional<Making> making = Optional.empty();
    private volatile boolean closed;

    /** A report under way. */
    private record Making(CompletableFuture<String> page, Thread thread) {}

    LiveReport(LiveMemory memory, LiveRun run) {
        this.memory = memory;
        this.run = run;
    }

    /**
     * Makes the report, or waits for the one under way.
     *
     * @return HTML
     * @throws Refused if nothing was shown yet, or the run is over
     */
    String page() throws Refused {
        try {
            return Waiting.on(made());
        } catch (CancellationException e) {
            throw new Refused(503, "the server closes");
        }
    }

    /** The engine goes first where there are few cores; that a system may not heed this does no harm. */
    @SuppressWarnings("ThreadPriorityCheck")
    private synchronized CompletableFuture<String> made() throws Refused {
        if (closed) {
            throw new Refused(503, "the server closes");
        }
        if (making.isPresent() && !making.get().page().isDone()) {
            return making.get().page();
        }
        Story story = story();
        if (story.steps() < 1) {
            throw new Refused(409, "no recall step was shown yet; ask again in a moment");
        }
        CompletableFuture<String> page = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .name("mneme-live-report")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> make(story, page));
        making = Optional.of(new Making(page, thread));
        return page;
    }

    private Story story() throws Refused {
        CompletableFuture<Story> answer = new CompletableFuture<>();
        if (!run.ask(new Ask.Recount(answer))) {
            throw new Refused(503, "too much was asked for at once; ask again in a moment");
        }
        return Waiting.on(answer);
    }

    private void make(Story story, CompletableFuture<String> page) {
        try {
            RunResult result = result(story);
            if (result.interrupted()) {
                page.cancel(false);
            } else {
                page.complete(ReportPage.html(result));
            }
        } catch (RuntimeException | Error e) {
            page.completeExceptionally(e);
        }
    }

    /** The same run, without anybody watching. */
    RunResult result(Story story) {
        String shown = memory.options().backend();
        Lowered lowered = shown.equals(BACKEND)
                ? memory.lowered()
                : memory.lowered().noting(List.of("shown live on " + shown + "; made again by the " + BACKEND));
        return ExperimentRun.run(memory.experiment(), lowered, memory.rerun(BACKEND, story), (done, total) -> !closed);
    }

    /** Ends the report under way. */
    @Override
    public void close() {
        closed = true;
        Optional<Making> last;
        synchronized (this) {
            last = making;
        }
        List<Thread> threads = last.map(m -> List.of(m.thread())).orElse(List.of());
        for (Thread thread : threads) {
            thread.interrupt();
            if (Waiting.join(thread)) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
