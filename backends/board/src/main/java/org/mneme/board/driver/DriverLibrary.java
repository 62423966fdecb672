package org.mneme.board.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mneme.runtime.board.BoardDirectory.Listing;

/** A driver that is loaded. */
public final class DriverLibrary {
    /** How long a driver that is not trusted may be late. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int LIST_BYTES = 1 << 12;
    private static final int MOST_LIST_BYTES = 1 << 24;

    private final String name;
    private final DriverBinding.Bound bound;
    private final Optional<Duration> patience;

    private DriverLibrary(String name, DriverBinding.Bound bound, Optional<Duration> patience) {
        this.name = name;
        this.bound = bound;
        this.patience = patience;
    }

    /**
     * Loads a library that came with Mneme and lies on the class path.
     *
     * @param name such as "mneme_emulator"
     * @return the driver; empty where it is not on the class path
     * @throws DriverUnusableException if it cannot be used
     */
    static Optional<DriverLibrary> bundled(String name) {
        String shown = System.mapLibraryName(name) + " (bundled with Mneme)";
        File file;
        try {
            file = Native.extractFromResourcePath(name);
        } catch (IOException e) {
            return Optional.empty();
        }
        DriverBinding.Bound bound = DriverBinding.bind(file.getAbsolutePath());
        if (file.getName().startsWith("jna")) {
            delete(file.toPath());
        }
        return Optional.of(new DriverLibrary(shown, bound, Optional.empty()));
    }

    /** The extracted copy is in memory by now; where the system keeps it, JNA deletes it another time. */
    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }

    /**
     * Loads a library that somebody else made: its calls are watched.
     *
     * @param file the library
     * @param patience how long it may be late
     * @return the driver
     * @throws DriverUnusableException if it cannot be used
     */
    static DriverLibrary of(Path file, Duration patience) {
        String path = file.toAbsolutePath().toString();
        return new DriverLibrary(path, DriverBinding.bind(path), Optional.of(patience));
    }

    /**
     * Returns its calls.
     *
     * @return a view of its own for each board
     */
    DriverCalls calls() {
        return patience.<DriverCalls>map(time -> new WatchedCalls(bound.calls(), time.toNanos()))
                .orElse(bound.calls());
    }

    /**
     * Opens a board.
     *
     * @param uri of this driver's scheme
     * @param shown what the board is called in messages
     * @param deadline how long that may take
     * @return the board, to be closed
     * @throws BoardException if it cannot be opened
     */
    public BoardHandle open(String uri, String shown, Duration deadline) {
        return BoardHandle.open(calls(), uri, shown, deadline.toNanos());
    }

    /**
     * Asks which boards there are.
     *
     * @return as the driver lists them
     */
    List<Listing> boards() {
        return listings(bound.calls());
    }

    /** Asks once, and again where the list is longer than the room that was offered. */
    static List<Listing> listings(DriverCalls calls) {
        try (Memory length = new Memory(Long.BYTES)) {
            long room = LIST_BYTES;
            for (int attempt = 0; attempt < 2; attempt++) {
                length.setLong(0, 0);
                try (Memory text = new Memory(room)) {
                    int code = calls.list(Pointer.nativeValue(text), room, Pointer.nativeValue(length));
                    long wanted = length.getLong(0);
                    if (code == 0) {
                        int bytes = Math.clamp(wanted, 0, (int) room);
                        return listings(new String(text.getByteArray(0, bytes), StandardCharsets.UTF_8));
                    }
                    if (wanted <= room || wanted > MOST_LIST_BYTES) {
                        return List.of();
                    }
                    room = wanted;
                }
            }
        }
        return List.of();
    }

    private static List<Listing> listings(String text) {
        List<Listing> found = new ArrayList<>();
        text.lines().forEach(line -> {
            String[] parts = line.split("\t", 2);
            found.add(new Listing(parts[0], parts.length > 1 ? parts[1] : ""));
        });
        return found;
    }

    /**
     * Returns what it is called in messages.
     *
     * @return its path, or that it is bundled
     */
    public String name() {
        return name;
    }

    /**
     * Returns the scheme of its URIs.
     *
     * @return lower case
     */
    public String scheme() {
        return bound.scheme().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what it says about itself.
     *
     * @return a sentence
     */
    public String description() {
        return bound.description();
    }

    /**
     * Says whether its boards are hardware.
     *
     * @return false where they are emulated
     */
    public boolean hardware() {
        return bound.hardware();
    }
}
