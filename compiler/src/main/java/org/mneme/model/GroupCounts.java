package org.mneme.model;

import java.util.Arrays;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/** Sums the rows of the patterns of a group, for all units at once: c_i = Σ_{μ in group} ξ_i^{row(μ)}. */
final class GroupCounts {
    private final PatternSet patterns;
    private final int words;
    private final BitCounters plus;
    private final BitCounters known;
    private final int[] counts;

    GroupCounts(PatternSet patterns) {
        this.patterns = patterns;
        this.words = patterns.plus().wordsPerRow();
        this.plus = new BitCounters(words);
        this.known = new BitCounters(words);
        this.counts = new int[patterns.features()];
    }

    /**
     * Returns c_i over a group.
     *
     * @param groups groups of the patterns
     * @param group which of them
     * @param rows row(μ), or {@link Successors#NONE}
     * @return N counts, valid until the next call
     */
    int[] of(Groups<?> groups, int group, Ints rows) {
        for (int j = 0; j < groups.size(group); j++) {
            int row = rows.at(groups.member(group, j));
            for (int w = 0; w < words && row != Successors.NONE; w++) {
                add(w, row, -1L);
            }
        }
        return take();
    }

    /**
     * Returns c_i over a group, each unit counting only the patterns with ξ_i^μ S_i = match.
     *
     * @param groups groups of the patterns
     * @param group which of them
     * @param rows row(μ), or {@link Successors#NONE}
     * @param state S
     * @param match −1, 0 or +1
     * @return N counts, valid until the next call
     */
    int[] of(Groups<?> groups, int group, Ints rows, Signs state, int match) {
        for (int j = 0; j < groups.size(group); j++) {
            int mu = groups.member(group, j);
            int row = rows.at(mu);
            for (int w = 0; w < words && row != Successors.NONE; w++) {
                long both = knownWord(mu, w) & state.knownWord(w);
                long differ = patterns.plus().word(mu, w) ^ state.plusWord(w);
                add(w, row, match == 0 ? ~both : both & (match > 0 ? ~differ : differ));
            }
        }
        return take();
    }

    private void add(int w, int row, long which) {
        plus.add(w, patterns.plus().word(row, w) & knownWord(row, w) & which);
        known.add(w, knownWord(row, w) & which);
    }

    private long knownWord(int row, int w) {
        if (patterns.mask().isPresent()) {
            return patterns.mask().get().word(row, w);
        }
        int features = patterns.features();
        return w == words - 1 && (features & 63) != 0 ? (1L << features) - 1 : -1L;
    }

    private int[] take() {
        Arrays.fill(counts, 0);
        plus.drain(2, counts);
        known.drain(-1, counts);
        return counts;
    }
}
