package org.mneme.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.InvalidValueException;

/**
 * A setting and the values it takes in a sweep.
 *
 * @param key the setting's path, such as "interaction.polynomial.degree"
 * @param values as they would be written, distinct, at least one
 */
public record SweepAxis(String key, List<String> values) {
    /** The most values of an axis. */
    public static final int MOST_VALUES = 100_000;

    private static final String NUMBER = "([-+]?[0-9]{1,18}(?:\\.[0-9]{1,18})?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?:/" + NUMBER + ")?");

    /** Copies the list. */
    public SweepAxis {
        values = List.copyOf(values);
        if (key.isBlank()) {
            throw new InvalidValueException("sweep", "'" + key + "'", "the name of a setting");
        }
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new InvalidValueException(key, values.size() + " values", "1…" + MOST_VALUES + " values");
        }
        if (values.stream().distinct().count() != values.size()) {
            throw new InvalidValueException(key, values, "a list of distinct values");
        }
    }

    /**
     * Reads an axis written as {@code key=values}.
     *
     * @param text such as "interaction.polynomial.degree=1..4"
     * @return the axis
     * @throws InvalidValueException if it is not written like that
     */
    public static SweepAxis parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidValueException("sweep", "'" + text + "'", "written as key=values, such as degree=1..4");
        }
        String key = text.substring(0, equals).strip();
        return new SweepAxis(key, values(key, text.substring(equals + 1)));
    }

    /**
     * Reads values: a list separated by commas, each a value, a range {@code 1..4} in steps of 1, or {@code 0.1..0.5/0.1} in steps of
     * 0.1, both ends included. Commas within brackets or braces do not separate.
     *
     * @param key what they are for, for the error
     * @param text such as "1,2,5"
     * @return the values
     * @throws InvalidValueException if a range is empty, endless or too long, or a value is empty
     */
    public static List<String> values(String key, String text) {
        List<String> values = new ArrayList<>();
        for (String part : split(text)) {
            if (part.isEmpty()) {
                throw new InvalidValueException(key, "'" + text + "'", "a list of values such as 1..4 or 1,2,5");
            }
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                addRange(values, key, part, range);
            } else {
                values.add(part);
            }
        }
        return values;
    }

    /**
     * Reads seeds, written as {@link #values} are.
     *
     * @param text such as "1..20"
     * @return whole numbers
     * @throws InvalidValueException if one is not a whole number
     */
    public static List<Long> seeds(String text) {
        List<Long> seeds = new ArrayList<>();
        for (String value : new SweepAxis("seeds", values("seeds", text)).values()) {
            try {
                seeds.add(Long.parseLong(value));
            } catch (NumberFormatException e) {
                throw new InvalidValueException("seeds", "'" + value + "'", "a whole number");
            }
        }
        return seeds;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static void addRange(List<String> values, String key, String part, Matcher range) {
        BigDecimal last = new BigDecimal(range.group(2));
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
        BigDecimal value = new BigDecimal(range.group(1));
        if (step.signum() <= 0 || value.compareTo(last) > 0) {
            throw new InvalidValueException(key, part, "a range that goes up, such as 1..4 or 0.1..0.5/0.1");
        }
        for (; value.compareTo(last) <= 0; value = value.add(step)) {
            values.add(value.toPlainString());
            if (values.size() > MOST_VALUES) {
                throw new InvalidValueException(key, part, "a range of at most " + MOST_VALUES + " values");
            }
        }
    }
}
