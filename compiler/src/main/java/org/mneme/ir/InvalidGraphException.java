package org.mneme.ir;

import java.util.List;
import java.util.stream.Collectors;
import org.mneme.InputException;

/** A graph with mistakes; all of them are listed. */
public final class InvalidGraphException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient List<GraphMistake> mistakes;

    /**
     * Creates the error.
     *
     * @param graph name of the graph
     * @param mistakes at least one
     */
    public InvalidGraphException(String graph, List<GraphMistake> mistakes) {
        super("graph " + graph + " has " + mistakes.size() + (mistakes.size() == 1 ? " mistake: " : " mistakes: ")
                + mistakes.stream().map(GraphMistake::sentence).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Returns the mistakes.
     *
     * @return at least one
     */
    public List<GraphMistake> mistakes() {
        return mistakes;
    }
}
