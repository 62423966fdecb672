package org.mneme.board.run;

import java.util.List;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.targets.Status;

/** A program that the caller has loaded and started, as an execution: for those who bring their own program, or run several in a session. */
public final class StartedProgram {
    private StartedProgram() {}

    /**
     * Returns the execution.
     *
     * @param session at tick 0; closed with the execution
     * @param graph of the program
     * @param options with the populations to be recorded, which the program has to tell
     * @return the execution
     */
    public static Execution of(BoardSession session, SpikingGraph graph, ExecutionOptions options) {
        return new BoardExecution(
                graph,
                options,
                session,
                new BoardExecution.Described(session.uri(), session.target().name(), "", 0, Status.UNKNOWN, List.of()));
    }
}
