package org.mneme.map;

import java.util.List;
import java.util.stream.Collectors;
import org.mneme.InputException;
import org.mneme.targets.Quantity;

/** A target that does not state a limit which mapping needs, where only complete targets are allowed. */
public final class IncompleteTargetException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String target;
    private final transient List<Quantity> unknown;

    /**
     * Creates the error.
     *
     * @param target name of the target
     * @param unknown the limits it does not state, at least one
     */
    public IncompleteTargetException(String target, List<Quantity> unknown) {
        super("target " + target + " does not state "
                + unknown.stream().map(Quantity::key).collect(Collectors.joining(", "))
                + "; supply values with --assume FILE, or allow an incomplete target");
        this.target = target;
        this.unknown = List.copyOf(unknown);
    }

    /**
     * Returns the target.
     *
     * @return its name
     */
    public String target() {
        return target;
    }

    /**
     * Returns what it does not state.
     *
     * @return limits, in declaration order
     */
    public List<Quantity> unknown() {
        return unknown;
    }
}
