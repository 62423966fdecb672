package org.mneme.nir.imports;

/** A parameter of a node that cannot be used. */
public final class NodeParameterException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final String node;
    private final String parameter;

    /**
     * Creates the error.
     *
     * @param node name of the node
     * @param type its type, as files say it
     * @param parameter name of the parameter, as files say it
     * @param problem the end of the sentence, with the fix
     */
    public NodeParameterException(String node, String type, String parameter, String problem) {
        super("node " + node + " (" + type + "): " + parameter + " " + problem);
        this.node = node;
        this.parameter = parameter;
    }

    /**
     * Returns the node.
     *
     * @return its name
     */
    public String node() {
        return node;
    }

    /**
     * Returns the parameter.
     *
     * @return its name
     */
    public String parameter() {
        return parameter;
    }
}
