package org.mneme.board.run;

import java.nio.file.Path;
import org.mneme.board.driver.BoardUri;
import org.mneme.board.driver.OpenedLibrary;

/** A session with a board of a library that a test has built itself. */
public final class LibrarySession {
    private LibrarySession() {}

    /** Opens a board; a name or a text form of its target is converted as for any session. */
    public static BoardSession open(Path library, String uri) {
        try (TargetOption target = TargetOption.of(BoardUri.parse(uri))) {
            return new BoardSession(
                    OpenedLibrary.open(library, target.uri().toString()), false, Deadlines.DEFAULT, BoardClock.SYSTEM);
        }
    }
}
