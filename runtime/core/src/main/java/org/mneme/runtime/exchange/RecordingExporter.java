package org.mneme.runtime.exchange;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.mneme.runtime.recording.Recording;

/** Writes recordings in another tool's format; found by {@link ServiceLoader}. */
public interface RecordingExporter {
    /**
     * Returns the name of the format.
     *
     * @return for example "NIR data"
     */
    String format();

    /**
     * Writes the spikes and the samples of a recording.
     *
     * @param recording complete, or up to its last flush
     * @param file replaced where it exists, in one step
     * @return a sentence on what was written
     * @throws org.mneme.InputException if the file cannot be written, or the recording is damaged
     */
    String export(Recording recording, Path file);

    /**
     * Returns the exporters that are there.
     *
     * @return ascending by format
     */
    static List<RecordingExporter> all() {
        return ServiceLoader.load(RecordingExporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(RecordingExporter::format))
                .toList();
    }
}
