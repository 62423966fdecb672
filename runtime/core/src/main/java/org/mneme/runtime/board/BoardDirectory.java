package org.mneme.runtime.board;

import java.util.List;
import org.mneme.targets.Target;

/** Knows which drivers and boards are there; found by {@link java.util.ServiceLoader}. */
public interface BoardDirectory {
    /**
     * A driver that was found, and its boards.
     *
     * @param library path of the shared library
     * @param scheme of its URIs, empty where it could not be asked
     * @param description a sentence
     * @param hardware whether its boards are hardware, not emulated
     * @param boards URI and description of each
     * @param trouble why it cannot be used; empty if it can
     */
    record Found(
            String library,
            String scheme,
            String description,
            boolean hardware,
            List<Listing> boards,
            List<String> trouble) {
        /** Copies the lists. */
        public Found {
            boards = List.copyOf(boards);
            trouble = List.copyOf(trouble);
        }
    }

    /**
     * A board.
     *
     * @param uri to open it by
     * @param description a sentence
     */
    record Listing(String uri, String description) {}

    /**
     * Returns the folders that are searched for drivers, in order.
     *
     * @return readable names
     */
    List<String> searchPath();

    /**
     * Looks for drivers and asks them for boards.
     *
     * @return every driver found, also those that cannot be used
     */
    List<Found> search();

    /**
     * Asks a board what it is.
     *
     * @param uri such as {@code emulator:?target=loihi1}
     * @return its description
     * @throws org.mneme.MnemeException if it cannot be opened
     */
    Target describe(String uri);
}
