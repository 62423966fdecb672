package org.mneme.runtime.result;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.InputException;

/** A file of results that cannot be written; nothing half-written is left. */
public final class ResultFileException extends InputException {
    private static final long serialVersionUID = 1L;

    private static final Pattern SYSTEM_REASON = Pattern.compile("\\(([^()]+)\\)$");

    private final transient Path file;

    /**
     * Creates the error.
     *
     * @param file what could not be written
     * @param cause why
     */
    public ResultFileException(Path file, IOException cause) {
        super(file + ": cannot be written (" + reason(cause) + "); name a file in a folder that can be written", cause);
        this.file = file;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        Matcher matcher = SYSTEM_REASON.matcher(message);
        return matcher.find() ? matcher.group(1) : message;
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
