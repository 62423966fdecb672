package org.mneme.board.run;

import java.util.List;
import org.mneme.board.driver.Drivers;
import org.mneme.runtime.board.BoardDirectory;
import org.mneme.targets.Target;

/** The boards of the drivers that are installed. */
public final class InstalledBoards implements BoardDirectory {
    private final Drivers drivers;

    /** Looks for drivers where the environment of this process says. */
    public InstalledBoards() {
        this(new Drivers());
    }

    InstalledBoards(Drivers drivers) {
        this.drivers = drivers;
    }

    @Override
    public List<String> searchPath() {
        return drivers.searchPath();
    }

    @Override
    public List<Found> search() {
        return drivers.search();
    }

    @Override
    public Target describe(String uri) {
        try (BoardSession session = BoardSession.open(uri, drivers, Deadlines.DEFAULT, BoardClock.SYSTEM)) {
            return session.target();
        }
    }
}
