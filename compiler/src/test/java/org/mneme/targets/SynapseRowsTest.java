package org.mneme.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;

class SynapseRowsTest {
    private static final SynapseRows LOIHI = new SynapseRows(false, 10, 10, 0, 6, 64, 64, Status.KNOWN, "a test");

    /** Bits of a row cut into blocks of a given size, as the manual's formula has it. */
    private static long blocks(SynapseRows rows, int synapses, int each, int size) {
        long bits = 0;
        for (int i = 0; i < synapses; i += size) {
            long block = rows.headerBits() + (long) Math.min(size, synapses - i) * each;
            bits += (block + rows.wordBits() - 1) / rows.wordBits() * rows.wordBits();
        }
        return bits;
    }

    /** The cheapest of all block sizes, dense or sparse. */
    private static long plain(SynapseRows rows, int targets, int stored, int weight, boolean delayed) {
        if (stored == 0) {
            return 0;
        }
        int each = weight + rows.extraBits() + (delayed ? rows.delayBits() : 0);
        long best = Long.MAX_VALUE;
        for (int size = 1; size <= rows.synapsesPerBlock(); size++) {
            best = Math.min(best, blocks(rows, targets, each, size));
            best = Math.min(best, blocks(rows, stored, each + rows.indexBits(), size));
        }
        return best;
    }

    @Test
    void costIsThatOfTheCheapestBlocks() {
        SplittableRandom random = new SplittableRandom(7);
        int sparse = 0;
        int wasted = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            SynapseRows rows = new SynapseRows(
                    false,
                    random.nextInt(20),
                    random.nextInt(12),
                    random.nextInt(8),
                    random.nextInt(7),
                    1 + random.nextInt(70),
                    1 << random.nextInt(8),
                    Status.KNOWN,
                    "a test");
            int targets = 1 + random.nextInt(300);
            int stored = random.nextInt(targets + 1);
            int weight = 1 + random.nextInt(16);
            boolean delayed = random.nextBoolean();
            long expected = plain(rows, targets, stored, weight, delayed);

            assertEquals(expected, rows.bits(targets, stored, weight, delayed), "seed 7, trial " + trial + " " + rows);

            int each = weight + rows.extraBits() + (delayed ? rows.delayBits() : 0);
            sparse += stored > 0 && expected < blocks(rows, targets, each, rows.synapsesPerBlock()) ? 1 : 0;
            wasted += stored > 0 && expected > (long) stored * each ? 1 : 0;
        }
        assertTrue(sparse > 300, "sparse rows won " + sparse);
        assertTrue(wasted > 300, "headers and words cost in " + wasted);
    }

    @Test
    void aFullBlockOfLoihiTakesWholeWords() {
        // 10 bits of header and 64 synapses of 8 bits: 522 bits, 9 words
        assertEquals(9 * 64, LOIHI.bits(64, 64, 8));
        // one bit each: 74 bits in one block, 2 words; 54 + 10 in two blocks would take as much
        assertEquals(2 * 64, LOIHI.bits(64, 64, 1));
        // a single synapse with its index
        assertEquals(64, LOIHI.bits(1000, 1, 8));
    }

    @Test
    void delaysCostOnlyWhereTheyAreNotTheShortest() {
        assertEquals(LOIHI.bits(100, 100, 1, false), LOIHI.bits(100, 100, 1));
        assertEquals(LOIHI.bits(100, 100, 7), LOIHI.bits(100, 100, 1, true));
    }

    @Test
    void aCrossbarAndARowWithoutSynapsesCostNothing() {
        assertEquals(0, SampleTargets.rows(true).bits(256, 256, 4));
        assertEquals(0, LOIHI.bits(256, 0, 8));
    }

    @Test
    void impossibleRowsAreRefused() {
        InvalidValueException e = assertThrows(
                InvalidValueException.class, () -> new SynapseRows(false, 0, 0, 0, 0, 1, Status.KNOWN, "a test"));

        assertEquals("synapse rows: synapses-per-block", e.object());
        assertThrows(InvalidValueException.class, () -> new SynapseRows(false, 0, 0, 0, 1, 0, Status.KNOWN, "a test"));
        assertThrows(InvalidValueException.class, () -> new SynapseRows(false, 0, 0, 0, 1, 1, Status.KNOWN, ""));
    }
}
