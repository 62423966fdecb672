package org.mneme.ir;

/** A state variable of a neuron model, as probes and checkpoints name it. */
public enum StateVariable {
    /** Synaptic current u of {@link Lif} and {@link Escape}. */
    CURRENT("u"),
    /** Membrane potential v of {@link Lif} and {@link Escape}. */
    POTENTIAL("v"),
    /** Refractory ticks left of {@link Lif} and {@link Escape}. */
    REFRACTORY("ref"),
    /** Sum x of {@link Graded}. */
    SUM("x"),
    /** Last sign sent by a {@link Graded} neuron with {@link Phi.Sign}: −1, +1, or 0 before the first. */
    LAST_SIGN("sign");

    private final String symbol;

    StateVariable(String symbol) {
        this.symbol = symbol;
    }

    /**
     * Returns the variable's symbol.
     *
     * @return for example "v"
     */
    public String symbol() {
        return symbol;
    }
}
