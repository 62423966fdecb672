package org.mneme.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.model.SequenceMemory;

class WeightsTest {
    private static final int CASES = 300;

    /** Differences of doubles near 1 are off by less. */
    private static final double ROUNDING = 0x1p-50;

    @Test
    void whatCodesLeaveOverIsWithinTheirBounds() {
        int coded = 0;
        int lossless = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = seed % 2 == 0 ? RandomMemories.any(random) : RandomMemories.copies(random);
            List<Term> terms = Network.terms(memory);
            if (terms.isEmpty()) {
                continue;
            }
            Weights weights = Network.of(memory, terms).weights();
            for (int c = 0; c <= memory.features(); c++) {
                if (!weights.listed()[c]) {
                    assertBounded(terms, weights, c, "seed " + seed + ", c = " + c + ", " + memory);
                    coded++;
                }
            }
            lossless += weights.lossless() ? 1 : 0;
        }
        assertTrue(coded > CASES && lossless > 20 && lossless < CASES, coded + " coded, " + lossless + " lossless");
    }

    private static void assertBounded(List<Term> terms, Weights weights, int c, String message) {
        double coarse = 0;
        double fine = 0;
        double size = 0;
        for (int t = 0; t < terms.size(); t++) {
            double value = terms.get(t).value()[c];
            double left = value - decoded(weights.coarse(), weights.entries()[c], weights.coarseAt(t), t);
            coarse += Math.abs(left);
            fine += Math.abs(left - decoded(weights.fine(), weights.entries()[c], weights.fineAt(t), t));
            size += Math.abs(value);
        }
        long units = weights.entries()[c] & ((1L << weights.restBits()) - 1);
        assertTrue(coarse <= units * weights.restUnit() * (1 + 1e-9) + size * ROUNDING, message);
        assertTrue(fine <= weights.fineRest() * (1 + 1e-9) + size * ROUNDING, message);
        assertEquals(weights.lossless(), weights.lossless() && fine == 0, message);
    }

    private static double decoded(Codes level, long entry, int at, int t) {
        long code = entry >>> at & ((1L << level.bits(t)) - 1);
        return level.step() * (code + level.least(t));
    }
}
