package org.mneme.targets;

import java.util.OptionalDouble;
import org.mneme.InvalidValueException;

/**
 * One value of a target, and why it is believed.
 *
 * @param value in the unit of its {@link Quantity}; empty iff the status is {@link Status#UNKNOWN}; infinite where there is no limit
 * @param status how far it can be trusted
 * @param source where it was read: a citation, never empty; for an unknown value, what was searched
 */
public record Figure(OptionalDouble value, Status status, String source) {
    private static final String CITATION = "a citation: nothing a target says goes without one";

    /** Checks that value and status agree, and that there is a source. */
    public Figure {
        if (value.isPresent() == (status == Status.UNKNOWN)) {
            throw new InvalidValueException(
                    "status", status, value.isPresent() ? "right for a value that is there" : "right without a value");
        }
        if (source.isBlank()) {
            throw new InvalidValueException("source", "\"\"", CITATION);
        }
    }

    /** Checks the status and the source of what is there. */
    static void requireSource(String object, Status status, String source) {
        if (status == Status.UNKNOWN) {
            throw new InvalidValueException(object + ": status", status, "another one for something that is there");
        }
        if (source.isBlank()) {
            throw new InvalidValueException(object + ": source", "\"\"", CITATION);
        }
    }

    /** The figure of a quantity of which a target says nothing. */
    static final Figure UNSAID = new Figure(OptionalDouble.empty(), Status.UNKNOWN, "not stated");
}
