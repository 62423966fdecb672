package org.mneme.board.driver;

import java.nio.file.Path;
import java.time.Duration;

/** A board of a library that a test has built itself: not looked for, and not tried in a process of its own. */
public final class OpenedLibrary {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OpenedLibrary() {}

    /** Opens a board. */
    public static BoardHandle open(Path library, String uri) {
        return DriverLibrary.of(library, PATIENCE).open(uri, uri, PATIENCE);
    }
}
