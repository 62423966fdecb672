package org.mneme.runtime.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggestions for mistyped words. */
public final class Nearest {
    private Nearest() {}

    /**
     * Returns the end of a sentence that offers the nearest word, or all words where none is near.
     *
     * @param typed what was typed
     * @param words what would have been right
     * @return such as "; did you mean 'degree'?"
     */
    public static String suggestion(String typed, Collection<String> words) {
        return of(typed, words)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse(words.isEmpty() ? "" : "; known are " + String.join(", ", words));
    }

    /**
     * Returns the word nearest to what was typed, by Damerau-Levenshtein distance, where it is near enough to be meant.
     *
     * @param typed what was typed
     * @param words what would have been right
     * @return the word
     */
    public static Optional<String> of(String typed, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(typed, word)))
                .filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3));
    }

    /**
     * Returns the least number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
     *
     * @param a a word
     * @param b a word
     * @return ≥ 0
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
