package org.mneme.runtime.recording;

import java.io.IOException;
import java.nio.file.Path;
import org.mneme.InputException;

/** A recording that could not be continued, such as on a full disk; what was flushed before stays readable. */
public final class RecordingWriteException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final long validUntil;

    /**
     * Creates the error.
     *
     * @param folder of the recording
     * @param validUntil the recording can be read up to this tick, exclusive
     * @param cause what the system said
     */
    public RecordingWriteException(Path folder, long validUntil, IOException cause) {
        super(
                "recording " + folder + " cannot be continued: " + cause.getMessage() + "; it can be read up to tick "
                        + validUntil,
                cause);
        this.folder = folder;
        this.validUntil = validUntil;
    }

    /**
     * Returns the folder of the recording.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * Returns up to which tick the recording can be read.
     *
     * @return exclusive
     */
    public long validUntil() {
        return validUntil;
    }
}
