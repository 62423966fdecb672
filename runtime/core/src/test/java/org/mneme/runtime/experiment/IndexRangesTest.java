package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

class IndexRangesTest {
    @Test
    void rangesAreReadInAnyOrder() {
        assertEquals(Ints.of(0, 1, 2, 7, 9), IndexRanges.parse("gate", "9, 0 - 2,7"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ints indices = Ints.of(IntStream.range(0, 40)
                    .filter(i -> i == 3 || random.nextBoolean())
                    .toArray());

            assertEquals(indices, IndexRanges.parse("gate", IndexRanges.text(indices)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "-1", "1--2", "3-1", "1,1", "0-5,4", "1;2", "99999999", "1.5", "0-9 8"})
    void anythingElseIsRefused(String text) {
        assertThrows(InvalidValueException.class, () -> IndexRanges.parse("gate", text));
    }
}
