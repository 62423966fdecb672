package org.mneme.runtime.exchange;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The exporters that are there, found by {@link ServiceLoader}. */
public final class Exporters {
    private Exporters() {}

    /**
     * Returns all exporters.
     *
     * @return ascending by format
     */
    public static List<Exporter> all() {
        return ServiceLoader.load(Exporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Exporter::format))
                .toList();
    }

    /**
     * Returns the exporter that a file's name asks for.
     *
     * @param file to be written
     * @return the first whose extension it has, in capitals or not
     */
    public static Optional<Exporter> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(exporter -> name.endsWith(exporter.extension()))
                .findFirst();
    }
}
