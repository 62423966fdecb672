package org.mneme.nir.imports;

import org.mneme.nir.graph.Edge;

/** An edge that leads nowhere, or to more than one place. */
public final class BadEdgeException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final transient Edge edge;

    /**
     * Creates the error.
     *
     * @param edge the edge
     * @param problem the end of the sentence, with the fix
     */
    public BadEdgeException(Edge edge, String problem) {
        super("edge " + edge + ": " + problem);
        this.edge = edge;
    }

    /**
     * Returns the edge.
     *
     * @return the edge, as the file has it
     */
    public Edge edge() {
        return edge;
    }
}
