package org.mneme.runtime.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words in the order in which errors offer them, which {@link Map#of} does not keep. */
final class Words {
    private Words() {}

    static <T> Map<String, T> of(String a, T meaningOfA, String b, T meaningOfB) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(a, meaningOfA);
        words.put(b, meaningOfB);
        return words;
    }

    static <T> Map<String, T> and(Map<String, T> words, String c, T meaningOfC) {
        words.put(c, meaningOfC);
        return words;
    }
}
