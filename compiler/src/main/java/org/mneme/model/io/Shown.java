package org.mneme.model.io;

/** Text from a file, made fit for one line of a message. */
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    /**
     * Shortens a text and replaces what would disturb a terminal.
     *
     * @param text any text
     * @return at most 40 characters and an ellipsis, none of them a control or formatting character
     */
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '?'));
        return text.codePointCount(0, Math.min(text.length(), 2 * LONGEST + 2)) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
