package org.mneme.runtime.exchange;

import java.nio.file.Path;

/** Reads networks of another tool's format; found by {@link java.util.ServiceLoader}. */
public interface Importer {
    /**
     * Returns the name of the format.
     *
     * @return for example "NIR"
     */
    String format();

    /**
     * Says whether a file is of this format, by its name or its first bytes.
     *
     * @param file any file; need not exist
     * @return true if {@link #read} is what should try it
     */
    boolean recognises(Path file);

    /**
     * Reads a network.
     *
     * @param file a file that it recognises
     * @param options the time step
     * @return the network
     * @throws org.mneme.InputException if the file cannot be read, or holds what cannot be run
     */
    ImportedNetwork read(Path file, ImportOptions options);
}
