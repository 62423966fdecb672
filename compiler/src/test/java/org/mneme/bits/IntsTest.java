package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class IntsTest {
    @Test
    void keepsItsOwnCopy() {
        int[] given = {3, -1, 2};
        Ints ints = Ints.of(given);
        given[0] = 9;
        ints.toArray()[1] = 9;
        assertArrayEquals(new int[] {3, -1, 2}, ints.toArray());
        assertEquals(Ints.of(3, -1, 2), ints);
        assertEquals(Ints.of(3, -1, 2).hashCode(), ints.hashCode());
        assertNotEquals(Ints.of(3, -1), ints);
        assertEquals("[3, -1, 2]", ints.toString());
        assertEquals(4, ints.stream().sum());
    }

    @Test
    void onlyEntryIsSharedByAll() {
        assertEquals(7, Ints.of(7).shared(1000));
        assertEquals(8, Ints.of(7, 8).shared(1));
        assertThrows(IndexOutOfBoundsException.class, () -> Ints.of(7, 8).shared(2));
    }

    @Test
    void extremesAndRange() {
        assertEquals(3, Ints.of(3, -1, 2).max());
        assertEquals(-1, Ints.of(3, -1, 2).min());
        assertEquals(Ints.of(0, 1, 2), Ints.range(3));
        assertEquals(0, Ints.range(0).length());
        assertThrows(NoSuchElementException.class, () -> Ints.of().max());
    }
}
