package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

class NoisyCueTest {
    private static final Signs PATTERN = PatternSet.random(1, 301, 5, 0).row(0);

    @Test
    void exactlyTheRoundedFractionOfBitsIsFlipped() {
        double[] noise = {0, 0.001, 0.1, 0.2, 0.5, 0.999, 1};
        int[] flipped = {0, 0, 30, 60, 151, 301, 301};
        for (int k = 0; k < noise.length; k++) {
            for (long seed = 0; seed < 20; seed++) {
                NoisyCue cue = NoisyCue.of(PATTERN, noise[k], seed);
                assertEquals(flipped[k], cue.flipped(), "noise " + noise[k]);
                assertEquals(flipped[k], PATTERN.distance(cue.state()), "noise " + noise[k] + ", seed " + seed);
            }
        }
    }

    @Test
    void seedDecidesWhichBits() {
        assertEquals(NoisyCue.of(PATTERN, 0.2, 1), NoisyCue.of(PATTERN, 0.2, 1));
        assertNotEquals(NoisyCue.of(PATTERN, 0.2, 1), NoisyCue.of(PATTERN, 0.2, 2));
    }

    @Test
    void eachBitIsFlippedEquallyOften() {
        int[] count = new int[20];
        Signs pattern = PatternSet.random(1, 20, 5, 0).row(0);
        for (long seed = 0; seed < 20_000; seed++) {
            Signs state = NoisyCue.of(pattern, 0.25, seed).state();
            for (int i = 0; i < 20; i++) {
                count[i] += state.at(i) == pattern.at(i) ? 0 : 1;
            }
        }
        for (int i = 0; i < 20; i++) {
            // 5000 expected, six standard deviations are 367.
            assertEquals(5000, count[i], 367, "bit " + i);
        }
    }

    @Test
    void featuresLeftOpenAreNotFlipped() {
        NoisyCue cue = NoisyCue.of(Signs.parse("+-00+-00"), 0.5, 3);

        assertEquals(2, cue.flipped());
        assertEquals(4, cue.state().zeroCount());
    }
}
