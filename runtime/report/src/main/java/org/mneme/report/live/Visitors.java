package org.mneme.report.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Who is being answered; who does not read for so long is left. */
final class Visitors implements AutoCloseable {
    /** How long a piece of an answer may wait to be read. */
    static final long PATIENCE_SECONDS = 10;

    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN = SECOND / 4;
    private static final int PIECE = 16 << 10;

    private final long patienceNanos;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final Thread watchdog;
    private volatile boolean closed;

    /**
     * Starts to watch.
     *
     * @param patienceNanos how long a piece may wait to be read
     */
    Visitors(long patienceNanos) {
        this.patienceNanos = patienceNanos;
        this.watchdog = Thread.ofVirtual().name("mneme-live-watchdog").unstarted(this::watch);
    }

    void start() {
        watchdog.start();
    }

    /** Someone who is being answered by this thread. */
    final class Visit extends OutputStream {
        private final Thread thread = Thread.currentThread();
        private final OutputStream out;
        private volatile long since;
        private volatile boolean writing;

        private Visit(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int from = 0; from < length; from += PIECE) {
                begin();
                try {
                    out.write(bytes, offset + from, Math.min(PIECE, length - from));
                } finally {
                    writing = false;
                }
            }
        }

        @Override
        public void flush() throws IOException {
            begin();
            try {
                out.flush();
            } finally {
                writing = false;
            }
        }

        private void begin() throws IOException {
            if (closed) {
                throw new IOException("the server closes");
            }
            since = System.nanoTime();
            writing = true;
        }

        /** Sends the head of the answer. */
        void headers(HttpExchange exchange, int status, long length) throws IOException {
            begin();
            try {
                exchange.sendResponseHeaders(status, length);
            } finally {
                writing = false;
            }
        }

        /** Says that there is nothing more for it. */
        @Override
        public void close() throws IOException {
            begin();
            try {
                out.close();
            } finally {
                writing = false;
                visits.remove(this);
            }
        }

        /** It is no longer answered, whatever became of it. */
        void leave() {
            visits.remove(this);
        }
    }

    /**
     * Begins to answer someone, on this thread.
     *
     * @param out what it reads
     * @return the same, watched; {@link Visit#leave} is to be called in the end
     */
    Visit visit(OutputStream out) {
        Visit visit = new Visit(out);
        visits.add(visit);
        return visit;
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(BETWEEN);
            long now = System.nanoTime();
            for (Visit visit : visits) {
                if (visit.writing && now - visit.since > patienceNanos) {
                    // an interrupt closes the channel that the thread writes to
                    visit.thread.interrupt();
                }
            }
        }
    }

    /** Leaves everyone. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watchdog);
        visits.forEach(visit -> visit.thread.interrupt());
        boolean interrupted = Waiting.join(watchdog);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
