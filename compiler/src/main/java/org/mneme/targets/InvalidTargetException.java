package org.mneme.targets;

import java.util.List;
import org.mneme.InputException;

/** A description of a target that contradicts itself, or lacks what every target has. */
public final class InvalidTargetException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String target;
    private final transient List<String> mistakes;

    /**
     * Creates the error.
     *
     * @param target name of the target
     * @param mistakes all that were found, part of a sentence each; not empty
     */
    public InvalidTargetException(String target, List<String> mistakes) {
        super("target " + target + ": " + String.join("; ", mistakes));
        this.target = target;
        this.mistakes = List.copyOf(mistakes);
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
     * Returns what is wrong.
     *
     * @return part of a sentence each
     */
    public List<String> mistakes() {
        return mistakes;
    }
}
