package org.mneme.motor;

import java.util.Locale;

/** Text from a file, made fit for one line of a message. */
final class Shown {
    private static final int LONGEST = 30;
    private static final double LARGEST_PLAIN = 1e7;

    private Shown() {}

    /** Writes a number without a needless ".0". */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Writes a length to a tenth, one beyond all arms by its power of ten. */
    static String millimetres(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < LARGEST_PLAIN ? "%.1f" : "%.1e", value);
    }

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s]", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
