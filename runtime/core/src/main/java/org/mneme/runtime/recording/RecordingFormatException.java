package org.mneme.runtime.recording;

import java.nio.file.Path;
import org.mneme.InputException;

/** A folder that is no recording, or a damaged one. */
public final class RecordingFormatException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    /**
     * Creates the error.
     *
     * @param folder of the recording
     * @param mistake what is wrong
     */
    public RecordingFormatException(Path folder, String mistake) {
        super("recording " + folder + ": " + mistake);
        this.folder = folder;
    }

    /**
     * Returns the folder of the recording.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
    }
}
