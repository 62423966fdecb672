package org.mneme.lab.figure;

import java.util.List;
import org.mneme.InputException;
import org.mneme.runtime.config.Nearest;

/** There is no figure of that name. */
public final class UnknownFigureException extends InputException {
    private static final long serialVersionUID = 1L;

    /** What was asked for. */
    private final String figure;

    /**
     * Creates the error.
     *
     * @param figure what was asked for
     * @param known all figures
     */
    public UnknownFigureException(String figure, List<String> known) {
        super("figure '" + figure + "' is unknown" + Nearest.suggestion(figure, known));
        this.figure = figure;
    }

    /**
     * Returns the name.
     *
     * @return what was asked for
     */
    public String figure() {
        return figure;
    }
}
