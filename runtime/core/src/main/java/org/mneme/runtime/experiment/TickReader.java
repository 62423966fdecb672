package org.mneme.runtime.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.runtime.config.Setting;

/** Reads a time such as "1 ms", and a number of ticks that may be written as a time. */
final class TickReader {
    private static final Pattern TIME = Pattern.compile("\\s*([-+0-9.eE]+)\\s*(\\S*)\\s*");

    private static final long MOST_TICKS = 1_000_000_000_000L;

    private TickReader() {}

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("s", BigDecimal.ONE);
        units.put("ms", new BigDecimal("1e-3"));
        units.put("us", new BigDecimal("1e-6"));
        return units;
    }

    /** The micro sign and the Greek letter are written u. */
    private static String plainUnit(String unit) {
        return unit.replace('\u00b5', 'u').replace('\u03bc', 'u');
    }

    /** Writes a time in seconds. */
    static String text(double seconds) {
        return BigDecimal.valueOf(seconds).toPlainString() + " s";
    }

    /** Returns a number of ticks, 0 or more: a whole number, or a time such as "0.2 s" that is so many ticks. */
    static long ticks(Setting setting, double tickSeconds) {
        Setting.Value value = setting.value();
        Matcher matcher = TIME.matcher(value.text());
        if (!matcher.matches() || matcher.group(2).isEmpty()) {
            return value.integer(0L, MOST_TICKS);
        }
        BigDecimal ticks = seconds(setting)
                .divide(BigDecimal.valueOf(tickSeconds), MathContext.DECIMAL64)
                .stripTrailingZeros();
        if (ticks.scale() > 0 || ticks.compareTo(BigDecimal.valueOf(MOST_TICKS)) > 0) {
            throw value.error("'" + value.text() + "' is " + ticks.toPlainString() + " ticks of " + text(tickSeconds)
                    + "; give a whole number of them, at most " + MOST_TICKS);
        }
        return ticks.longValueExact();
    }

    /** Returns the time in seconds, above 0. */
    static BigDecimal seconds(Setting setting) {
        Setting.Value value = setting.value();
        Matcher matcher = TIME.matcher(value.text());
        if (!matcher.matches()) {
            throw value.error("'" + value.text() + "' is not a time such as '1 ms'");
        }
        if (matcher.group(2).isEmpty()) {
            throw value.error("'" + value.text() + "' has no unit; write s, ms or us, such as '1 ms'");
        }
        BigDecimal number = new Setting.Value(value.place(), value.path(), matcher.group(1)).decimal();
        BigDecimal unit = new Setting.Value(value.place(), value.path(), plainUnit(matcher.group(2))).oneOf(units());
        BigDecimal seconds = number.multiply(unit);
        if (!(seconds.doubleValue() > 0)) {
            throw value.error("'" + value.text() + "' is not a time above 0");
        }
        return seconds;
    }
}
