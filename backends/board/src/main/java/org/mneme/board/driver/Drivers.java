package org.mneme.board.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mneme.runtime.board.BoardDirectory.Found;

/**
 * The drivers that are there. A driver that did not come with Mneme is tried in a process of its own before it is loaded, since one that
 * crashes would take everything with it; a driver that is not asked for is not loaded.
 */
public final class Drivers {
    /** How long a driver that is tried may take for each stage. */
    static final Duration PROBE = Duration.ofSeconds(10);

    private static final String BUNDLED = "mneme_emulator";
    private static final String BUNDLED_SCHEME = "emulator";
    private static final Map<Path, DriverLibrary> LOADED = new ConcurrentHashMap<>();

    /** What came back from a process of its own: it is not tried again for the same board. */
    private static final Set<Tried> SURVIVED = ConcurrentHashMap.newKeySet();

    private record Tried(Path library, long modified, String uri) {}

    private final DriverSearch search;
    private final Probing probing;
    private final Duration patience;

    Drivers(DriverSearch search, Probing probing, Duration patience) {
        this.search = search;
        this.probing = probing;
        this.patience = patience;
    }

    /** Looks for drivers where the environment of this process says. */
    public Drivers() {
        this(DriverSearch.ofProcess(), new Probing(PROBE), DriverLibrary.PATIENCE);
    }

    /**
     * Returns where drivers are looked for.
     *
     * @return folders and libraries, in order
     */
    public List<String> searchPath() {
        List<String> path = new ArrayList<>(
                search.places().stream().map(place -> place.path().toString()).toList());
        path.add("the emulator bundled with Mneme");
        return path;
    }

    /**
     * Looks for drivers and asks them for boards.
     *
     * @return every library found, also those that cannot be used
     */
    public List<Found> search() {
        List<Found> found = new ArrayList<>();
        for (Path absent : search.absent()) {
            found.add(unusable(absent.toString(), DriverSearch.VARIABLE + " names " + absent + ", which is not there"));
        }
        for (Path library : search.libraries()) {
            found.add(probed(library));
        }
        found.add(bundledFound());
        return found;
    }

    private Found probed(Path library) {
        try {
            Probing.Probed probed = probing.probe(library, "");
            return new Found(
                    library.toString(),
                    probed.scheme(),
                    probed.description(),
                    probed.hardware(),
                    probed.boards(),
                    List.of());
        } catch (DriverUnusableException e) {
            return unusable(library.toString(), e.getMessage());
        }
    }

    private static Found bundledFound() {
        try {
            return bundled()
                    .map(driver -> new Found(
                            driver.name(),
                            driver.scheme(),
                            driver.description(),
                            driver.hardware(),
                            driver.boards(),
                            List.of()))
                    .orElseGet(() -> unusable(System.mapLibraryName(BUNDLED), NOT_BUNDLED));
        } catch (DriverUnusableException e) {
            return unusable(e.library(), e.getMessage());
        }
    }

    private static final String NOT_BUNDLED =
            "the emulator was left out of this build, which found no C compiler; install one and build again";

    private static Found unusable(String library, String trouble) {
        return new Found(
                library, DriverSearch.scheme(Path.of(library)).orElse(""), "", false, List.of(), List.of(trouble));
    }

    private static Optional<DriverLibrary> bundled() {
        Path key = Path.of(BUNDLED);
        DriverLibrary loaded = LOADED.get(key);
        if (loaded == null) {
            Optional<DriverLibrary> found = DriverLibrary.bundled(BUNDLED);
            found.ifPresent(driver -> LOADED.put(key, driver));
            return found;
        }
        return Optional.of(loaded);
    }

    /**
     * Opens a board.
     *
     * @param uri whose scheme names the driver
     * @param name what the board is called in messages, such as the URI that the user wrote
     * @param deadline how long that may take
     * @return the board and its driver
     * @throws DriverMissingException if no driver answers to the scheme
     * @throws DriverUnusableException if the driver that should cannot be used
     * @throws BoardException if the board cannot be opened
     */
    public Opened open(BoardUri uri, String name, Duration deadline) {
        DriverLibrary driver = driver(uri);
        return new Opened(driver, driver.open(uri.toString(), name, deadline));
    }

    /**
     * A board that is open.
     *
     * @param driver whose it is
     * @param board to be closed
     */
    public record Opened(DriverLibrary driver, BoardHandle board) {}

    /** By the names of libraries first, so that no other driver is touched; then by asking each. */
    private DriverLibrary driver(BoardUri uri) {
        List<Path> others = new ArrayList<>();
        for (Path library : search.libraries()) {
            if (DriverSearch.scheme(library).equals(Optional.of(uri.scheme()))) {
                return tried(library, uri);
            }
            others.add(library);
        }
        if (uri.scheme().equals(BUNDLED_SCHEME)) {
            return bundled()
                    .orElseThrow(() -> new DriverMissingException(BUNDLED_SCHEME, List.of(), List.of(NOT_BUNDLED)));
        }
        return asked(uri, others);
    }

    private DriverLibrary asked(BoardUri uri, List<Path> libraries) {
        Set<String> schemes = new LinkedHashSet<>();
        List<String> unusable = new ArrayList<>();
        search.absent()
                .forEach(path -> unusable.add(DriverSearch.VARIABLE + " names " + path + ", which is not there"));
        for (Path library : libraries) {
            try {
                String scheme = probing.probe(library, "").scheme();
                if (scheme.equalsIgnoreCase(uri.scheme())) {
                    return tried(library, uri);
                }
                schemes.add(scheme);
            } catch (DriverUnusableException e) {
                unusable.add(e.getMessage());
            }
        }
        schemes.add(BUNDLED_SCHEME);
        throw new DriverMissingException(uri.scheme(), List.copyOf(schemes), unusable);
    }

    /** Loads a library once a process of its own has opened that very board and came back. */
    private DriverLibrary tried(Path library, BoardUri uri) {
        Tried trial = new Tried(library, library.toFile().lastModified(), uri.toString());
        if (!SURVIVED.contains(trial)) {
            probing.probe(library, uri.toString());
            SURVIVED.add(trial);
        }
        DriverLibrary driver = LOADED.computeIfAbsent(library, file -> DriverLibrary.of(file, patience));
        if (!driver.scheme().equals(uri.scheme())) {
            throw new DriverMissingException(
                    uri.scheme(),
                    List.of(driver.scheme(), BUNDLED_SCHEME),
                    List.of("driver " + library + " is one for '" + driver.scheme() + ":'"));
        }
        return driver;
    }
}
