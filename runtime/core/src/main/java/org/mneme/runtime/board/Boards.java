package org.mneme.runtime.board;

import java.util.List;
import java.util.ServiceLoader;

/** The directories of boards that are there, found by {@link ServiceLoader}. */
public final class Boards {
    private Boards() {}

    /**
     * Returns the directories.
     *
     * @return empty without mneme-board on the class path
     */
    public static List<BoardDirectory> directories() {
        return ServiceLoader.load(BoardDirectory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
