package org.mneme.runtime.score;

import org.mneme.bits.BitMatrix;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/** Comparison of a state with stored patterns, one pass over packed words each. */
final class StoredPatterns {
    /** No pattern: the state has no known feature. */
    static final int NONE = -1;

    private final PatternSet patterns;
    private final BitMatrix plus;
    private final long lastWord;
    private final int largestSupport;

    StoredPatterns(PatternSet patterns) {
        this.patterns = patterns;
        this.plus = patterns.plus();
        int n = patterns.features();
        this.lastWord = (n & 63) == 0 ? -1L : (1L << n) - 1;
        this.largestSupport = largestSupport(patterns);
    }

    private static int largestSupport(PatternSet patterns) {
        if (patterns.mask().isEmpty()) {
            return patterns.features();
        }
        int largest = 0;
        for (int mu = 0; mu < patterns.count(); mu++) {
            largest = Math.max(largest, patterns.mask().get().bitCount(mu));
        }
        return largest;
    }

    int count() {
        return patterns.count();
    }

    int features() {
        return patterns.features();
    }

    private long known(int mu, int w) {
        if (patterns.mask().isPresent()) {
            return patterns.mask().get().word(mu, w);
        }
        return w == plus.wordsPerRow() - 1 ? lastWord : -1L;
    }

    /** h_μ. */
    int overlap(int mu, Signs state) {
        return patterns.overlap(mu, state);
    }

    /** At how many places where ξ^μ is not 0 the state is not ξ^μ; unknown features count. */
    int wrongBits(int mu, Signs state) {
        int wrong = 0;
        for (int w = 0; w < state.words(); w++) {
            wrong += Long.bitCount((plus.word(mu, w) ^ state.plusWord(w) | ~state.knownWord(w)) & known(mu, w));
        }
        return wrong;
    }

    private boolean identical(int mu, int nu) {
        for (int w = 0; w < plus.wordsPerRow(); w++) {
            if (plus.word(mu, w) != plus.word(nu, w) || known(mu, w) != known(nu, w)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the pattern of the largest overlap with a state, the lowest index of those; but a favoured pattern where it is stored
     * identically.
     *
     * <p>A favoured pattern that overlaps as far as any pattern can is taken at once, so that a right step costs one row.
     */
    int winner(Signs state, int... favoured) {
        if (state.zeroCount() == state.length()) {
            return NONE;
        }
        for (int mu : favoured) {
            if (mu != NONE && overlap(mu, state) == largestSupport) {
                return mu;
            }
        }
        int best = 0;
        int largest = Integer.MIN_VALUE;
        for (int mu = 0; mu < patterns.count(); mu++) {
            int h = overlap(mu, state);
            if (h > largest) {
                largest = h;
                best = mu;
            }
        }
        for (int mu : favoured) {
            if (mu != NONE && identical(mu, best)) {
                return mu;
            }
        }
        return best;
    }
}
