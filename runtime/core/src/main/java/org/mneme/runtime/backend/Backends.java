package org.mneme.runtime.backend;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The backends that are there, found by {@link ServiceLoader}. */
public final class Backends {
    private Backends() {}

    /**
     * Returns all backends.
     *
     * @return ascending by name
     */
    public static List<Backend> all() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Backend::name))
                .toList();
    }

    /**
     * Returns a backend.
     *
     * @param name its name, such as "simulator"
     * @return the backend
     * @throws UnknownBackendException if there is none of that name
     */
    public static Backend named(String name) {
        List<Backend> all = all();
        return all.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownBackendException(
                        name, all.stream().map(Backend::name).toList()));
    }
}
