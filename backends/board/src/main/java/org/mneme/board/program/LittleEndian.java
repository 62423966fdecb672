package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.mneme.bits.NumberMatrix;

/** Numbers as the bytes of a program. */
final class LittleEndian {
    private LittleEndian() {}

    /** 32 bits each. */
    static ByteString of(int[] values, SectionBudget budget) {
        ByteBuffer into = buffer((long) values.length * Integer.BYTES, budget);
        into.asIntBuffer().put(values);
        return UnsafeByteOperations.unsafeWrap(into);
    }

    static ByteBuffer buffer(long bytes, SectionBudget budget) {
        return ByteBuffer.allocate(budget.claim(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of an entry. */
    static int width(NumberMatrix values) {
        return switch (values) {
            case NumberMatrix.Int8 _ -> Byte.BYTES;
            case NumberMatrix.Int16 _ -> Short.BYTES;
            case NumberMatrix.Int32 _ -> Integer.BYTES;
            case NumberMatrix.Real64 _ ->
                throw new IllegalArgumentException("a board program has integer weights only; quantize them first");
        };
    }

    /** Appends an entry. */
    static void put(ByteBuffer into, int width, int value) {
        switch (width) {
            case Byte.BYTES -> into.put((byte) value);
            case Short.BYTES -> into.putShort((short) value);
            default -> into.putInt(value);
        }
    }
}
