package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

class SuccessorsTest {
    @Test
    void builtInMapsAreWhatTheirNamesSay() {
        assertEquals(Ints.of(1, 2, 0), Successors.cycle(3).next());
        assertEquals(Ints.of(1, 2, -1), Successors.chain(3).next());
        assertEquals(Ints.of(0, 1, 2), Successors.associative(3).next());
    }

    @Test
    void sequencesMayShareNoPatternWithTwoSuccessors() {
        assertEquals(
                Ints.of(3, -1, 4, 1, 2, -1),
                Successors.sequences(6, List.of(Ints.of(0, 3, 1), Ints.of(2, 4, 2)))
                        .next());
        assertEquals(
                "sequence 1",
                assertThrows(
                                InvalidValueException.class,
                                () -> Successors.sequences(4, List.of(Ints.of(0, 1, 2), Ints.of(1, 3))))
                        .object());
        assertThrows(InvalidValueException.class, () -> Successors.sequences(2, List.of(Ints.of(0, 2))));
    }

    @Test
    void refusesAnIndexThatIsNoPattern() {
        assertThrows(InvalidValueException.class, () -> new Successors(Ints.of(1, 2)));
        assertThrows(InvalidValueException.class, () -> new Successors(Ints.of(-2)));
    }

    @Test
    void transitionsAreCountedToTheEndOrOnceAround() {
        assertEquals(4, Successors.chain(5).transitionsFrom(0));
        assertEquals(0, Successors.chain(5).transitionsFrom(4));
        assertEquals(5, Successors.cycle(5).transitionsFrom(2));
        assertEquals(1, Successors.associative(5).transitionsFrom(2));
        assertEquals(3, new Successors(Ints.of(1, 2, 1)).transitionsFrom(0));
    }
}
