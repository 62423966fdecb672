package org.mneme.nir.imports;

import org.mneme.bits.Ints;
import org.mneme.nir.graph.Edge;

/** An edge between nodes whose shapes differ. */
public final class ShapeMismatchException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final transient Edge edge;
    private final transient Ints given;
    private final transient Ints taken;

    /**
     * Creates the error.
     *
     * @param edge the edge
     * @param given shape of what its source gives
     * @param taken shape of what its target takes
     */
    public ShapeMismatchException(Edge edge, Ints given, Ints taken) {
        super("edge " + edge + ": " + edge.source() + " gives the shape " + given + ", " + edge.target()
                + " takes the shape " + taken + "; make them equal");
        this.edge = edge;
        this.given = given;
        this.taken = taken;
    }

    /**
     * Returns the edge.
     *
     * @return the edge
     */
    public Edge edge() {
        return edge;
    }

    /**
     * Returns the shape that the source gives.
     *
     * @return its dimensions
     */
    public Ints given() {
        return given;
    }

    /**
     * Returns the shape that the target takes.
     *
     * @return its dimensions
     */
    public Ints taken() {
        return taken;
    }
}
