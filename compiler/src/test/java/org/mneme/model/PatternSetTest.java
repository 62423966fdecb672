package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Signs;

class PatternSetTest {
    @Test
    void keepsRowsWithAndWithoutZeros() {
        for (String second : List.of("-+-", "0+0")) {
            PatternSet patterns = PatternSet.of(List.of(Signs.parse("++-"), Signs.parse(second)));
            assertEquals(second, patterns.row(1).toString());
            assertEquals(second.contains("0"), patterns.mask().isPresent());
            for (int i = 0; i < 3; i++) {
                assertEquals(patterns.row(1).at(i), patterns.at(1, i));
            }
        }
    }

    @Test
    void drawsAreReproducibleAndBiased() {
        PatternSet fair = PatternSet.random(50, 200, 3, 0);
        assertEquals(fair, PatternSet.random(50, 200, 3, 0));
        assertNotEquals(fair, PatternSet.random(50, 200, 4, 0));
        assertEquals(0.5, plusShare(fair), 0.03);
        assertEquals(0.8, plusShare(PatternSet.random(50, 200, 3, 0.6)), 0.03);
        assertEquals(0, plusShare(PatternSet.random(5, 20, 3, -1)));
    }

    private static double plusShare(PatternSet patterns) {
        int count = 0;
        for (int mu = 0; mu < patterns.count(); mu++) {
            count += patterns.plus().bitCount(mu);
        }
        return (double) count / patterns.count() / patterns.features();
    }

    @Test
    void refusesEmptyAndRaggedPatterns() {
        assertThrows(InvalidValueException.class, () -> PatternSet.of(List.of()));
        assertThrows(InvalidValueException.class, () -> PatternSet.of(List.of(Signs.parse(""))));
        InvalidValueException ragged = assertThrows(
                InvalidValueException.class, () -> PatternSet.of(List.of(Signs.parse("++"), Signs.parse("+"))));
        assertTrue(ragged.getMessage().contains("pattern 1"), ragged.getMessage());
        assertThrows(InvalidValueException.class, () -> PatternSet.random(0, 3, 1, 0));
        assertThrows(InvalidValueException.class, () -> PatternSet.random(3, 0, 1, 0));
        assertThrows(InvalidValueException.class, () -> PatternSet.random(3, 3, 1, 1.5));
    }
}
