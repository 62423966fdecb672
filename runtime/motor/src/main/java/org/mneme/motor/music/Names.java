package org.mneme.motor.music;

import java.util.List;

/** Names of pitches, and of hands from what files say. */
final class Names {
    private static final String[] PITCHES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    private static final int LONGEST = 24;

    private Names() {}

    /** Returns a pitch's name, "C4" for MIDI's 60. */
    static String pitch(int midi) {
        return PITCHES[midi % PITCHES.length] + (midi / PITCHES.length - 1);
    }

    /** Returns a text made fit for one line: no control characters, at most {@value #LONGEST} characters. */
    static String clean(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Cn}\\s\uFFFD]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…"
                : line;
    }

    /** Returns a name, with a number after it where it is taken. */
    static String other(String wanted, List<String> taken) {
        String name = wanted;
        for (int k = 2; taken.contains(name); k++) {
            name = wanted + " " + k;
        }
        return name;
    }
}
