package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignsTest {
    @Test
    void textAndSignsAreTheSame() {
        Signs signs = Signs.parse("+-0+");
        assertEquals(Signs.of(1, -1, 0, 1), signs);
        assertEquals("+-0+", signs.toString());
        assertEquals(1, signs.zeroCount());
        assertEquals("000", Signs.zeros(3).toString());
        assertThrows(IllegalArgumentException.class, () -> Signs.parse("+x"));
        assertThrows(IllegalArgumentException.class, () -> Signs.of(2));
    }

    @Test
    void overlapAndDistanceEqualNaiveSumsForRandomSigns() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(1, 200);
            int[] a = random.ints(n, -1, 2).toArray();
            int[] b = random.ints(n, -1, 2).toArray();
            int overlap = 0;
            int distance = 0;
            for (int i = 0; i < n; i++) {
                overlap += a[i] * b[i];
                distance += a[i] == b[i] ? 0 : 1;
                assertEquals(a[i], Signs.of(a).at(i), "seed " + seed);
            }
            assertEquals(overlap, Signs.of(a).overlap(Signs.of(b)), "seed " + seed);
            assertEquals(distance, Signs.of(a).distance(Signs.of(b)), "seed " + seed);
        }
    }

    @Test
    void planesAreCutToTheLengthAndToTheKnownSigns() {
        Signs signs = Signs.ofWords(3, new long[] {-1L}, new long[] {0b1101});
        assertEquals("+0+", signs.toString());
        assertEquals(0b101, signs.plusWord(0));
        assertEquals(0b101, signs.knownWord(0));
        assertEquals("-+-", Signs.ofWords(3, new long[] {0b11010}).toString());
        assertEquals(2, Signs.zeros(65).words());
    }

    @Test
    void flipNegatesAndLeavesZeros() {
        Signs signs = Signs.parse("+-0+");
        assertEquals("-+0+", signs.flip(0, 1, 2).toString());
        assertEquals("+-0+", signs.toString());
        assertEquals(signs, signs.flip(3).flip(3));
        assertEquals(signs.hashCode(), signs.flip(3).flip(3).hashCode());
        assertNotEquals(signs, signs.flip(3));
    }

    @Test
    void differentLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Signs.zeros(3).overlap(Signs.zeros(4)));
        assertThrows(IllegalArgumentException.class, () -> Signs.zeros(3).distance(Signs.zeros(4)));
    }
}
