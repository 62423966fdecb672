package org.mneme.board.program;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file of a board program that the system does not read or write. */
public final class ProgramFileException extends ProgramException {
    private static final long serialVersionUID = 1L;

    private ProgramFileException(String file, String mistake, IOException cause) {
        super(file, mistake + " (" + reason(cause) + ")", cause);
    }

    static ProgramFileException reading(String file, IOException cause) {
        return new ProgramFileException(file, "cannot be read", cause);
    }

    static ProgramFileException writing(String file, IOException cause) {
        return new ProgramFileException(file, "cannot be written", cause);
    }

    /** What the system said, without the file name it starts with. */
    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "access denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
