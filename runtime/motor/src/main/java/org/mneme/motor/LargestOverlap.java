package org.mneme.motor;

import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/**
 * The two patterns of a set that are most alike.
 *
 * @param first μ
 * @param second ν &gt; μ
 * @param overlap m = (1/N) Σ_i ξ_i^μ ξ_i^ν, −1…1
 */
public record LargestOverlap(int first, int second, double overlap) {
    /**
     * Compares all pairs of patterns.
     *
     * @param patterns at least two
     * @return the first pair with the largest overlap
     */
    public static LargestOverlap of(PatternSet patterns) {
        Signs[] rows = new Signs[patterns.count()];
        for (int mu = 0; mu < rows.length; mu++) {
            rows[mu] = patterns.row(mu);
        }
        int first = 0;
        int second = 1;
        int h = Integer.MIN_VALUE;
        for (int mu = 0; mu < rows.length; mu++) {
            for (int nu = mu + 1; nu < rows.length; nu++) {
                int overlap = rows[mu].overlap(rows[nu]);
                if (overlap > h) {
                    first = mu;
                    second = nu;
                    h = overlap;
                }
            }
        }
        return new LargestOverlap(first, second, (double) h / patterns.features());
    }
}
