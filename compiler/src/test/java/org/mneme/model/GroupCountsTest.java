package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

class GroupCountsTest {
    @Test
    void groupsKeepFirstAppearanceOrderAndAscendingMembers() {
        Groups<String> groups =
                new Groups<>(7, mu -> List.of("b", "a", "b", "c", "a", "b", "c").get(mu));
        assertEquals(List.of("b", "a", "c"), groups.keys());
        assertEquals(3, groups.size(0));
        assertEquals(List.of(0, 2, 5), List.of(groups.member(0, 0), groups.member(0, 1), groups.member(0, 2)));
        assertEquals(4, groups.member(1, 1));
        assertEquals(2, groups.groupOf(6));
    }

    @Test
    void countsEqualNaiveSums() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int p = random.nextInt(1, 300);
            int n = random.nextInt(1, 140);
            boolean diluted = seed % 2 == 1;
            List<Signs> drawn = new ArrayList<>();
            for (int mu = 0; mu <= p; mu++) {
                drawn.add(Signs.of(random.ints(n, -1, 2)
                        .map(s -> s == 0 && !diluted ? 1 : s)
                        .toArray()));
            }
            Signs state = drawn.removeLast();
            PatternSet patterns = PatternSet.of(drawn);
            Ints rows = Ints.of(random.ints(p, -1, p).toArray());
            int groupCount = random.nextInt(1, 4);
            Groups<Integer> groups = new Groups<>(p, mu -> mu % groupCount);
            GroupCounts counts = new GroupCounts(patterns);
            for (int group = 0; group < groups.count(); group++) {
                int g = group;
                assertArrayEquals(
                        naive(
                                patterns,
                                n,
                                i -> IntStream.range(0, p)
                                        .filter(mu -> mu % groupCount == g && rows.at(mu) >= 0)
                                        .map(mu -> patterns.at(rows.at(mu), i))
                                        .sum()),
                        counts.of(groups, group, rows),
                        "seed " + seed);
                for (int match = -1; match <= 1; match++) {
                    int m = match;
                    assertArrayEquals(
                            naive(
                                    patterns,
                                    n,
                                    i -> IntStream.range(0, p)
                                            .filter(mu -> mu % groupCount == g && rows.at(mu) >= 0)
                                            .filter(mu -> patterns.at(mu, i) * state.at(i) == m)
                                            .map(mu -> patterns.at(rows.at(mu), i))
                                            .sum()),
                            counts.of(groups, group, rows, state, match),
                            "seed " + seed + ", match " + match);
                }
            }
        }
    }

    private static int[] naive(PatternSet patterns, int n, IntUnaryOperator sum) {
        assertEquals(n, patterns.features());
        return IntStream.range(0, n).map(sum).toArray();
    }

    @Test
    void countersAddUpAndAreEmptiedByDraining() {
        BitCounters counters = new BitCounters(2);
        for (int k = 0; k < 1000; k++) {
            counters.add(0, k % 3 == 0 ? -1L : 5L);
            counters.add(1, 1L << 63);
        }
        int[] totals = new int[128];
        counters.drain(-2, totals);
        assertEquals(-2000, totals[0]);
        assertEquals(-2 * 334, totals[1]);
        assertEquals(-2000, totals[127]);
        assertEquals(0, totals[64]);
        int[] again = new int[128];
        counters.drain(1, again);
        assertArrayEquals(new int[128], again);
    }
}
