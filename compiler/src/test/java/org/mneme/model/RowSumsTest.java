package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;

class RowSumsTest {
    @Test
    void everyKindEqualsAddingSignBySign() {
        for (long seed = 0; seed < 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(1, 200);
            int p = random.nextInt(1, 150);
            boolean diluted = seed % 3 == 0;
            List<Signs> rows = new ArrayList<>();
            for (int mu = 0; mu < p; mu++) {
                rows.add(draw(random, n, diluted));
            }
            PatternSet patterns = PatternSet.of(rows);
            BlockPresent present = new BlockPresent(patterns, new Slices(p, 1));
            Signs state = draw(random, n, seed % 2 == 0);
            present.set(IntStream.range(0, n).map(state::at).toArray());
            int[] rowOf = random.ints(p, -1, p).toArray();
            int[] members = random.ints(random.nextInt(1, 300), 0, p).toArray();
            RowSums sums = new RowSums(patterns, present);
            for (RowKind kind : RowKind.values()) {
                if (kind == RowKind.PRODUCT && (diluted || state.zeroCount() > 0)) {
                    continue;
                }
                int negatives = random.nextInt(members.length + 1);
                sums.begin(random.nextInt(members.length + 1));
                sums.add(kind, rowOf, members, 0, negatives, true);
                sums.add(kind, rowOf, members, negatives, members.length, false);
                int[] expected = new int[n];
                for (int k = 0; k < members.length; k++) {
                    int target = rowOf[members[k]];
                    for (int i = 0; i < n && target != Successors.NONE; i++) {
                        int own = patterns.at(members[k], i) * state.at(i);
                        expected[i] += (k < negatives ? -1 : 1) * patterns.at(target, i) * factor(kind, own);
                    }
                }
                assertArrayEquals(expected, sums.take(kind), "seed " + seed + ", " + kind);
            }
        }
    }

    private static int factor(RowKind kind, int own) {
        return switch (kind) {
            case TARGET -> 1;
            case PRODUCT -> own;
            case AGREEING -> own == 1 ? 1 : 0;
            case DIFFERING -> own == -1 ? 1 : 0;
            case UNSEEN -> own == 0 ? 1 : 0;
        };
    }

    private static Signs draw(SplittableRandom random, int n, boolean zeros) {
        return Signs.of(random.ints(n, -1, 2)
                .map(sign -> sign == 0 && !zeros ? 1 : sign)
                .toArray());
    }
}
