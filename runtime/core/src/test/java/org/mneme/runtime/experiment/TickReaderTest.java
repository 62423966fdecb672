package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;

class TickReaderTest {
    private static BigDecimal seconds(String text) {
        return TickReader.seconds(new Setting.Value(new Place("e.yaml", 1, 1), "tick", text));
    }

    @Test
    void timesAreReadInTheirUnits() {
        assertEquals(0, new BigDecimal("0.001").compareTo(seconds("1 ms")));
        assertEquals(0, new BigDecimal("0.0025").compareTo(seconds("2.5ms")));
        assertEquals(0, new BigDecimal("2").compareTo(seconds("2 s")));
        assertEquals(0, new BigDecimal("1e-4").compareTo(seconds("100 us")));
        assertEquals(seconds("100 us"), seconds("100 µs"));
        assertEquals(seconds("100 us"), seconds("100 μs"));
    }
}
