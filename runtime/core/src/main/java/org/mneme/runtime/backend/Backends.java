package org.mneme.runtime.backend;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

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
     * @param name its name, such as "simulator", or its name and a place, such as "board:emulator:?target=loihi1"
     * @return the backend
     * @throws UnknownBackendException if there is none of that name
     * @throws BackendLocationException if it is nowhere in particular
     */
    public static Backend named(String name) {
        return named(name, List.of());
    }

    /**
     * Returns a backend.
     *
     * @param name its name, such as "simulator", or its name and a place, such as "board:emulator:?target=loihi1"
     * @param others what else could have been named, for the error
     * @return the backend
     * @throws UnknownBackendException if there is none of that name
     * @throws BackendLocationException if it is nowhere in particular
     */
    public static Backend named(String name, List<String> others) {
        List<Backend> all = all();
        int colon = name.indexOf(':');
        String plain = colon < 0 ? name : name.substring(0, colon);
        Backend found = all.stream()
                .filter(backend -> backend.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new UnknownBackendException(
                        plain,
                        Stream.concat(all.stream().map(Backend::name), others.stream())
                                .sorted()
                                .toList()));
        return colon < 0 ? found : found.at(name.substring(colon + 1));
    }
}
