package org.mneme.runtime.board;

import java.util.List;

/** Runs golden vectors against a board; found by {@link java.util.ServiceLoader}. */
public interface Conformance {
    /** How a vector ended. */
    enum Outcome {
        /** Spikes, states and counters are those expected. */
        PASSED,
        /** They are not. */
        FAILED,
        /** The board's target does not accept the graph. */
        NOT_APPLICABLE
    }

    /**
     * One vector.
     *
     * @param name such as "lif-hard-reset"
     * @param outcome how it ended
     * @param remarks the first differences, or why it does not apply
     */
    record Verdict(String name, Outcome outcome, List<String> remarks) {
        /** Copies the list. */
        public Verdict {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Runs every golden vector.
     *
     * @param uri of the board
     * @return one verdict a vector, by name
     * @throws org.mneme.MnemeException if the board cannot be opened, or fails
     */
    List<Verdict> run(String uri);
}
