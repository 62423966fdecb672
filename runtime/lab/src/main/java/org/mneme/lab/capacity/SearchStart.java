package org.mneme.lab.capacity;

import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Where the trials of a question start: a P at which a clean draw is all but impossible, so that the answer does not depend on it.
 *
 * <p>The paper starts at about 2.5 × theory. Where there is no theory (pseudoinverse, threshold, κ ≠ 1, correlated patterns), or
 * transitions do not fail plainly at 2.5 × theory (as at small N), P is doubled until they do, on draws of its own.
 *
 * <p>No search starts above the bound of coincidence. A clean run visits pattern after pattern by one function, ξ^{next(μ)} = F(ξ^μ),
 * whatever the interaction, the self-coupling, or the sign given to a tie; two equal patterns with different successors therefore fail
 * for certain, one transition or the other, and equal patterns all of whose successors are equal would make the sequence periodic, which random ones are with
 * a chance of order P 2^−2N or less. So the chance of a clean draw is that of P patterns without a coincident pair, at most
 * exp(−P(P−1)/2^{N+1}) for fair bits and less for biased ones: below one in a million from P = √(2^{N+1} ln 10⁶) on. A coincidence is no
 * failure by definition; this bounds only where a search can end. (It ends lower: nearly coincident patterns fail too.)
 *
 * @param patterns P of the first draw
 * @param from why there
 */
public record SearchStart(int patterns, From from) {
    /** The largest P that can be asked for. */
    public static final int MOST_PATTERNS = 1 << 24;

    private static final double ABOVE_THEORY = 2.5;
    private static final int LEAST = 4;
    private static final double COINCIDENCES = Math.log(1e6);

    /** Why a search starts where it does. */
    public enum From {
        /** 2.5 × theory. */
        THEORY,
        /** P was doubled until transitions failed plainly. */
        DOUBLING,
        /** Above it, random patterns coincide. */
        COINCIDENCE
    }

    /**
     * Returns the P from which on random patterns coincide with a chance of at least 1 − 10⁻⁶.
     *
     * @param features N ≥ 2
     * @return patterns, about √(2^{N+1} ln 10⁶)
     */
    public static double coincidence(int features) {
        // An open chain's last pattern has no successor that could differ: one more.
        return 2 + Math.ceil(Math.sqrt(Math.scalb(COINCIDENCES, features + 1)));
    }

    /**
     * Finds the start of a question's trials.
     *
     * @param question what is asked
     * @param seed of the study
     * @return the start
     * @throws CapacityTooLargeException if transitions do not fail plainly at any P up to {@value #MOST_PATTERNS}
     * @throws DrawTooLargeException if the patterns of a draw there are more than one can hold
     */
    public static SearchStart of(CapacityQuestion question, long seed) {
        return of(question, new DrawSeeds(question, seed), words -> {});
    }

    static SearchStart of(CapacityQuestion question, DrawSeeds seeds, LongConsumer watch) {
        double bound = coincidence(question.features());
        OptionalDouble theory = question.bias() == 0
                ? question.network().theory(question.features(), question.measure())
                : OptionalDouble.empty();
        From from = theory.isPresent() ? From.THEORY : From.DOUBLING;
        double next = theory.isPresent() ? Math.max(2, Math.ceil(ABOVE_THEORY * theory.getAsDouble())) : LEAST;
        for (int doubling = 0; ; doubling++) {
            if (next >= bound && bound <= MOST_PATTERNS) {
                return new SearchStart((int) bound, From.COINCIDENCE);
            }
            int patterns = (int) Math.min(next, MOST_PATTERNS);
            if (Draw.words(question.features(), patterns) > Draw.MOST_WORDS) {
                throw new DrawTooLargeException(question, patterns);
            }
            int attempt = doubling;
            Draw draw = new Draw(question, patterns, s -> seeds.of(DrawSeeds.NO_TRIAL, attempt, s), watch);
            if (Probe.of(draw, Draw.words(question.features(), patterns)).hopeless()) {
                return new SearchStart(patterns, from);
            }
            if (patterns == MOST_PATTERNS) {
                throw new CapacityTooLargeException(question);
            }
            from = From.DOUBLING;
            next = 2.0 * patterns;
        }
    }

    /** The grid of P: each ⌊0.99 P⌋ of the one before, down to 1. */
    int[] grid() {
        return IntStream.iterate(patterns, p -> p >= 1, p -> (int) (99L * p / 100))
                .toArray();
    }
}
