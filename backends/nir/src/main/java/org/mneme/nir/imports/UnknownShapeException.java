package org.mneme.nir.imports;

/** A node whose shape neither the file says nor its neighbours tell. */
public final class UnknownShapeException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final String node;

    /**
     * Creates the error.
     *
     * @param node name of the node
     * @param type its type, as files say it
     */
    public UnknownShapeException(String node, String type) {
        super("node " + node + " (" + type
                + "): its shape is neither in the file nor told by its edges; lead an Input with a shape to it");
        this.node = node;
    }

    /**
     * Returns the node.
     *
     * @return its name
     */
    public String node() {
        return node;
    }
}
