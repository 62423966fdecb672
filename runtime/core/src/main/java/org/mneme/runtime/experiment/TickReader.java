package org.mneme.runtime.experiment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.runtime.config.Setting;

/** Reads a time such as "1 ms". */
final class TickReader {
    private static final Pattern TIME = Pattern.compile("\\s*([-+0-9.eE]+)\\s*(\\S*)\\s*");

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
