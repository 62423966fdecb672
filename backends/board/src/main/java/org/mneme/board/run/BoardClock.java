package org.mneme.board.run;

import java.util.concurrent.locks.LockSupport;

/** What time it is, and how to let some pass. */
public interface BoardClock {
    /** The system's. */
    BoardClock SYSTEM = new BoardClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    /**
     * Returns a time that only differences are taken of.
     *
     * @return ns
     */
    long nanoTime();

    /**
     * Lets time pass; less of it where the thread is interrupted.
     *
     * @param nanos ns
     */
    void sleep(long nanos);
}
