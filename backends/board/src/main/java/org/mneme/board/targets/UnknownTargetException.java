package org.mneme.board.targets;

import java.util.List;
import org.mneme.InputException;
import org.mneme.runtime.config.Nearest;

/** A target that nobody knows. */
public final class UnknownTargetException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * Creates the error.
     *
     * @param name as given
     * @param known what there is
     */
    public UnknownTargetException(String name, List<String> known) {
        super("target '" + name + "' is unknown" + Nearest.suggestion(name, known)
                + (Nearest.of(name, known).isPresent()
                        ? ""
                        : "; a description of your own is named by its path, such as ./" + "my-board.textproto"));
        this.name = name;
    }

    /**
     * Returns the name.
     *
     * @return as given
     */
    public String name() {
        return name;
    }
}
