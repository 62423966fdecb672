package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Signs;

class BlockPresentTest {
    @Test
    void overlapsAndWinnersEqualThePlainTwinsWhateverTheThreads() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(1, 300);
            int p = random.nextInt(1, 5000);
            PatternSet patterns = patterns(random, p, n, seed % 4 == 0);
            Present plain = new PlainPresent(patterns);
            List<Present> fast =
                    List.of(new BlockPresent(patterns, new Slices(p, 1)), new BlockPresent(patterns, new Slices(p, 3)));
            for (int t = 0; t < 6; t++) {
                int[] state = state(random, n, t == 2);
                int unit = random.nextInt(n);
                int sign = random.nextInt(3) - 1;
                for (Present present : fast) {
                    present.set(state);
                    present.set(unit, sign);
                }
                plain.set(state);
                plain.set(unit, sign);
                for (Present present : fast) {
                    assertArrayEquals(plain.overlaps(), present.overlaps(), "seed " + seed);
                    assertEquals(plain.winner(), present.winner(), "seed " + seed);
                    assertEquals(plain.signs(), present.signs(), "seed " + seed);
                }
            }
        }
    }

    @Test
    void withAMarginTheBestAreKnownAtOnceAndTheOthersOnceTheyAreAskedFor() {
        int passedOver = 0;
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(20, 200);
            int p = random.nextInt(1, 9000);
            int margin = random.nextInt(n / 3);
            PatternSet patterns = patterns(random, p, n, false);
            Present plain = new PlainPresent(patterns);
            BlockPresent present = new BlockPresent(patterns, new Slices(p, 1 + (int) (seed % 3)));
            present.setMargin(margin);
            for (int t = 0; t < 5; t++) {
                int[] state = state(random, n, t == 2);
                present.set(state);
                plain.set(state);
                int[] all = plain.overlaps();
                int largest = IntStream.of(all).max().orElseThrow();
                assertEquals(largest, present.largest(), "seed " + seed);
                assertEquals(plain.winner(), present.winner(), "seed " + seed);
                int floor = largest - random.nextInt(margin + 1);
                present.count(floor);
                int from = present.countedFrom();
                for (int h = Math.max(from, -n); h <= n; h++) {
                    int overlap = h;
                    long expected = IntStream.of(all).filter(x -> x == overlap).count();
                    assertEquals(expected, present.occurrences()[h + n], "seed " + seed + ", h = " + h);
                }
                assertEquals(p, IntStream.of(present.occurrences()).sum(), "seed " + seed);
                passedOver += from > -n ? 1 : 0;
                if (t % 2 == 1) {
                    assertArrayEquals(all, present.overlaps(), "seed " + seed);
                }
            }
        }
        assertTrue(passedOver > 50, "counted from a floor: " + passedOver);
    }

    @Test
    void fewFlipsUpdateOverlapsByColumns() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(16, 200);
            int p = random.nextInt(1, 20_000);
            PatternSet patterns = patterns(random, p, n, false);
            FlippedColumns columns = new FlippedColumns(patterns, 0, 0);
            long[] before = words(random, n);
            int[] overlaps = overlaps(patterns, before);
            for (int t = 0; t < 4; t++) {
                long[] now = before.clone();
                for (int k = 0; k < n / 8; k++) {
                    int i = random.nextInt(n);
                    now[i >>> 6] ^= 1L << i;
                }
                assertTrue(columns.update(before, now, overlaps));
                assertArrayEquals(overlaps(patterns, now), overlaps, "seed " + seed + ", step " + t);
                before = now;
            }
            long[] far = before.clone();
            far[0] ^= -1L >>> 64 - Math.min(64, n / 8 + 1);
            assertFalse(columns.update(before, far, overlaps), "too many flips");
            assertArrayEquals(overlaps(patterns, before), overlaps, "seed " + seed);
        }
    }

    @Test
    void columnsAreUsedOnceTheyPay() {
        PatternSet patterns = PatternSet.random(3000, 100, 3, 0);
        SplittableRandom random = new SplittableRandom(3);
        BlockPresent present = new BlockPresent(patterns, new Slices(3000, 1));
        PlainPresent plain = new PlainPresent(patterns);
        int[] state = state(random, 100, false);
        for (int t = 0; t < 40; t++) {
            for (int k = 0; k < 3; k++) {
                int i = random.nextInt(100);
                state[i] = -state[i];
            }
            present.set(state);
            plain.set(state);
            assertArrayEquals(plain.overlaps(), present.overlaps(), "step " + t);
        }
        assertTrue(present.columnUpdates() > 5, "updates: " + present.columnUpdates());
    }

    private static int[] overlaps(PatternSet patterns, long[] words) {
        Signs state = Signs.ofWords(patterns.features(), words);
        return IntStream.range(0, patterns.count())
                .map(mu -> patterns.overlap(mu, state))
                .toArray();
    }

    private static long[] words(SplittableRandom random, int n) {
        BitMatrix one = BitMatrix.ofWords(1, n, (_, _) -> random.nextLong());
        return IntStream.range(0, one.wordsPerRow())
                .mapToLong(w -> one.word(0, w))
                .toArray();
    }

    private static int[] state(SplittableRandom random, int n, boolean zeros) {
        return random.ints(n, -1, 2).map(s -> s == 0 && !zeros ? 1 : s).toArray();
    }

    private static PatternSet patterns(SplittableRandom random, int p, int n, boolean diluted) {
        if (!diluted) {
            return PatternSet.random(p, n, random.nextLong(), 0);
        }
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < p; mu++) {
            rows.add(Signs.of(random.ints(n, -1, 2).toArray()));
        }
        return PatternSet.of(rows);
    }
}
