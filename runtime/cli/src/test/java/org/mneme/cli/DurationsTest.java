package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InvalidValueException;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({"30s,30000", "500ms,500", "1.5min,90000", "2h,7200000", "1ms,1", "168h,604800000", "0.001 s,1"})
    void timesHaveUnits(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), Durations.parse("--time-budget", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1e3s", "0s", "169h", "0.1ms", "30 sec", "1,5s", "NaNs", "٣s"})
    void othersAreRefused(String text) {
        InvalidValueException mistake =
                assertThrows(InvalidValueException.class, () -> Durations.parse("--time-budget", text));
        assertTrue(mistake.getMessage().contains("--time-budget"), mistake::getMessage);
    }
}
