package org.mneme.runtime.patterns;

import java.util.List;

/**
 * How patterns are looked at as images: feature i is pixel i mod width of row i / width, from the top left, and +1 is ink.
 *
 * @param width pixels of a row, ≥ 1
 * @param height rows, ≥ 1
 * @param labels what each pattern shows, such as "7"; empty where that is not known
 */
public record PatternImages(int width, int height, List<String> labels) {
    /** Copies the list. */
    public PatternImages {
        labels = List.copyOf(labels);
    }

    /**
     * Returns what a pattern shows.
     *
     * @param mu 0…P−1
     * @return its label; empty where that is not known
     */
    public String label(int mu) {
        return labels.isEmpty() ? "" : labels.get(mu);
    }
}
