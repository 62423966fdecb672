package org.mneme.runtime.patterns;

import java.util.List;
import java.util.Optional;
import org.mneme.model.PatternSet;

/**
 * Patterns, and how to draw them where they encode a movement or are images.
 *
 * @param patterns ξ
 * @param drawing the movement asked for, and how to read it from a state
 * @param images how to look at a state as an image
 * @param notes what the user should know, such as the largest overlap of different patterns
 */
public record EncodedPatterns(
        PatternSet patterns, Optional<DrawingCode> drawing, Optional<PatternImages> images, List<String> notes) {
    /** Copies the list. */
    public EncodedPatterns {
        notes = List.copyOf(notes);
    }

    /**
     * Returns patterns that draw nothing.
     *
     * @param patterns ξ
     * @return the patterns
     */
    public static EncodedPatterns of(PatternSet patterns) {
        return new EncodedPatterns(patterns, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Returns patterns that encode a movement.
     *
     * @param patterns ξ
     * @param drawing the movement
     * @param notes what the user should know
     * @return the patterns
     */
    public static EncodedPatterns of(PatternSet patterns, DrawingCode drawing, List<String> notes) {
        return new EncodedPatterns(patterns, Optional.of(drawing), Optional.empty(), notes);
    }

    /**
     * Returns patterns that are images.
     *
     * @param patterns ξ
     * @param images how to look at them
     * @param notes what the user should know
     * @return the patterns
     */
    public static EncodedPatterns of(PatternSet patterns, PatternImages images, List<String> notes) {
        return new EncodedPatterns(patterns, Optional.empty(), Optional.of(images), notes);
    }
}
