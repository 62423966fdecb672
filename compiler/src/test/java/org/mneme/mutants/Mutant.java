package org.mneme.mutants;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A textual substitution that makes a class wrong.
 *
 * @param mistake what is wrong, for the reader
 * @param file the source file
 * @param original text that occurs exactly once in the file, up to white space
 * @param replacement what stands there instead
 */
public record Mutant(String mistake, String file, String original, String replacement) {
    /**
     * Makes the mistake.
     *
     * @param text the file's
     * @return the text with the replacement
     * @throws AssertionError if the original does not occur exactly once
     */
    public String in(String text) {
        Matcher matcher = pattern(original).matcher(text);
        long found = matcher.results().count();
        if (found != 1) {
            throw new AssertionError("mutant \"" + mistake + "\": its text occurs " + found + " times in " + file
                    + ", not once; update the table: " + original);
        }
        return matcher.replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private static Pattern pattern(String original) {
        return Pattern.compile(Pattern.compile("\\s+")
                .splitAsStream(original.strip())
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    }

    @Override
    public String toString() {
        return mistake;
    }
}
