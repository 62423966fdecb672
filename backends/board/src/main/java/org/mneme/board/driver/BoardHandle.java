package org.mneme.board.driver;

import com.google.protobuf.ByteString;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * One board, opened: the calls of its driver, each checked, over memory outside the Java heap that is kept for them.
 *
 * <p>One thread at a time uses it; a second one is told so. It may be closed by any thread, and twice: where a call is under way, the
 * board is given back when that call returns, and the caller is told. All deadlines are in nanoseconds from the call.
 */
public final class BoardHandle implements AutoCloseable {
    private static final int IDLE = 0;
    private static final int IN_CALL = 1;
    private static final int CLOSING = 2;
    private static final int CLOSED = 3;

    private static final int TEXT_BYTES = 4096;
    private static final int MOST_TEXTS = 100;
    private static final int MOST_DESCRIPTION = 1 << 26;

    /** What a driver that never came back may still write to. */
    private static final ConcurrentLinkedQueue<Object> ABANDONED = new ConcurrentLinkedQueue<>();

    private final DriverCalls calls;
    private final String name;
    private final Memory fixed = new Memory(Long.BYTES + 8L * BoardCounters.WORDS + TEXT_BYTES);
    private final ByteBuffer words = fixed.getByteBuffer(0, fixed.size());
    private final long done = Pointer.nativeValue(fixed);
    private final long counters = done + Long.BYTES;
    private final long text = counters + 8L * BoardCounters.WORDS;
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private volatile String user = "";
    private volatile String closer = "";
    private Memory bulk = new Memory(1 << 16);
    private Object lent = bulk;
    private long board;

    private BoardHandle(DriverCalls calls, String name) {
        this.calls = calls;
        this.name = name;
    }

    /**
     * Opens a board.
     *
     * @param calls of its driver
     * @param uri "scheme:path?key=value"
     * @param name what the board is called in messages
     * @param deadline ns
     * @return the board, to be closed
     * @throws BoardException if it cannot be opened
     */
    public static BoardHandle open(DriverCalls calls, String uri, String name, long deadline) {
        BoardHandle handle = new BoardHandle(calls, name);
        byte[] bytes = (uri + "\0").getBytes(StandardCharsets.UTF_8);
        try {
            handle.copy(ByteString.copyFrom(bytes));
            handle.call("open", () -> {
                int code = calls.open(Pointer.nativeValue(handle.bulk), deadline, handle.done);
                handle.board = handle.done();
                handle.words.putLong(0, 0);
                return code;
            });
            return handle;
        } catch (RuntimeException e) {
            closing(handle, e);
            throw e;
        }
    }

    private static void closing(BoardHandle handle, RuntimeException first) {
        try {
            handle.close();
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    /**
     * Returns what it is called in messages.
     *
     * @return such as the URI that the user wrote
     */
    public String name() {
        return name;
    }

    /**
     * Returns how much the last {@link #step}, {@link #send} or {@link #receive} did, also where it failed.
     *
     * @return ticks or events
     */
    public long done() {
        return words.getLong(0);
    }

    /**
     * Reads the description of the board.
     *
     * @return a serialised mneme.board.TargetDescription
     */
    public byte[] describe() {
        List<byte[]> description = new ArrayList<>();
        call("describe", () -> {
            int code = calls.describe(board, Pointer.nativeValue(bulk), bulk.size(), done);
            if (DriverResult.of(code) == DriverResult.BAD_ARGUMENT && done() > bulk.size()) {
                room(Math.min(done(), MOST_DESCRIPTION));
                code = calls.describe(board, Pointer.nativeValue(bulk), bulk.size(), done);
            }
            if (code == 0) {
                checked("bytes", bulk.size(), code);
                description.add(bulk.getByteArray(0, (int) done()));
            }
            return code;
        });
        return description.getFirst();
    }

    /**
     * Begins a load.
     *
     * @param header the header's payload
     * @param deadline ns
     */
    public void loadBegin(ByteString header, long deadline) {
        call("load", () -> {
            copy(header);
            return calls.loadBegin(board, Pointer.nativeValue(bulk), header.size(), deadline);
        });
    }

    /**
     * Loads a section.
     *
     * @param index from 1
     * @param kind its code
     * @param payload its bytes
     * @param crc its CRC-32C
     * @param deadline ns
     */
    public void loadSection(int index, int kind, ByteString payload, int crc, long deadline) {
        call("load of section " + index, () -> {
            copy(payload);
            return calls.loadSection(board, index, kind, Pointer.nativeValue(bulk), payload.size(), crc, deadline);
        });
    }

    /**
     * Ends a load.
     *
     * @param sections sent after the header
     * @param deadline ns
     */
    public void loadCommit(int sections, long deadline) {
        call(
                "commit of " + sections + (sections == 1 ? " section" : " sections"),
                () -> calls.loadCommit(board, sections, deadline));
    }

    /**
     * Starts at tick 0.
     *
     * @param seed key of all random draws
     * @param deadline ns
     */
    public void start(long seed, long deadline) {
        call("start", () -> calls.start(board, seed, deadline));
    }

    /**
     * Executes ticks; {@link #done} tells how many.
     *
     * @param ticks how many, ≥ 0
     * @param deadline ns
     */
    public void step(long ticks, long deadline) {
        call("step", () -> whole("ticks", ticks, calls.step(board, ticks, deadline, done)));
    }

    /**
     * Queues spikes of sources; {@link #done} tells how many were taken.
     *
     * @param events in the order in which they are taken
     * @param from the first of them
     * @param count how many, ≥ 0
     * @param deadline ns
     */
    public void send(EventBuffer events, int from, int count, long deadline) {
        call("send", () -> {
            lent = events;
            return whole("events", count, calls.send(board, events.at(from), count, deadline, done));
        });
    }

    /**
     * Takes spikes off the queue.
     *
     * @param events room for them
     * @param deadline ns
     * @return how many there were; fewer than there is room for where the queue is empty
     */
    public int receive(EventBuffer events, long deadline) {
        int capacity = events.capacity();
        call("receive", () -> {
            lent = events;
            return checked("events", capacity, calls.receive(board, events.at(0), capacity, deadline, done));
        });
        return (int) done();
    }

    /** All of it was done where all went well. */
    private int whole(String what, long asked, int code) {
        return checked(what, code == 0 ? asked : 0, asked, code);
    }

    private int checked(String what, long most, int code) {
        return checked(what, 0, most, code);
    }

    /** A driver that did more than it was asked for, or less without saying so, has lost count. */
    private int checked(String what, long least, long most, int code) {
        long did = done();
        if (did < least || did > most) {
            words.putLong(0, 0);
            throw gone(
                    "count",
                    DriverResult.BROKEN,
                    "the driver says it did " + Long.toUnsignedString(did) + " of " + most + " " + what);
        }
        return code;
    }

    /**
     * Reads a state variable.
     *
     * @param firstId global id
     * @param values one a neuron; filled
     * @param variable as enum mneme_variable numbers it
     * @param deadline ns
     */
    public void readState(int firstId, long[] values, int variable, long deadline) {
        call("read of a state", () -> {
            room(8L * values.length);
            int code = calls.readState(board, firstId, values.length, variable, Pointer.nativeValue(bulk), deadline);
            bulk.read(0, values, 0, values.length);
            return code;
        });
    }

    /**
     * Reads the counters.
     *
     * @param deadline ns
     * @return the counters
     */
    public BoardCounters counters(long deadline) {
        call("read of the counters", () -> calls.readCounters(board, counters, deadline));
        long[] read = new long[BoardCounters.WORDS];
        fixed.read(Long.BYTES, read, 0, read.length);
        return BoardCounters.of(read);
    }

    /**
     * Takes the program off the board.
     *
     * @param deadline ns
     */
    public void reset(long deadline) {
        call("reset", () -> calls.reset(board, deadline));
    }

    private void call(String operation, IntSupplier call) {
        enter();
        try {
            words.putLong(0, 0);
            int code = call.getAsInt();
            if (code != 0) {
                throw BoardException.of(new BoardException.Failure(name, operation, DriverResult.of(code), texts()));
            }
        } catch (DriverStuckException e) {
            abandon();
            throw gone(operation, DriverResult.GONE, String.valueOf(e.getMessage()));
        } finally {
            leave();
        }
    }

    private BoardException gone(String operation, DriverResult result, String sentence) {
        return BoardException.of(new BoardException.Failure(name, operation, result, List.of(sentence)));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (board != 0) {
            long count = Math.min(MOST_TEXTS, Integer.toUnsignedLong(calls.errorCount(board)));
            for (int i = 0; i < count; i++) {
                fixed.setByte(text - done, (byte) 0);
                calls.error(board, i, text, TEXT_BYTES);
                fixed.setByte(fixed.size() - 1, (byte) 0);
                texts.add(fixed.getString(text - done, StandardCharsets.UTF_8.name()));
            }
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** Whether a call is under way. */
    boolean inUse() {
        return state.get() == IN_CALL;
    }

    private void enter() {
        if (!state.compareAndSet(IDLE, IN_CALL)) {
            throw state.get() == IN_CALL
                    ? new BoardHandleException(name, BoardHandleException.Reason.OTHER_THREAD, user)
                    : new BoardHandleException(name, BoardHandleException.Reason.CLOSED, closer);
        }
        user = Thread.currentThread().getName();
    }

    private void leave() {
        if (!state.compareAndSet(IN_CALL, IDLE) && state.compareAndSet(CLOSING, CLOSED)) {
            release();
            throw new BoardHandleException(name, BoardHandleException.Reason.CLOSED, closer);
        }
    }

    /** Gives the board back; where a call is under way, when it returns. */
    @Override
    public void close() {
        while (true) {
            int now = state.get();
            if (now == CLOSING || now == CLOSED) {
                return;
            }
            closer = Thread.currentThread().getName();
            if (now == IDLE && state.compareAndSet(IDLE, CLOSED)) {
                release();
                return;
            }
            if (now == IN_CALL && state.compareAndSet(IN_CALL, CLOSING)) {
                return;
            }
        }
    }

    /** Only the thread that made the state CLOSED comes here. */
    private void release() {
        try {
            calls.close(board);
            bulk.close();
        } catch (DriverStuckException e) {
            keep();
        }
    }

    /** The call is still under way: neither the board nor the memory is touched any more. */
    private void abandon() {
        closer = Thread.currentThread().getName();
        state.set(CLOSED);
        keep();
    }

    private void keep() {
        ABANDONED.add(lent);
        ABANDONED.add(bulk);
        ABANDONED.add(fixed);
    }

    private void copy(ByteString bytes) {
        room(bytes.size());
        bytes.copyTo(bulk.getByteBuffer(0, bytes.size()));
    }

    private void room(long bytes) {
        if (bulk.size() < bytes) {
            bulk.close();
            bulk = new Memory(Math.max(bytes, 2 * bulk.size()));
        }
    }
}
