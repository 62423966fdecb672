package org.mneme.board.driver;

/** A call that has not come back long after its deadline; {@link BoardHandle} turns it into a board that is gone. */
final class DriverStuckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DriverStuckException(String sentence) {
        super(sentence);
    }
}
