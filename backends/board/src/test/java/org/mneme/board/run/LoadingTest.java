package org.mneme.board.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadingTest {
    private static final Map<String, String> NAMES = Map.of("3", "core 2 of chip 0", "30", "the table of chip 0");

    private static String located(String text) {
        return Loading.located(text, NAMES);
    }

    @Test
    void sectionsThatAreNamedByNumberAreLocated() {
        assertEquals("section 3 (core 2 of chip 0), slice 0: too large", located("section 3, slice 0: too large"));
        assertEquals("no memory for section 30 (the table of chip 0)", located("no memory for section 30"));
    }

    @Test
    void whatIsToldOrUnknownIsLeft() {
        for (String text :
                List.of("section 3 (core 2 of chip 0) is bad", "section 3: core 2 of chip 0 is full", "section 4 $1")) {
            assertEquals(text, located(text));
        }
    }
}
