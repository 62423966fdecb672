package org.mneme.nir.hdf;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.Filter;
import java.util.Arrays;

/** Decodes h5py's compression "lzf" in plain Java; the library's own decoder makes the JVM print a warning. */
final class LzfFilter implements Filter {
    private static final int LONGEST_LITERAL = 32;
    private static final int LONG_MATCH = 7;

    @Override
    public int getId() {
        return 32000;
    }

    @Override
    public String getName() {
        return "lzf";
    }

    /** Decodes a chunk; the third number of the filter data is its decoded size, in bytes. */
    @Override
    public byte[] decode(byte[] encoded, int[] filterData) {
        byte[] decoded = new byte[filterData.length > 2 ? filterData[2] : encoded.length];
        if (encoded.length == decoded.length) {
            // what would not shrink is kept as it is
            return encoded;
        }
        int in = 0;
        int out = 0;
        try {
            while (in < encoded.length && out < decoded.length) {
                int control = encoded[in++] & 0xff;
                if (control < LONGEST_LITERAL) {
                    System.arraycopy(encoded, in, decoded, out, control + 1);
                    in += control + 1;
                    out += control + 1;
                } else {
                    int length = control >>> 5;
                    if (length == LONG_MATCH) {
                        length += encoded[in++] & 0xff;
                    }
                    int from = out - ((control & 0x1f) << 8) - (encoded[in++] & 0xff) - 1;
                    for (int end = out + length + 2; out < end; out++) {
                        decoded[out] = decoded[from++];
                    }
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new HdfFilterException("an lzf chunk is damaged", e);
        }
        return Arrays.copyOf(decoded, out);
    }
}
