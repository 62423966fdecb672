package org.mneme.motor;

/** Text from a file, made fit for one line of a message. */
final class Shown {
    private static final int LONGEST = 30;

    private Shown() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s]", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
