package org.mneme.runtime.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NpyHeaderTest {
    @Test
    void headerIsWhatNumpyWrites() {
        byte[] bytes = new NpyHeader(Dtype.INT64, 3, 0).encode();

        assertEquals("934e554d505901007600", HexFormat.of().formatHex(Arrays.copyOf(bytes, 10)));
        assertEquals(
                "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }",
                new String(bytes, 10, 118, StandardCharsets.US_ASCII).stripTrailing());
        assertEquals('\n', bytes[127]);
    }

    @Test
    void everyHeaderHasTheSameLengthAndIsReadBack() {
        for (NpyHeader header : List.of(
                new NpyHeader(Dtype.INT8, 0, 300),
                new NpyHeader(Dtype.INT32, 1, 0),
                new NpyHeader(Dtype.FLOAT64, 999_999_999_999_999_999L, 999_999_999))) {
            byte[] bytes = header.encode();

            assertEquals(NpyHeader.LENGTH, bytes.length);
            assertEquals(Optional.of(header), NpyHeader.decode(bytes));
        }
    }

    @Test
    void otherBytesAreNoHeader() {
        byte[] bytes = new NpyHeader(Dtype.INT64, 3, 0).encode();
        for (int i = 0; i < 70; i++) {
            byte[] wrong = bytes.clone();
            wrong[i] = '#';
            boolean length = i == 8 || i == 9;
            assertEquals(length, NpyHeader.decode(wrong).isPresent(), "byte " + i);
        }
        assertEquals(Optional.empty(), NpyHeader.decode(Arrays.copyOf(bytes, 127)));
        assertArrayEquals(bytes, new NpyHeader(Dtype.INT64, 3, 0).encode());
    }
}
