package org.mneme.model.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/**
 * The type of an array's elements.
 *
 * @param kind how an element is coded
 * @param order its byte order
 */
record NpyType(Kind kind, ByteOrder order) {
    /** How an element is coded; the constant's code is NumPy's, a letter and a size in bytes. */
    enum Kind {
        B1,
        I1,
        I2,
        I4,
        I8,
        U1,
        U2,
        U4,
        U8,
        F2,
        F4,
        F8;

        private final int bytes = name().charAt(1) - '0';
    }

    /**
     * Reads NumPy's type string.
     *
     * @param text such as "|b1", "&lt;f8" or "&gt;i4"
     * @return the type, or empty where it is none of those read
     */
    static Optional<NpyType> parse(String text) {
        if (text.length() != 3) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text.substring(1))) {
                return switch (text.charAt(0)) {
                    case '<' -> Optional.of(new NpyType(kind, ByteOrder.LITTLE_ENDIAN));
                    case '>' -> Optional.of(new NpyType(kind, ByteOrder.BIG_ENDIAN));
                    case '|' ->
                        kind.bytes == 1 ? Optional.of(new NpyType(kind, ByteOrder.BIG_ENDIAN)) : Optional.empty();
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the size of an element.
     *
     * @return 1, 2, 4 or 8 bytes
     */
    int bytes() {
        return kind.bytes;
    }

    /**
     * Returns an element as a double; integers past 2⁵³ are rounded, but never to −1, 0 or 1.
     *
     * @param buffer in this type's byte order
     * @param at the index of its first byte
     * @return its value; a bool that is neither 0 nor 1 by its byte
     */
    double value(ByteBuffer buffer, int at) {
        return switch (kind) {
            case B1, U1 -> buffer.get(at) & 0xff;
            case I1 -> buffer.get(at);
            case I2 -> buffer.getShort(at);
            case I4 -> buffer.getInt(at);
            case I8 -> buffer.getLong(at);
            case U2 -> buffer.getShort(at) & 0xffff;
            case U4 -> Integer.toUnsignedLong(buffer.getInt(at));
            case U8 -> unsigned(buffer.getLong(at));
            case F2 -> Float.float16ToFloat(buffer.getShort(at));
            case F4 -> buffer.getFloat(at);
            case F8 -> buffer.getDouble(at);
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1) * 2.0;
    }

    /**
     * Returns an element as text.
     *
     * @param buffer in this type's byte order
     * @param at the index of its first byte
     * @return its exact value
     */
    String text(ByteBuffer buffer, int at) {
        return switch (kind) {
            case U8 -> Long.toUnsignedString(buffer.getLong(at));
            case I8 -> Long.toString(buffer.getLong(at));
            case B1, I1, I2, I4, U1, U2, U4 -> Long.toString((long) value(buffer, at));
            case F2, F4 -> Float.toString((float) value(buffer, at));
            case F8 -> Double.toString(value(buffer, at));
        };
    }
}
