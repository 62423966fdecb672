package org.mneme.nir.hdf;

import java.nio.charset.StandardCharsets;
import org.mneme.bits.Ints;

/**
 * The messages that object headers of version 2 are made of (HDF5 File Format Specification 3.0, section IV.A.2).
 *
 * <p>Each method returns the content of one message.
 */
final class Messages {
    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int LAYOUT = 0x08;
    static final int GROUP_INFO = 0x0a;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;

    /** The address of nothing. */
    static final long NOWHERE = -1;

    private static final int NAME_LENGTH_IN_TWO_BYTES = 0x01;
    private static final int CHARSET_GIVEN = 0x10;
    private static final int UTF8 = 1;

    private Messages() {}

    /** Links are messages of their own, not in a heap. */
    static byte[] linkInfo() {
        return new Bytes().one(0, 0).eight(NOWHERE).eight(NOWHERE).toArray();
    }

    static byte[] groupInfo() {
        return new Bytes().one(0, 0).toArray();
    }

    static byte[] link(String name, long address) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return new Bytes()
                .one(1, NAME_LENGTH_IN_TWO_BYTES | CHARSET_GIVEN, UTF8)
                .two(utf8.length)
                .all(utf8)
                .eight(address)
                .toArray();
    }

    static byte[] dataspace(Ints shape) {
        Bytes bytes = new Bytes().one(2, shape.length(), 0, shape.length() == 0 ? 0 : 1);
        shape.stream().forEach(bytes::eight);
        return bytes.toArray();
    }

    static byte[] datatype(HdfItem.Data data) {
        return switch (data) {
            case HdfItem.Numbers numbers -> numbers.whole() ? int64() : float64();
            case HdfItem.Texts _ -> text();
        };
    }

    /** Fixed-point, signed, little-endian, 8 bytes: bit offset, bits. */
    private static byte[] int64() {
        return new Bytes().one(0x10, 0x08, 0, 0).four(8).two(0).two(64).toArray();
    }

    /** IEEE 754, little-endian, 8 bytes, sign at bit 63: bit offset, bits; exponent at and of, mantissa at and of; bias. */
    private static byte[] float64() {
        return new Bytes()
                .one(0x11, 0x20, 63, 0)
                .four(8)
                .two(0)
                .two(64)
                .one(52, 11, 0, 52)
                .four(1023)
                .toArray();
    }

    /** Variable-length UTF-8 text, null-terminated in memory, over unsigned bytes. */
    private static byte[] text() {
        return new Bytes()
                .one(0x19, 0x01, UTF8, 0)
                .four(TextHeap.REFERENCE_BYTES)
                .one(0x10, 0, 0, 0)
                .four(1)
                .two(0)
                .two(8)
                .toArray();
    }

    /** Written late, if at all, with the default value. */
    static byte[] fillValue() {
        return new Bytes().one(3, 0x0a).toArray();
    }

    static byte[] contiguous(long address, long bytes) {
        return new Bytes().one(3, 1).eight(address).eight(bytes).toArray();
    }

    /** One chunk as large as the dataset, filtered; its dimensions in as few bytes as hold the largest. HDF5 1.10 or newer. */
    static byte[] singleChunk(Ints shape, int elementBytes, long address, long filteredBytes) {
        int largest = Math.max(elementBytes, shape.max());
        int width = (Integer.SIZE - Integer.numberOfLeadingZeros(largest) + Byte.SIZE - 1) / Byte.SIZE;
        Bytes bytes = new Bytes().one(4, 2, 0x02, shape.length() + 1, width);
        shape.stream().forEach(dimension -> bytes.low(dimension, width));
        return bytes.low(elementBytes, width)
                .one(1)
                .eight(filteredBytes)
                .four(0)
                .eight(address)
                .toArray();
    }

    /** Shuffle, then deflate. */
    static byte[] shuffleAndDeflate(int elementBytes, int level) {
        return new Bytes()
                .one(2, 2)
                .two(2)
                .two(1)
                .two(1)
                .four(elementBytes)
                .two(1)
                .two(1)
                .two(1)
                .four(level)
                .toArray();
    }

    static byte[] attribute(String name, HdfItem.Data data, byte[] value) {
        byte[] utf8 = (name + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] datatype = datatype(data);
        byte[] dataspace = dataspace(data.shape());
        return new Bytes()
                .one(3, 0)
                .two(utf8.length)
                .two(datatype.length)
                .two(dataspace.length)
                .one(UTF8)
                .all(utf8)
                .all(datatype)
                .all(dataspace)
                .all(value)
                .toArray();
    }
}
