package org.mneme.motor.gait;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mneme.InputException;

/** A motion that cannot be read from a file, or is too long for one. */
public final class MotionFileException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    MotionFileException(Path file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    MotionFileException(Path file, IOException cause) {
        super(
                file + ": "
                        + switch (cause) {
                            case NoSuchFileException _ -> "there is no such file";
                            case AccessDeniedException _ -> "access denied";
                            default -> "cannot be read: " + cause.getMessage();
                        },
                cause);
        this.file = file;
    }

    /**
     * Returns the file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }
}
