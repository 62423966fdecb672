package org.mneme.simulator.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    /** philox.csv was written by philox.py beside it. */
    private static List<String> golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(PhiloxTest.class.getResourceAsStream("philox.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void firstWordsEqualNumPys() throws IOException {
        List<String> rows = golden();
        assertTrue(rows.size() > 200);
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            long[] counter = {Long.parseLong(cells[1]), Long.parseLong(cells[2]), Long.parseLong(cells[3]), 0};
            long word = Philox.block(counter, new long[] {Long.parseLong(cells[0]), 0})[0];
            assertEquals(cells[4], String.format("%016x", word), row);
        }
    }

    @Test
    void escapeWordIsTheLowHalfOfStreamZero() throws IOException {
        for (String row : golden()) {
            String[] cells = row.split(",", -1);
            if (cells[3].equals("0")) {
                long word = Philox.escapeWord(
                        Long.parseLong(cells[0]), Long.parseLong(cells[1]), Integer.parseInt(cells[2]));
                assertEquals(Long.parseUnsignedLong(cells[4].substring(8), 16), word, row);
            }
        }
    }

    /** The known answers that Random123 is published with. */
    @Test
    void blocksEqualRandom123() {
        assertArrayEquals(
                new long[] {0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL},
                Philox.block(new long[4], new long[2]));
        assertArrayEquals(
                new long[] {0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L},
                Philox.block(new long[] {-1, -1, -1, -1}, new long[] {-1, -1}));
    }
}
