package org.mneme.board.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where drivers are looked for: what {@value #VARIABLE} names (folders or libraries), a folder of the user's, folders of the system's.
 *
 * @param places in the order in which they are searched
 */
record DriverSearch(List<Place> places) {
    /** The environment variable that names folders or libraries, separated as in a path. */
    static final String VARIABLE = "MNEME_DRIVERS";

    private static final String PREFIX = "mneme_";

    DriverSearch {
        places = List.copyOf(places);
    }

    /**
     * Where to look.
     *
     * @param path a folder, or a library
     * @param named whether the user named it, so that it has to be there
     */
    record Place(Path path, boolean named) {}

    /** The search path of an environment. */
    static DriverSearch of(Map<String, String> environment, String home, String system) {
        Set<Place> places = new LinkedHashSet<>();
        for (String entry : environment.getOrDefault(VARIABLE, "").split(File.pathSeparator, -1)) {
            path(entry).ifPresent(path -> places.add(new Place(path, true)));
        }
        if (system.startsWith("Windows")) {
            path(environment.getOrDefault("LOCALAPPDATA", ""))
                    .ifPresent(
                            data -> places.add(new Place(data.resolve("mneme").resolve("drivers"), false)));
            path(environment.getOrDefault("ProgramFiles", ""))
                    .ifPresent(
                            data -> places.add(new Place(data.resolve("mneme").resolve("drivers"), false)));
        } else {
            Path data = path(environment.getOrDefault("XDG_DATA_HOME", "")).orElse(Path.of(home, ".local", "share"));
            places.add(new Place(data.resolve("mneme").resolve("drivers"), false));
            places.add(new Place(Path.of("/usr/local/lib/mneme/drivers"), false));
            places.add(new Place(Path.of("/usr/lib/mneme/drivers"), false));
        }
        return new DriverSearch(List.copyOf(places));
    }

    /** The search path of this process. */
    static DriverSearch ofProcess() {
        return of(System.getenv(), System.getProperty("user.home", "."), System.getProperty("os.name", ""));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Every library there, in order; in folders those whose names begin like a driver's. */
    List<Path> libraries() {
        Set<Path> found = new LinkedHashSet<>();
        for (Place place : places) {
            if (Files.isDirectory(place.path())) {
                found.addAll(inFolder(place.path()));
            } else if (Files.isRegularFile(place.path())) {
                found.add(place.path());
            }
        }
        return new ArrayList<>(found);
    }

    /** What the user named and what is not there. */
    List<Path> absent() {
        return places.stream()
                .filter(place -> place.named() && !Files.exists(place.path()))
                .map(Place::path)
                .toList();
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && scheme(file).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The scheme that a library's name promises: "libmneme_NAME.so" → NAME. */
    static Optional<String> scheme(Path library) {
        String mapped = System.mapLibraryName(PREFIX);
        int at = mapped.indexOf(PREFIX) + PREFIX.length();
        String start = mapped.substring(0, at);
        String end = mapped.substring(at);
        String name = String.valueOf(library.getFileName());
        return name.startsWith(start) && name.endsWith(end) && name.length() > mapped.length()
                ? Optional.of(name.substring(at, name.length() - end.length()).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
