package org.mneme.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void runsOfDigitsCountAsNumbers() {
        List<String> ordered = List.of(
                "",
                "0",
                "00",
                "01",
                "1",
                "2",
                "9",
                "10",
                "99999999999999999999998",
                "99999999999999999999999",
                "a",
                "a1b2",
                "a01b10",
                "a2",
                "a10",
                "b");
        for (long seed = 0; seed < 20; seed++) {
            List<String> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(NaturalOrder::compare);
            assertEquals(ordered, shuffled, "seed " + seed);
        }
    }

    @Test
    void onlyEqualNamesCompareEqual() {
        assertEquals(0, NaturalOrder.compare("a1", "a1"));
        assertEquals(
                -1,
                Integer.signum(NaturalOrder.compare("a1", "a01")) * Integer.signum(NaturalOrder.compare("a01", "a1")));
    }
}
