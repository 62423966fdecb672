package org.mneme.motor.music;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mneme.InputException;

/** A file that is missing, cannot be read, or is no standard MIDI file that music can be made of. */
public final class UnreadableMidiException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    UnreadableMidiException(Path file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    UnreadableMidiException(Path file, IOException cause) {
        super(file + ": " + reason(cause), cause);
        this.file = file;
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access denied";
            default -> "cannot be read: " + cause.getMessage();
        };
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
