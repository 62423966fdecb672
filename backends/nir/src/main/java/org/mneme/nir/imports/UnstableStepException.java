package org.mneme.nir.imports;

/** A time step longer than a time constant, at which Euler's steps overshoot. */
public final class UnstableStepException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final String node;
    private final double tickSeconds;
    private final double timeConstant;

    /**
     * Creates the error.
     *
     * @param node name of the node
     * @param type its type, as files say it
     * @param parameter name of the time constant
     * @param tickSeconds the step, s
     * @param timeConstant the shortest time constant of the node, s
     * @param shortest the shortest time constant of the graph, s
     */
    public UnstableStepException(
            String node, String type, String parameter, double tickSeconds, double timeConstant, double shortest) {
        super("node " + node + " (" + type + "): the time step " + tickSeconds + " s is longer than " + parameter
                + " = " + timeConstant + " s, so that Euler's method is unstable; use --dt " + shortest + " or less");
        this.node = node;
        this.tickSeconds = tickSeconds;
        this.timeConstant = timeConstant;
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
     * Returns the step.
     *
     * @return s
     */
    public double tickSeconds() {
        return tickSeconds;
    }

    /**
     * Returns the shortest time constant of the node.
     *
     * @return s
     */
    public double timeConstant() {
        return timeConstant;
    }
}
