package org.mneme.lab.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs tasks several at a time, until all are done or someone asks to stop. */
public final class Workers {
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Creates workers that no one has asked to stop. */
    public Workers() {}

    /** Asks that no further task be started, and that those running end soon. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * Says whether someone has asked to stop.
     *
     * @return true from then on
     */
    public boolean stopped() {
        return stopped.get();
    }

    /**
     * Runs tasks and waits for them. An interrupt of the calling thread asks to stop, and stays set.
     *
     * @param tasks how many; started in this order
     * @param threads at a time, ≥ 1
     * @param task is given its index, 0…tasks−1; what the first failing one throws ends the rest and is thrown here
     */
    public void run(int tasks, int threads, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int k = 0; k < threads; k++) {
                workers.add(pool.submit(() -> work(tasks, task, next)));
            }
            workers.forEach(this::await);
        }
    }

    private void work(int tasks, IntConsumer task, AtomicInteger next) {
        boolean finished = false;
        try {
            for (int index = next.getAndIncrement(); index < tasks && !stopped(); index = next.getAndIncrement()) {
                task.accept(index);
            }
            finished = true;
        } finally {
            if (!finished) {
                stop();
            }
        }
    }

    private void await(Future<?> worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                stop();
            } catch (ExecutionException e) {
                stop();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
