package org.mneme.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;

class FigureTest {
    @Test
    void aValueThatIsThereIsNotUnknown() {
        InvalidValueException e = assertThrows(
                InvalidValueException.class, () -> new Figure(OptionalDouble.of(3), Status.UNKNOWN, "a book"));

        assertEquals("status", e.object());
    }

    @Test
    void aValueThatIsNotThereIsUnknown() {
        for (Status status : new Status[] {Status.KNOWN, Status.UNVERIFIED, Status.ASSUMED}) {
            assertThrows(
                    InvalidValueException.class,
                    () -> new Figure(OptionalDouble.empty(), status, "a book"),
                    status::key);
        }
        assertTrue(new Figure(OptionalDouble.empty(), Status.UNKNOWN, "nothing found")
                .value()
                .isEmpty());
    }

    @Test
    void nothingGoesWithoutASource() {
        InvalidValueException figure =
                assertThrows(InvalidValueException.class, () -> new Figure(OptionalDouble.of(3), Status.KNOWN, " "));
        InvalidValueException trait =
                assertThrows(InvalidValueException.class, () -> new Trait.Support(Status.KNOWN, ""));

        assertEquals("source", figure.object());
        assertEquals("trait: source", trait.object());
        assertThrows(InvalidValueException.class, () -> new Trait.Support(Status.UNKNOWN, "a book"));
    }
}
