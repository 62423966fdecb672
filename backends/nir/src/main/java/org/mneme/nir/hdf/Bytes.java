package org.mneme.nir.hdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes under construction, numbers in little-endian order. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes one(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes two(int value) {
        return low(value, 2);
    }

    Bytes four(int value) {
        return low(value, 4);
    }

    Bytes eight(long value) {
        return four((int) value).four((int) (value >>> 32));
    }

    /** The lowest bytes of a number. */
    Bytes low(int value, int count) {
        for (int b = 0; b < count; b++) {
            one(value >>> b * Byte.SIZE & 0xff);
        }
        return this;
    }

    Bytes all(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Zeros up to a multiple. */
    Bytes aligned(int multiple) {
        while (out.size() % multiple != 0) {
            out.write(0);
        }
        return this;
    }

    /** So many zeros. */
    Bytes zeros(int count) {
        return all(new byte[count]);
    }

    int size() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }

    /** Everything so far, followed by its checksum. */
    byte[] checked() {
        byte[] bytes = toArray();
        int checksum = Checksum.of(bytes, bytes.length);
        return ByteBuffer.allocate(bytes.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes)
                .putInt(checksum)
                .array();
    }
}
