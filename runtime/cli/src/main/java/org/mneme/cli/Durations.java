package org.mneme.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.InvalidValueException;

/** Lengths of time on the command line. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *(ms|s|min|h)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L);
    private static final long LONGEST_MILLIS = 7 * 24 * 3_600_000L;

    private Durations() {}

    /**
     * Reads a length of time.
     *
     * @param option it was given to
     * @param text such as "30s", "500ms", "1.5min" or "2h"
     * @return the time, 1 ms…1 week
     * @throws InvalidValueException if it is none
     */
    static Duration parse(String option, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new InvalidValueException(
                    option, "'" + text + "'", "a time with its unit, such as 30s, 500ms or 2min");
        }
        BigDecimal millis = new BigDecimal(form.group(1))
                .multiply(BigDecimal.valueOf(Objects.requireNonNull(MILLIS.get(form.group(2)))));
        if (millis.compareTo(BigDecimal.ONE) < 0 || millis.compareTo(BigDecimal.valueOf(LONGEST_MILLIS)) > 0) {
            throw new InvalidValueException(option, "'" + text + "'", "in 1ms…168h");
        }
        return Duration.ofMillis(millis.longValue());
    }
}
