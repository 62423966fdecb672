package org.mneme.runtime.recording;

import java.util.Arrays;
import java.util.Optional;

/** What a column holds, little-endian. */
public enum Dtype {
    /** Signed 8-bit integers. */
    INT8("|i1", 1),
    /** Signed 32-bit integers. */
    INT32("<i4", 4),
    /** Signed 64-bit integers. */
    INT64("<i8", 8),
    /** 64-bit floats. */
    FLOAT64("<f8", 8);

    private final String code;
    private final int bytes;

    Dtype(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /**
     * Returns what NumPy calls it.
     *
     * @return for example "&lt;i8"
     */
    public String code() {
        return code;
    }

    /**
     * Returns the size of an element.
     *
     * @return in bytes
     */
    public int bytes() {
        return bytes;
    }

    static Optional<Dtype> ofCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }
}
