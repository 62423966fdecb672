package org.mneme.board.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mneme.board.driver.BoardUri;
import org.mneme.board.driver.Drivers;
import org.mneme.board.program.ProgramEmitter;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.SpikingGraph;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.BackendLocationException;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.targets.Target;

/** Boards: a graph is mapped to the cores of the board's target, loaded through its driver, and run there. */
public final class BoardBackend implements Backend {
    private static final String NAME = "board";
    private static final String THREADS = "threads";

    private final Optional<String> uri;
    private final Drivers drivers;
    private final Deadlines deadlines;
    private final BoardClock clock;
    private Optional<Target> target = Optional.empty();

    /** A board that is still to be named. */
    public BoardBackend() {
        this(Optional.empty(), new Drivers(), Deadlines.DEFAULT, BoardClock.SYSTEM);
    }

    private BoardBackend(Optional<String> uri, Drivers drivers, Deadlines deadlines, BoardClock clock) {
        this.uri = uri;
        this.drivers = drivers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Returns a board.
     *
     * @param uri such as {@code emulator:?target=loihi1}
     * @param drivers where its driver is looked for
     * @param deadlines of its operations
     * @param clock to keep them by
     * @return the backend
     */
    public static BoardBackend at(String uri, Drivers drivers, Deadlines deadlines, BoardClock clock) {
        return new BoardBackend(Optional.of(BoardUri.parse(uri).toString()), drivers, deadlines, clock);
    }

    @Override
    public String name() {
        return uri.map(text -> NAME + ":" + text).orElse(NAME);
    }

    @Override
    public String description() {
        return "a board, emulated or hardware, at a URI: --board 'emulator:?target=loihi1' ('mneme boards' lists those there are)";
    }

    @Override
    public Backend at(String location) {
        return at(location, drivers, deadlines, clock);
    }

    private String located() {
        return uri.orElseThrow(() -> new BackendLocationException(
                NAME, "needs to know which: name one with --board URI, such as --board emulator:"));
    }

    @Override
    public Optional<Target> target() {
        if (target.isEmpty()) {
            try (BoardSession session = BoardSession.open(located(), drivers, deadlines, clock)) {
                target = Optional.of(session.target());
            }
        }
        return target;
    }

    @Override
    public Execution open(SpikingGraph graph, ExecutionOptions options) {
        String board = located();
        if (!options.noise().isNone()) {
            throw new NotForBoardsException(
                    "noise (" + options.noise().words() + ")",
                    "a board executes its program as it is; use the simulator");
        }
        if (graph.domain() instanceof NumberDomain.Real) {
            throw new NotForBoardsException(
                    "a graph of real numbers", "they compute with integers; use 'lowering: auto' or another lowering");
        }
        BoardSession session = BoardSession.open(threaded(board, options.threads()), drivers, deadlines, clock);
        try {
            Mapping mapping = map(graph, options, session.target());
            ProgramEmitter emitter = ProgramEmitter.create();
            session.load(sink -> emitter.emit(mapping, sink));
            session.start(options.seed());
            return new BoardExecution(graph, options, session, described(board, mapping));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The emulator is told how many threads it may use, where the URI does not say so. */
    private static String threaded(String board, int threads) {
        BoardUri parsed = BoardUri.parse(board);
        if (threads == 1
                || !parsed.scheme().equals(TargetOption.EMULATOR)
                || parsed.options().containsKey(THREADS)) {
            return board;
        }
        Map<String, String> options = new LinkedHashMap<>(parsed.options());
        options.put(THREADS, Integer.toString(threads));
        return parsed.with(options).toString();
    }

    /** What the board cannot hold, the board says itself: limits that nobody knows are no reason to refuse a run. */
    private static Mapping map(SpikingGraph graph, ExecutionOptions options, Target target) {
        return Mapper.map(
                new Workload(graph, options.recorded(), Map.of()),
                target,
                MappingOptions.defaults().allowingIncomplete(true),
                MappingProgress.NONE);
    }

    private static BoardExecution.Described described(String board, Mapping mapping) {
        Target target = mapping.target();
        return new BoardExecution.Described(
                board,
                target.name(),
                switch (target.arithmetic()) {
                    case EXACT -> "arithmetic of " + target.name();
                    case ENVELOPE -> "shape of " + target.name() + ", arithmetic of Mneme";
                },
                mapping.partition().clusters().size(),
                mapping.estimate().status(),
                Stream.concat(mapping.notes().stream(), target.differences().stream())
                        .toList());
    }
}
