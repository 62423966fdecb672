package org.mneme.model.io;

import java.nio.file.Path;

/** A file that breaks the rules of its own format. */
public final class MalformedFileException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    MalformedFileException(Path file, Place place, String problem) {
        super(file, place, problem);
        this.problem = problem;
    }

    /**
     * Returns which rule is broken, and the way out.
     *
     * @return a sentence without its period
     */
    public String problem() {
        return problem;
    }
}
