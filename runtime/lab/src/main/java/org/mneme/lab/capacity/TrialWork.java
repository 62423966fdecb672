package org.mneme.lab.capacity;

import java.util.OptionalDouble;

/** How much work a trial is, guessed before it is run: words of patterns that its tests read. */
final class TrialWork {
    /** Measured capacities are about theory to this power, the more below it the larger. */
    private static final double BELOW_THEORY = 0.92;

    /** Where patterns coincide before theory, about this share of the bound. */
    private static final double BELOW_COINCIDENCE = 0.2;

    /** Transitions tested per pattern of the capacity, all draws together. */
    private static final double TESTED = 8;

    /** A trial's draws cost about as much as reading this many words, however few patterns they have. */
    private static final double DRAWING = 1e6;

    private static final double MOST_PATTERNS = 1e6;

    /** So that the work of all trials can be added up. */
    private static final double MOST_WORK = 0x1p62 / Capacity.MOST_TRIALS;

    private TrialWork() {}

    static long of(CapacityQuestion question) {
        OptionalDouble theory = question.network().theory(question.features(), question.measure());
        double patterns = Math.clamp(
                Math.min(
                        Math.pow(theory.orElse(question.features()), BELOW_THEORY),
                        BELOW_COINCIDENCE * SearchStart.coincidence(question.features())),
                1,
                MOST_PATTERNS);
        double read = TESTED * patterns * Draw.words(question.features(), (int) patterns);
        return (long) Math.min(DRAWING + read * question.sequences(), MOST_WORK);
    }
}
