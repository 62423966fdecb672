package org.mneme.runtime.exchange;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The importers that are there, found by {@link ServiceLoader}. */
public final class Importers {
    private Importers() {}

    /**
     * Returns all importers.
     *
     * @return ascending by format
     */
    public static List<Importer> all() {
        return ServiceLoader.load(Importer.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Importer::format))
                .toList();
    }

    /**
     * Returns the importer of a file.
     *
     * @param file any file; need not exist
     * @return the first that recognises it
     */
    public static Optional<Importer> of(Path file) {
        return all().stream().filter(importer -> importer.recognises(file)).findFirst();
    }
}
