package org.mneme.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;

class NoiseTest {
    @Test
    void probabilitiesAreFractions() {
        assertThrows(InvalidValueException.class, () -> new Noise(1.1, 0, 0, 1));
        assertThrows(InvalidValueException.class, () -> new Noise(0, -0.1, 0, 1));
        assertThrows(InvalidValueException.class, () -> new Noise(0, 0, Double.NaN, 1));
    }

    @Test
    void jitterIsAtLeastATickAndBounded() {
        assertThrows(InvalidValueException.class, () -> new Noise(0, 0, 0.1, 0));
        assertThrows(InvalidValueException.class, () -> new Noise(0, 0, 0.1, Noise.MOST_JITTER_TICKS + 1));
    }

    @Test
    void ticksOfNoJitterAreNothing() {
        assertEquals(Noise.NONE, new Noise(0, 0, 0, 5));
        assertTrue(new Noise(0, 0, 0, 5).isNone());
        assertFalse(new Noise(0, 0, 0.1, 5).isNone());
    }

    @Test
    void wordsNameWhatIsThere() {
        assertEquals("none", Noise.NONE.words());
        assertEquals("drop 0.01, jitter 0.1 by up to 2 ticks", new Noise(0.01, 0, 0.1, 2).words());
        assertEquals("flip 0.5, jitter 1.0 by up to 1 tick", new Noise(0, 0.5, 1, 1).words());
    }
}
