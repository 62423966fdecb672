package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhiloxTest {
    /** The generator's published known-answer vectors. */
    @Test
    void firstWordsEqualTheKnownAnswers() {
        assertEquals(0x16554d9eca36314cL, Philox.first(0, 0, 0, 0, 0, 0));
        assertEquals(0x87b092c3013fe90bL, Philox.first(-1, -1, -1, -1, -1, -1));
    }

    @Test
    void aDrawIsTheLowHalfOfTheBlockOfSeedTickIdAndStream() {
        long first = Philox.first(-7, 0, 11, 12, 13, 0);
        assertEquals(first & 0xFFFF_FFFFL, Philox.word32(-7, 11, 12, 13));
    }
}
