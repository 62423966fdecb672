package org.mneme.board.driver;

import java.util.List;
import org.mneme.MnemeException;
import org.mneme.runtime.backend.FailureBetweenTicks;

/** A board that did not do what it was asked; there is one subclass a remedy. */
public abstract sealed class BoardException extends MnemeException implements FailureBetweenTicks
        permits BoardCallException, BoardTransientException, BoardGoneException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * What failed.
     *
     * @param uri of the board
     * @param operation such as "load of section 3 (core 2 of chip 0)"
     * @param result what the driver returned
     * @param texts what it said, every failure; possibly empty
     */
    public record Failure(String uri, String operation, DriverResult result, List<String> texts) {
        /** Copies the list. */
        public Failure {
            texts = List.copyOf(texts);
        }

        /** Returns the same of a larger operation, such as the load that a section belongs to. */
        Failure in(String larger) {
            return new Failure(uri, larger, result, texts);
        }

        String sentence() {
            return "board " + uri + (uri.endsWith(":") ? " " : ": ") + operation + " failed: "
                    + (texts.isEmpty() ? result.words() : String.join("; ", texts));
        }
    }

    BoardException(Failure failure, String remedy) {
        super(failure.sentence() + remedy);
        this.failure = failure;
    }

    /**
     * Creates the error that fits what the driver returned.
     *
     * @param failure what failed
     * @return one of the subclasses
     */
    public static BoardException of(Failure failure) {
        return switch (failure.result().remedy()) {
            case CALLER -> new BoardCallException(failure);
            case TRANSIENT -> new BoardTransientException(failure);
            case PERMANENT -> new BoardGoneException(failure);
        };
    }

    /**
     * Returns the same error of a larger operation, which names what it was part of.
     *
     * @param operation such as "load of section 3 (core 2 of chip 0)"
     * @return a new error, caused by this one's failure
     */
    public final BoardException in(String operation) {
        BoardException larger = of(failure.in(operation));
        for (Throwable further : getSuppressed()) {
            larger.addSuppressed(further);
        }
        return larger;
    }

    /**
     * Returns what failed.
     *
     * @return the failure, with everything that the driver said
     */
    public final Failure failure() {
        return failure;
    }
}
