package org.mneme.board.driver;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that makes calls for another, which waits for each only so long. Neither looks for the other before it sleeps: where cores are
 * shared, looking took ten times longer than being woken (5 µs a call).
 */
final class DriverThread implements Runnable {
    private final Thread worker;
    private volatile @Nullable IntSupplier job;
    private volatile boolean workerSleeps;
    private volatile @Nullable Thread sleeper;
    private volatile boolean answered = true;
    private volatile boolean ended;
    private int answer;
    private @Nullable Throwable failure;

    DriverThread() {
        worker = Thread.ofPlatform().daemon().name("mneme-driver").start(this);
    }

    @Override
    public void run() {
        while (!ended) {
            IntSupplier next = job;
            if (next == null) {
                waitForJob();
            } else {
                job = null;
                try {
                    answer = next.getAsInt();
                } catch (Throwable t) {
                    failure = t;
                }
                answered = true;
                LockSupport.unpark(sleeper);
            }
        }
    }

    private void waitForJob() {
        workerSleeps = true;
        if (job == null && !ended) {
            LockSupport.park(this);
        }
        workerSleeps = false;
    }

    /**
     * Has a call made; one thread at a time.
     *
     * @param name of the call, for the error
     * @param most ns to wait
     * @param call what to do
     * @return what the call returned
     * @throws DriverStuckException if it did not come back; then this thread is of no use any more
     */
    int call(String name, long most, IntSupplier call) {
        if (ended) {
            throw new DriverStuckException("the driver did not come back before");
        }
        failure = null;
        answered = false;
        job = call;
        if (workerSleeps) {
            LockSupport.unpark(worker);
        }
        if (!awaitAnswer(most)) {
            end();
            throw new DriverStuckException(
                    String.format(Locale.ROOT, "the driver did not come back from %s within %.1f s", name, most / 1e9));
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("a driver's call threw", thrown);
        }
        return answer;
    }

    private boolean awaitAnswer(long most) {
        boolean interrupted = false;
        long end = System.nanoTime() + most;
        sleeper = Thread.currentThread();
        while (!answered && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, end - System.nanoTime());
            // A thread that is interrupted would not sleep; it is told at the end.
            interrupted |= Thread.interrupted();
        }
        sleeper = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answered;
    }

    /** Lets the thread go, where it is not in a call that never ends. */
    void end() {
        ended = true;
        LockSupport.unpark(worker);
    }
}
