package org.mneme.model;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.mneme.InvalidValueException;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Signs;

/**
 * P stored patterns ξ^μ of N features, bit-packed and immutable: 1 bit a feature, and a second plane only where some are 0.
 *
 * @param plus P × N, bit set where ξ_i^μ = +1
 * @param mask P × N, bit set where ξ_i^μ ≠ 0; empty where no feature is 0
 */
public record PatternSet(BitMatrix plus, Optional<BitMatrix> mask) {
    /** Checks the shapes. */
    public PatternSet {
        if (plus.rows() < 1) {
            throw new InvalidValueException("patterns", plus.rows(), "at least 1 pattern");
        }
        if (plus.columns() < 1) {
            throw new InvalidValueException("features", plus.columns(), "at least 1 feature");
        }
        mask.ifPresent(m -> {
            if (m.rows() != plus.rows() || m.columns() != plus.columns()) {
                throw new IllegalArgumentException("mask " + m + " for " + plus);
            }
        });
    }

    /**
     * Draws independent random patterns; a feature is +1 with probability ½ + ½ε.
     *
     * <p>The draws are of {@link SplittableRandom}, one 64-bit word for 64 features where ε = 0, else one double a feature, in row
     * order.
     *
     * @param count P ≥ 1
     * @param features N ≥ 1
     * @param seed the seed
     * @param bias ε in [−1, 1]; 0 for fair bits
     * @return the patterns
     */
    public static PatternSet random(int count, int features, long seed, double bias) {
        if (count < 1) {
            throw new InvalidValueException("patterns", count, "at least 1 pattern");
        }
        if (features < 1) {
            throw new InvalidValueException("features", features, "at least 1 feature");
        }
        if (!(Math.abs(bias) <= 1)) {
            throw new InvalidValueException("bias", bias, "in −1…1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double p = 0.5 + 0.5 * bias;
        BitMatrix plus = bias == 0
                ? BitMatrix.ofWords(count, features, (mu, w) -> random.nextLong())
                : BitMatrix.of(count, features, (mu, i) -> random.nextDouble() < p);
        return new PatternSet(plus, Optional.empty());
    }

    /**
     * Returns the given patterns.
     *
     * @param rows at least one, all of one length ≥ 1
     * @return the patterns
     */
    public static PatternSet of(List<Signs> rows) {
        if (rows.isEmpty()) {
            throw new InvalidValueException("patterns", 0, "at least 1 pattern");
        }
        int n = rows.getFirst().length();
        boolean diluted = false;
        for (int mu = 0; mu < rows.size(); mu++) {
            if (rows.get(mu).length() != n) {
                throw new InvalidValueException(
                        "features of pattern " + mu, rows.get(mu).length(), "those of pattern 0: " + n);
            }
            diluted |= rows.get(mu).zeroCount() > 0;
        }
        BitMatrix plus =
                BitMatrix.ofWords(rows.size(), n, (mu, w) -> rows.get(mu).plusWord(w));
        return new PatternSet(
                plus,
                diluted
                        ? Optional.of(BitMatrix.ofWords(
                                rows.size(), n, (mu, w) -> rows.get(mu).knownWord(w)))
                        : Optional.empty());
    }

    /**
     * Returns the number of patterns.
     *
     * @return P
     */
    public int count() {
        return plus.rows();
    }

    /**
     * Returns the number of features.
     *
     * @return N
     */
    public int features() {
        return plus.columns();
    }

    /**
     * Returns one feature of one pattern.
     *
     * @param mu 0…P−1
     * @param i 0…N−1
     * @return ξ_i^μ: −1, 0 or +1
     */
    public int at(int mu, int i) {
        if (mask.isPresent() && !mask.get().get(mu, i)) {
            return 0;
        }
        return plus.get(mu, i) ? 1 : -1;
    }

    /**
     * Returns one pattern.
     *
     * @param mu 0…P−1
     * @return ξ^μ, N signs
     */
    public Signs row(int mu) {
        long[] p = new long[plus.wordsPerRow()];
        for (int w = 0; w < p.length; w++) {
            p[w] = plus.word(mu, w);
        }
        if (mask.isEmpty()) {
            return Signs.ofWords(features(), p);
        }
        long[] k = new long[p.length];
        for (int w = 0; w < k.length; w++) {
            k[w] = mask.get().word(mu, w);
        }
        return Signs.ofWords(features(), p, k);
    }

    /**
     * Returns the overlap of a pattern with a state.
     *
     * @param mu 0…P−1
     * @param state S, N signs
     * @return h_μ = Σ_i ξ_i^μ S_i
     */
    public int overlap(int mu, Signs state) {
        int h = 0;
        for (int w = 0; w < state.words(); w++) {
            long both = state.knownWord(w) & (mask.isPresent() ? mask.get().word(mu, w) : -1L);
            h += Long.bitCount(both) - 2 * Long.bitCount((plus.word(mu, w) ^ state.plusWord(w)) & both);
        }
        return h;
    }

    @Override
    public String toString() {
        return "PatternSet[" + count() + " patterns × " + features() + " features]";
    }
}
