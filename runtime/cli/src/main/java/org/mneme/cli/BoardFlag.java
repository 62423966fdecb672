package org.mneme.cli;

import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** {@code --board URI}: the backend is a board, and this is where. */
final class BoardFlag {
    private static final String BOARD = "board";

    @Option(
            names = "--board",
            paramLabel = "URI",
            description =
                    "Runs on a board, such as emulator: or 'emulator:?target=loihi1' ('mneme boards' says which there are).")
    private @Nullable String uri;

    /**
     * Returns the backend to run on.
     *
     * @param backend as --backend says, or its default
     * @param given the command line
     * @return the backend, with the board's place where there is one
     * @throws InvalidValueException if both are given and differ
     */
    String backend(String backend, ParseResult given) {
        if (uri == null) {
            return backend;
        }
        if (given.hasMatchedOption("--backend") && !backend.equals(BOARD)) {
            throw new InvalidValueException(
                    "--board",
                    "'" + uri + "'",
                    "used together with '--backend " + backend + "'; leave one of them out");
        }
        return BOARD + ":" + uri;
    }
}
