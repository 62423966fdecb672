package org.mneme.runtime.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file, version 1.0, padded to a fixed length so that its shape can be rewritten in place.
 *
 * @param dtype of the elements
 * @param rows first dimension
 * @param width second dimension, or 0 where there is none
 */
record NpyHeader(Dtype dtype, long rows, int width) {
    /** Bytes before the data: the longest shape of two 64-bit numbers fits, and it is a multiple of 64 as NumPy asks. */
    static final int LENGTH = 128;

    private static final int PREAMBLE = 10;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final Pattern DICTIONARY = Pattern.compile(
            "\\{'descr': '([<|][if][1248])', 'fortran_order': False, 'shape': \\((\\d{1,18}),(?: (\\d{1,9}))?\\), } *\n");

    byte[] encode() {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[8] = (byte) (LENGTH - PREAMBLE);
        bytes[9] = 0;
        String shape = rows + "," + (width == 0 ? "" : " " + width);
        byte[] text = ("{'descr': '" + dtype.code() + "', 'fortran_order': False, 'shape': (" + shape + "), }")
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, PREAMBLE, text.length);
        bytes[LENGTH - 1] = '\n';
        return bytes;
    }

    /** Reads a header that {@link #encode} wrote; empty if it is none. */
    static Optional<NpyHeader> decode(byte[] bytes) {
        if (bytes.length != LENGTH || Arrays.mismatch(bytes, MAGIC) != MAGIC.length) {
            return Optional.empty();
        }
        Matcher m = DICTIONARY.matcher(new String(bytes, PREAMBLE, LENGTH - PREAMBLE, StandardCharsets.US_ASCII));
        if (!m.matches()) {
            return Optional.empty();
        }
        String width = m.group(3);
        return Dtype.ofCode(m.group(1))
                .map(dtype ->
                        new NpyHeader(dtype, Long.parseLong(m.group(2)), width == null ? 0 : Integer.parseInt(width)));
    }
}
