package org.mneme.board.conformance;

import java.util.ArrayList;
import java.util.List;
import org.mneme.board.driver.BoardCallException;
import org.mneme.board.run.BoardSession;
import org.mneme.board.run.StartedProgram;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.board.Conformance;
import org.mneme.targets.Target;

/** Runs the golden vectors on a board, one after the other in one session. */
public final class BoardConformance implements Conformance {
    @Override
    public List<Verdict> run(String uri) {
        try (BoardSession session = BoardSession.open(uri)) {
            return run(session, GoldenVectors.names());
        }
    }

    /**
     * Runs vectors on a board that is open.
     *
     * @param session with it
     * @param names of the vectors
     * @return one verdict a vector
     * @throws org.mneme.MnemeException if the board fails
     */
    static List<Verdict> run(BoardSession session, List<String> names) {
        Target target = session.target();
        List<Verdict> verdicts = new ArrayList<>();
        for (String name : names) {
            verdicts.add(verdict(session, target, name));
        }
        return verdicts;
    }

    private static Verdict verdict(BoardSession session, Target target, String name) {
        try {
            List<String> differences = differences(session, Trial.of(name, target));
            return new Verdict(name, differences.isEmpty() ? Outcome.PASSED : Outcome.FAILED, differences);
        } catch (Trial.NotApplicable e) {
            return new Verdict(name, Outcome.NOT_APPLICABLE, List.of(String.valueOf(e.getMessage())));
        } catch (BoardCallException e) {
            // The board lives: it refuses what it should take.
            session.reset();
            return new Verdict(name, Outcome.FAILED, List.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Loads a trial, starts it, and runs it.
     *
     * @param session with the board
     * @param trial what to run
     * @return the first differences; empty where there is none
     */
    static List<String> differences(BoardSession session, Trial trial) {
        session.load(trial.program());
        session.start(trial.vector().seed());
        ExecutionOptions options = new ExecutionOptions(
                trial.vector().seed(), 1, Trial.neurons(trial.vector().graph()));
        Execution execution = StartedProgram.of(session, trial.graph(), options);
        return Comparison.differences(trial.vector(), execution, trial.isWhole());
    }
}
