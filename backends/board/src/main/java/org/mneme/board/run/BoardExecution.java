package org.mneme.board.run;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.mneme.board.driver.BoardCounters;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.BoardHandleException;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.SpikeSink;
import org.mneme.targets.Status;

/**
 * A graph on a board, loaded and started.
 *
 * <p>Ticks are asked for one by one while spikes are told, and in longer and longer stretches while none is: what the board's queue holds
 * stays small, and what was executed is known here when the board goes away.
 */
final class BoardExecution implements Execution {
    private static final long LONGEST_STRETCH = 1024;

    private final SpikingGraph graph;
    private final BoardSession session;
    private final Described described;
    private final BitSet recorded = new BitSet();
    private final SourceQueue queue;
    private final Feed feed;
    private final Received received;
    private final UnderWay underWay;
    private final int[] firstIds;
    private long tick;

    /** Ticks that the board has executed; more than {@link #tick} where it did not tell their spikes yet. */
    private long executed;

    private long stretch = 1;
    private Optional<BoardCounters> last = Optional.empty();

    /**
     * What a board is called, and where the graph is on it.
     *
     * @param uri as the user wrote it
     * @param target name of its target
     * @param arithmetic whose numbers it computes with
     * @param cores that the graph takes
     * @param status the worst status of the figures that energy and time rest on
     * @param notes what the user should know
     */
    record Described(String uri, String target, String arithmetic, int cores, Status status, List<String> notes) {
        Described {
            notes = List.copyOf(notes);
        }
    }

    BoardExecution(SpikingGraph graph, ExecutionOptions options, BoardSession session, Described described) {
        this.graph = graph;
        this.session = session;
        this.described = described;
        this.queue = new SourceQueue(graph);
        this.feed = new Feed(session, queue, described.uri());
        this.underWay = new UnderWay(graph);
        this.received = new Received(described.uri(), underWay);
        this.firstIds = graph.firstIds();
        for (int p = 0; p < graph.populations().size(); p++) {
            if (options.recorded().contains(graph.populations().get(p).name())) {
                recorded.set(firstIds[p], firstIds[p + 1]);
            }
        }
    }

    @Override
    public SpikingGraph graph() {
        return graph;
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public void inject(List<SourceSpike> spikes) {
        queue.add(spikes, tick);
        last = Optional.empty();
    }

    @Override
    public void advance(long untilTick, SpikeSink sink) {
        if (untilTick < tick) {
            throw new IllegalArgumentException("cannot advance from tick " + tick + " back to " + untilTick);
        }
        settle(sink);
        while (tick < untilTick) {
            last = Optional.empty();
            long end = feed.feed(tick, Math.min(untilTick, tick + stretch));
            try {
                session.step(end - tick);
            } catch (BoardException e) {
                rescue(sink, e);
                throw e.in("tick " + tick);
            }
            executed = end;
            int heard = settle(sink);
            stretch = heard > 0 ? 1 : Math.min(LONGEST_STRETCH, 2 * stretch);
        }
    }

    /** Tells the spikes of all ticks that were executed; returns how many there were. */
    private int settle(SpikeSink sink) {
        if (executed == tick) {
            return 0;
        }
        received.drain(session);
        int heard = received.tell(tick, executed, firstIds[firstIds.length - 1], recorded, sink);
        tick = executed;
        return heard;
    }

    /** What a step that failed did before, where the board still tells it. */
    private void rescue(SpikeSink sink, BoardException failure) {
        executed += session.executed();
        try {
            settle(sink);
        } catch (BoardException | BoardHandleException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public boolean idle() {
        return queue.isEmpty() && !underWay.goesOn(tick) && figures().idle();
    }

    private BoardCounters figures() {
        BoardCounters now = last.orElseGet(session::counters);
        last = Optional.of(now);
        return now;
    }

    @Override
    public double[] state(String population, StateVariable variable) {
        Population found = graph.population(population);
        if (!found.model().state().contains(variable)) {
            throw new IllegalArgumentException("population " + population + " has no " + variable);
        }
        long[] values = session.state(firstIds[graph.populations().indexOf(found)], found.size(), variable);
        double[] numbers = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = values[i];
        }
        return numbers;
    }

    @Override
    public Counters counters() {
        BoardCounters now = figures();
        return new Counters(now.spikes(), now.synapticEvents(), now.saturations());
    }

    @Override
    public Optional<BoardFigures> board() {
        BoardCounters now = figures();
        return Optional.of(new BoardFigures(
                described.uri(),
                session.hardware(),
                described.target(),
                described.arithmetic(),
                described.cores(),
                session.loadSeconds(),
                now.hops(),
                scaled(now.energyFemtojoules(), 1e-15),
                scaled(now.timePicoseconds(), 1e-12),
                described.status(),
                now.eventsLost(),
                session.fullQueues(),
                described.notes()));
    }

    private static OptionalDouble scaled(OptionalLong value, double unit) {
        return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value.getAsLong() * unit);
    }

    @Override
    public ExecutionImage save() {
        throw refused();
    }

    @Override
    public void restore(ExecutionImage image) {
        throw refused();
    }

    private static NotForBoardsException refused() {
        return new NotForBoardsException(
                "a checkpoint",
                "spikes that are under way cannot be read out; use the simulator for runs that are resumed");
    }

    @Override
    public void close() {
        session.close();
    }
}
