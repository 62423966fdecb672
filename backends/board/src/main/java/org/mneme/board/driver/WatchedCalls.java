package org.mneme.board.driver;

import java.util.function.IntSupplier;

/**
 * The calls of a driver that is not trusted to keep its deadlines: a thread of their own makes them, and who waits for it goes on after the
 * deadline and some patience. That thread then stays where it is; it does not keep the process alive.
 */
final class WatchedCalls implements DriverCalls {
    private final DriverCalls calls;
    private final long patience;
    private final DriverThread thread = new DriverThread();

    /**
     * Watches calls.
     *
     * @param calls of a driver
     * @param patience ns to wait beyond a deadline, and for calls without one
     */
    WatchedCalls(DriverCalls calls, long patience) {
        this.calls = calls;
        this.patience = patience;
    }

    private int within(String name, long deadline, IntSupplier call) {
        return thread.call(name, Math.addExact(deadline, patience), call);
    }

    @Override
    public int list(long buffer, long capacity, long length) {
        return within("list", 0, () -> calls.list(buffer, capacity, length));
    }

    @Override
    public int open(long uri, long deadline, long board) {
        return within("open", deadline, () -> calls.open(uri, deadline, board));
    }

    @Override
    public int errorCount(long board) {
        return within("error_count", 0, () -> calls.errorCount(board));
    }

    @Override
    public int error(long board, int index, long buffer, long capacity) {
        return within("error", 0, () -> calls.error(board, index, buffer, capacity));
    }

    @Override
    public int describe(long board, long buffer, long capacity, long length) {
        return within("describe", 0, () -> calls.describe(board, buffer, capacity, length));
    }

    @Override
    public int loadBegin(long board, long header, long length, long deadline) {
        return within("load_begin", deadline, () -> calls.loadBegin(board, header, length, deadline));
    }

    @Override
    public int loadSection(long board, int index, int kind, long payload, long length, int crc, long deadline) {
        return within(
                "load_section", deadline, () -> calls.loadSection(board, index, kind, payload, length, crc, deadline));
    }

    @Override
    public int loadCommit(long board, int sections, long deadline) {
        return within("load_commit", deadline, () -> calls.loadCommit(board, sections, deadline));
    }

    @Override
    public int start(long board, long seed, long deadline) {
        return within("start", deadline, () -> calls.start(board, seed, deadline));
    }

    @Override
    public int step(long board, long ticks, long deadline, long executed) {
        return within("step", deadline, () -> calls.step(board, ticks, deadline, executed));
    }

    @Override
    public int send(long board, long events, long count, long deadline, long accepted) {
        return within("send", deadline, () -> calls.send(board, events, count, deadline, accepted));
    }

    @Override
    public int receive(long board, long events, long capacity, long deadline, long count) {
        return within("receive", deadline, () -> calls.receive(board, events, capacity, deadline, count));
    }

    @Override
    public int readState(long board, int firstId, int count, int variable, long values, long deadline) {
        return within("read_state", deadline, () -> calls.readState(board, firstId, count, variable, values, deadline));
    }

    @Override
    public int readCounters(long board, long counters, long deadline) {
        return within("read_counters", deadline, () -> calls.readCounters(board, counters, deadline));
    }

    @Override
    public int reset(long board, long deadline) {
        return within("reset", deadline, () -> calls.reset(board, deadline));
    }

    /** Closes the board, then lets the thread go. */
    @Override
    public int close(long board) {
        try {
            return within("close", 0, () -> calls.close(board));
        } finally {
            thread.end();
        }
    }
}
