package org.mneme.board.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.mneme.InputException;
import org.mneme.board.driver.BoardCounters;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.BoardGoneException;
import org.mneme.board.driver.BoardHandle;
import org.mneme.board.driver.BoardHandleException;
import org.mneme.board.driver.BoardTransientException;
import org.mneme.board.driver.BoardUri;
import org.mneme.board.driver.DriverResult;
import org.mneme.board.driver.Drivers;
import org.mneme.board.driver.EventBuffer;
import org.mneme.board.targets.TargetBytes;
import org.mneme.ir.StateVariable;
import org.mneme.targets.Target;

/**
 * A board in use: opened, loaded, started, stepped.
 *
 * <p>Every operation ends by its deadline. What fails for now is tried again until then, with waits between: opening while another
 * session holds the board, reading, resetting, and a load whose sections did not arrive as they were sent. A start is sent once. Of a step
 * that timed out only the rest is asked for. One thread at a time uses a session; any thread may close it, twice too.
 */
public final class BoardSession implements AutoCloseable {
    /** Attempts that share the deadline of a step. */
    private static final int STEP_ATTEMPTS = 4;

    /** How often a load is begun at most. */
    private static final int LOADS = 3;

    private static final String DESCRIPTION = "the driver's description of its target";

    private final BoardHandle board;
    private final boolean hardware;
    private final Deadlines deadlines;
    private final BoardClock clock;
    private long executed;
    private long fullQueues;
    private long retries;
    private double loadSeconds;

    BoardSession(BoardHandle board, boolean hardware, Deadlines deadlines, BoardClock clock) {
        this.board = board;
        this.hardware = hardware;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Opens a board.
     *
     * @param uri such as {@code emulator:?target=loihi1}
     * @return the session, to be closed
     * @throws BoardException if it cannot be opened
     * @throws org.mneme.MnemeException if the URI is none, or its driver cannot be used
     */
    public static BoardSession open(String uri) {
        return open(uri, new Drivers(), Deadlines.DEFAULT, BoardClock.SYSTEM);
    }

    /**
     * Opens a board.
     *
     * @param uri such as {@code emulator:?target=loihi1}
     * @param drivers where its driver is looked for
     * @param deadlines of all operations
     * @param clock to keep them by
     * @return the session, to be closed
     * @throws BoardException if it cannot be opened
     * @throws org.mneme.MnemeException if the URI is none, or its driver cannot be used
     */
    public static BoardSession open(String uri, Drivers drivers, Deadlines deadlines, BoardClock clock) {
        try (TargetOption target = TargetOption.of(BoardUri.parse(uri))) {
            Attempts attempts = new Attempts(clock, deadlines.open(), 1);
            BoardSession[] opened = new BoardSession[1];
            attempts.until(left -> {
                Drivers.Opened found = drivers.open(target.uri(), uri, Duration.ofNanos(left));
                opened[0] = new BoardSession(found.board(), found.driver().hardware(), deadlines, clock);
            });
            return opened[0];
        }
    }

    /**
     * Says whether the board is hardware.
     *
     * @return false where it is emulated
     */
    public boolean hardware() {
        return hardware;
    }

    /** What the board is called in messages. */
    String uri() {
        return board.name();
    }

    /**
     * Reads the board's description.
     *
     * @return a serialised mneme.board.TargetDescription
     */
    public byte[] description() {
        byte[][] description = new byte[1][];
        again(_ -> description[0] = board.describe());
        return description[0];
    }

    /**
     * Asks the board what it is.
     *
     * @return its target, sized as the board is
     * @throws BoardException if it cannot be asked, or what it says is no description
     */
    public Target target() {
        byte[] description = description();
        try {
            return TargetBytes.read(description, DESCRIPTION);
        } catch (InputException e) {
            String text =
                    TargetBytes.isDescription(description) ? e.getMessage() : DESCRIPTION + " is no target description";
            throw BoardException.of(
                    new BoardException.Failure(board.name(), "describe", DriverResult.BROKEN, List.of(text)));
        }
    }

    /**
     * Loads a program: all of it, or nothing. After a failure the board has no program.
     *
     * @param program streamed once, and again where it did not arrive as it was sent
     * @throws BoardException if it cannot be loaded, naming the section; what the reset after it says is suppressed in it
     */
    public void load(ProgramSource program) {
        long start = clock.nanoTime();
        Attempts attempts = new Attempts(clock, deadlines.load(), 1);
        for (int load = 1; ; load++) {
            try {
                Loading loading = new Loading(board, attempts);
                program.stream(loading);
                loading.commit();
                loadSeconds = (clock.nanoTime() - start) / 1e9;
                return;
            } catch (IOException e) {
                UncheckedIOException unread = new UncheckedIOException(e);
                resetAfter(unread);
                throw unread;
            } catch (BoardTransientException e) {
                resetAfter(e);
                if (load == LOADS) {
                    throw e.after(load);
                }
                attempts.waitAfter(e);
                retries++;
            } catch (RuntimeException e) {
                resetAfter(e);
                throw e;
            }
        }
    }

    private void resetAfter(RuntimeException failure) {
        if (failure instanceof BoardGoneException || failure instanceof BoardHandleException) {
            return;
        }
        try {
            reset();
        } catch (BoardException | BoardHandleException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Starts the program at tick 0, all states 0; sent once, whatever comes of it.
     *
     * @param seed key of all random draws
     * @throws BoardException if it cannot be started
     */
    public void start(long seed) {
        board.start(seed, deadlines.call().toNanos());
    }

    /**
     * Executes ticks; {@link #executed} tells how many.
     *
     * @param ticks ≥ 0
     * @throws BoardException if not all could be executed
     */
    public void step(long ticks) {
        Attempts attempts = new Attempts(clock, deadlines.step(), STEP_ATTEMPTS);
        executed = 0;
        while (executed < ticks) {
            try {
                board.step(ticks - executed, Math.max(1, attempts.next()));
                executed = ticks;
            } catch (BoardTransientException e) {
                executed += board.done();
                if (executed < ticks) {
                    attempts.waitAfter(e);
                    retries++;
                }
            } catch (BoardException e) {
                executed += board.done();
                throw e;
            }
        }
    }

    /**
     * Returns how many ticks the last {@link #step} executed, also where it failed.
     *
     * @return ≥ 0
     */
    public long executed() {
        return executed;
    }

    /**
     * Queues spikes of sources.
     *
     * @param events ascending by tick
     * @param from the first of them
     * @param count how many
     * @return how many were taken; fewer where the board's queue is full, which is counted
     * @throws BoardException if they cannot be taken
     */
    public int send(EventBuffer events, int from, int count) {
        Attempts attempts = new Attempts(clock, deadlines.call(), 1);
        int taken = 0;
        while (taken < count) {
            try {
                board.send(events, from + taken, count - taken, Math.max(1, attempts.next()));
                return count;
            } catch (BoardTransientException e) {
                taken += (int) board.done();
                if (e.failure().result() == DriverResult.FULL) {
                    fullQueues++;
                    return taken;
                }
                attempts.waitAfter(e);
                retries++;
            }
        }
        return taken;
    }

    /**
     * Takes spikes of probed populations off the queue.
     *
     * @param events room for them; filled ascending by tick, then address
     * @return how many; fewer than there is room for where the queue is empty
     * @throws BoardException if they cannot be taken
     */
    public int receive(EventBuffer events) {
        Attempts attempts = new Attempts(clock, deadlines.call(), 1);
        while (true) {
            try {
                return board.receive(events, Math.max(1, attempts.next()));
            } catch (BoardTransientException e) {
                if (board.done() > 0) {
                    return (int) board.done();
                }
                attempts.waitAfter(e);
                retries++;
            }
        }
    }

    /**
     * Reads a state variable as it is after the last tick executed.
     *
     * @param firstId global id of the first neuron
     * @param count of neurons
     * @param variable which
     * @return one value a neuron
     * @throws BoardException if it cannot be read
     */
    public long[] state(int firstId, int count, StateVariable variable) {
        long[] values = new long[count];
        again(left -> board.readState(firstId, values, number(variable), left));
        return values;
    }

    private static int number(StateVariable variable) {
        return switch (variable) {
            case CURRENT -> 0;
            case POTENTIAL -> 1;
            case REFRACTORY -> 2;
            case SUM -> 3;
            case LAST_SIGN -> 4;
        };
    }

    /**
     * Reads the counters.
     *
     * @return what has been done since the start
     * @throws BoardException if they cannot be read
     */
    public BoardCounters counters() {
        BoardCounters[] counters = new BoardCounters[1];
        again(left -> counters[0] = board.counters(left));
        return counters[0];
    }

    /**
     * Takes the program off the board.
     *
     * @throws BoardException if that cannot be done
     */
    public void reset() {
        again(board::reset);
    }

    private void again(Attempts.Attempt attempt) {
        new Attempts(clock, deadlines.call(), 1).until(attempt);
    }

    /**
     * Returns how often the queue towards the board was full.
     *
     * @return ≥ 0
     */
    public long fullQueues() {
        return fullQueues;
    }

    /**
     * Returns how often a load, step, send or receive was asked for again.
     *
     * @return ≥ 0
     */
    public long retries() {
        return retries;
    }

    /**
     * Returns how long the load took.
     *
     * @return s; 0 before
     */
    public double loadSeconds() {
        return loadSeconds;
    }

    /** Gives the board back; where another thread is in a call, when that call returns. */
    @Override
    public void close() {
        board.close();
    }
}
