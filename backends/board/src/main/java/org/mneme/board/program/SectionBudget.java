package org.mneme.board.program;

import com.google.protobuf.CodedOutputStream;

/** Counts what goes into a section before memory is taken for it, so that no size ever overflows. */
final class SectionBudget {
    private final String part;
    private final long limit;
    private long bytes;

    /** Starts a section for {@code part}, as messages name it. */
    SectionBudget(String part, long limit) {
        this.part = part;
        this.limit = limit;
    }

    /** Claims the bytes of a field, as the length of an array; throws {@link SectionTooLargeException} beyond the limit. */
    int claim(long more) {
        bytes = Math.addExact(bytes, more);
        if (bytes > limit) {
            throw new SectionTooLargeException(part, bytes, limit);
        }
        return Math.toIntExact(more);
    }

    /** Claims a number of a packed field and returns it. */
    long signed(long value) {
        claim(CodedOutputStream.computeSInt64SizeNoTag(value));
        return value;
    }

    /** Claims an unsigned 32-bit number of a packed field and returns it. */
    int unsigned(int value) {
        claim(CodedOutputStream.computeUInt32SizeNoTag(value));
        return value;
    }
}
