package org.mneme.nir.hdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The checksum of HDF5's metadata: Bob Jenkins's lookup3 hash (hashlittle) with initial value 0. */
final class Checksum {
    private static final int BLOCK = 12;

    private Checksum() {}

    /**
     * Returns the checksum.
     *
     * @param bytes from here
     * @param length so many of them
     * @return the hash
     */
    static int of(byte[] bytes, int length) {
        // zeros past the end leave the sums of the last, short block as they are
        ByteBuffer words = ByteBuffer.allocate((length / BLOCK + 1) * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        words.put(bytes, 0, length).rewind();
        int a = 0xdeadbeef + length;
        int b = a;
        int c = a;
        int left = length;
        for (; left > BLOCK; left -= BLOCK) {
            a += words.getInt();
            b += words.getInt();
            c += words.getInt();
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
        }
        if (left == 0) {
            return c;
        }
        a += words.getInt();
        b += words.getInt();
        c += words.getInt();
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }
}
