package org.mneme.lab.figure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as text, alike in every locale. */
final class Text {
    private Text() {}

    /** Formats as in the root locale; the annotation that is asked for would be one more dependency. */
    @SuppressWarnings("AnnotateFormatMethod")
    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A number with about three digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return of("%.2e", value);
        }
        return size >= 100
                ? of("%.0f", value)
                : size >= 10 ? of("%.1f", value) : size >= 1 ? of("%.2f", value) : of("%.3f", value);
    }

    static String list(int... values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    static String list(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
