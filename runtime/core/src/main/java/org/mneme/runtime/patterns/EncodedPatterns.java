package org.mneme.runtime.patterns;

import java.util.List;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.PatternSet;
import org.mneme.runtime.scene.Scene;

/**
 * Patterns, and what they mean: how to draw them where they encode a movement or are images, how long each is to be held, what follows what.
 *
 * @param patterns ξ
 * @param drawing the movement asked for, and how to read it from a state
 * @param images how to look at a state as an image
 * @param scene what states mean outside the memory
 * @param dwell recall steps that each pattern is to be held, P numbers ≥ 1; in force where the memory says {@code timing: from-patterns}
 * @param sequencing what follows what; in force unless the memory's {@code sequence} says otherwise
 * @param notes what the user should know, such as the largest overlap of different patterns
 */
public record EncodedPatterns(
        PatternSet patterns,
        Optional<DrawingCode> drawing,
        Optional<PatternImages> images,
        Optional<Scene> scene,
        Optional<Ints> dwell,
        Optional<Sequencing> sequencing,
        List<String> notes) {
    /** Copies the list, and checks that there are as many dwell times and successors as patterns. */
    public EncodedPatterns {
        notes = List.copyOf(notes);
        int count = patterns.count();
        dwell.ifPresent(steps -> {
            if (steps.length() != count || steps.min() < 1) {
                throw new InvalidValueException("dwell times", steps, "one number ≥ 1 a pattern, " + count);
            }
        });
        sequencing.ifPresent(s -> {
            if (s.successors().count() != count) {
                throw new InvalidValueException("successors", s.successors().count(), "one a pattern, " + count);
            }
        });
    }

    /**
     * Returns patterns that mean nothing else.
     *
     * @param patterns ξ
     * @return the patterns
     */
    public static EncodedPatterns of(PatternSet patterns) {
        return of(patterns, List.of());
    }

    /**
     * Returns patterns that mean nothing else.
     *
     * @param patterns ξ
     * @param notes what the user should know
     * @return the patterns
     */
    public static EncodedPatterns of(PatternSet patterns, List<String> notes) {
        return new EncodedPatterns(
                patterns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes);
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
        EncodedPatterns plain = of(patterns, notes);
        return new EncodedPatterns(
                patterns, Optional.of(drawing), plain.images, plain.scene, plain.dwell, plain.sequencing, notes);
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
        EncodedPatterns plain = of(patterns, notes);
        return new EncodedPatterns(
                patterns, plain.drawing, Optional.of(images), plain.scene, plain.dwell, plain.sequencing, notes);
    }

    /**
     * Returns the same with a scene.
     *
     * @param value what states mean
     * @return the patterns
     */
    public EncodedPatterns with(Scene value) {
        return new EncodedPatterns(patterns, drawing, images, Optional.of(value), dwell, sequencing, notes);
    }

    /**
     * Returns the same with dwell times.
     *
     * @param steps recall steps, one number a pattern
     * @return the patterns
     * @throws InvalidValueException if they are not as many as the patterns, or one is below 1
     */
    public EncodedPatterns held(Ints steps) {
        return new EncodedPatterns(patterns, drawing, images, scene, Optional.of(steps), sequencing, notes);
    }

    /**
     * Returns the same with what follows what.
     *
     * @param value the successors and motifs
     * @return the patterns
     * @throws InvalidValueException if they are of other than P patterns
     */
    public EncodedPatterns with(Sequencing value) {
        return new EncodedPatterns(patterns, drawing, images, scene, dwell, Optional.of(value), notes);
    }
}
