package org.mneme.board.program;

import org.mneme.InputException;

/** A board program that cannot be used. */
public abstract sealed class ProgramException extends InputException
        permits DamagedSectionException,
                MisplacedSectionException,
                NotAProgramException,
                ProgramFileException,
                ProgramVersionException,
                TruncatedProgramException,
                WrongTrailerException {
    private static final long serialVersionUID = 1L;

    private final String file;

    ProgramException(String file, String mistake) {
        super(file + " " + mistake);
        this.file = file;
    }

    ProgramException(String file, String mistake, Throwable cause) {
        super(file + " " + mistake, cause);
        this.file = file;
    }

    /**
     * Returns the program.
     *
     * @return the name of its file
     */
    public String file() {
        return file;
    }
}
