package org.mneme.report;

import java.nio.file.Path;
import org.mneme.InputException;

/** A file that is no study, or cannot be read. */
public final class StudyFileException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    /**
     * Creates the error.
     *
     * @param file what was read
     * @param reason what is wrong with it
     */
    public StudyFileException(Path file, String reason) {
        super(file + ": is not a study (" + reason + "); write it anew with --json, or remove it");
        this.file = file;
    }

    /**
     * Returns the file.
     *
     * @return its path, as it was given
     */
    public Path file() {
        return file;
    }
}
