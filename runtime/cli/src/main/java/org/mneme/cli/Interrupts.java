package org.mneme.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end long work at the next step, so that what is finished is kept. */
final class Interrupts {
    private static final CountDownLatch FINISHED = new CountDownLatch(1);
    private static final long PATIENCE_SECONDS = 10;
    private static volatile boolean asked;
    private static volatile boolean keeping;

    private Interrupts() {}

    /** From now on a termination signal is noted, and the process waits for work worth keeping to end. */
    static void install() {
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (FINISHED.getCount() == 0 || !keeping) {
                return;
            }
            asked = true;
            worker.interrupt();
            try {
                boolean _ = FINISHED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** What is done from now on is worth keeping: before it, a signal ends the process at once. */
    static void keep() {
        keeping = true;
    }

    /** Says whether the work should end. */
    static boolean asked() {
        return asked;
    }

    /** The work has ended. */
    static void done() {
        FINISHED.countDown();
    }
}
