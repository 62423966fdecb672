package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The bound at its edge. */
class TallyTest {
    private static Tally tally(boolean exact, double v, double e, int... counts) {
        Tally tally = new Tally(counts.length);
        tally.clear(exact);
        tally.add(counts, v, e, 5);
        return tally;
    }

    @Test
    void aSignIsSettledOnlyWhereTheRestIsSmaller() {
        Tally tally = tally(true, 3, 0, 2, -2, 1);
        assertFalse(tally.settle(6));
        assertEquals(0, tally.settled());
        assertFalse(tally.settle(5));
        assertEquals(2, tally.settled(), "3 is not above 5");
        assertTrue(tally.settle(2));
        assertArrayEquals(new int[] {1, -1, 1}, tally.signs());
    }

    @Test
    void anExactZeroIsSettledOnceNothingIsLeft() {
        Tally tally = tally(true, 1, 0, 1, 0);
        assertFalse(tally.settle(0x1p-1000));
        assertEquals(1, tally.settled());
        assertTrue(tally.settle(0));
        assertArrayEquals(new int[] {1, 0}, tally.signs());
    }

    @Test
    void roundingAndErrorsLeaveASumOpen() {
        assertFalse(tally(false, 1, 0, 0).settle(0), "a computed 0 is not a 0");
        assertFalse(tally(false, 1, 0.1, 1).settle(0), "the 5 rows may miss by 0.5, of which the bound takes twice");
        assertTrue(tally(false, 1, 0.09, 1).settle(0));
        assertFalse(tally(true, 0x1p51, 0, 0).settle(0), "5 rows of 2⁵¹ may have passed 2⁵³");
        assertTrue(tally(true, 0x1p49, 0, 0).settle(0));
    }

    @Test
    void aSignSettledStaysWhateverFollows() {
        Tally tally = tally(true, 10, 0, 1, 0);
        assertFalse(tally.settle(9));
        tally.add(new int[] {-1, 1}, 9, 0, 1);
        assertTrue(tally.settle(0));
        assertArrayEquals(new int[] {1, 1}, tally.signs());
    }
}
