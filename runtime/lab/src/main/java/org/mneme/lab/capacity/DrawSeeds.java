package org.mneme.lab.capacity;

import java.util.SplittableRandom;

/**
 * The seed of each draw of patterns.
 *
 * <p>A chain of mixing steps h ← first 64-bit word of {@link SplittableRandom}(h ⊕ v), from h = 0 over v = the seed of the study, then
 * each character of what the question asks (network, N, ε, measure, sequences), then trial, index on the grid of P, and sequence. The
 * procedure is left out, so that both test the same draws; so is the question's place in the study, so that other questions change nothing.
 */
final class DrawSeeds {
    /** Stands for a trial where the start of the search is looked for. */
    static final int NO_TRIAL = -1;

    private final long root;

    DrawSeeds(CapacityQuestion question, long seed) {
        long h = mix(0, seed);
        String asked = String.join(
                "|",
                question.network().label(),
                Integer.toString(question.features()),
                Double.toString(question.bias()),
                question.measure().name(),
                Integer.toString(question.sequences()));
        for (int c = 0; c < asked.length(); c++) {
            h = mix(h, asked.charAt(c));
        }
        root = h;
    }

    /** The seed of one sequence of a draw. */
    long of(int trial, int gridIndex, int sequence) {
        return mix(mix(mix(root, trial), gridIndex), sequence);
    }

    private static long mix(long h, long value) {
        return new SplittableRandom(h ^ value).nextLong();
    }
}
