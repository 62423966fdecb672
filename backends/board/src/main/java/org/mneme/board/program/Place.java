package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/**
 * The two numbers that head every message of a section, whatever follows them: major and minor of a header, chip and core of a core, chip
 * of a table.
 *
 * @param first field 1, an unsigned 32-bit number
 * @param second field 2, likewise; 0 where it is no number
 */
record Place(int first, int second) implements Comparable<Place> {
    private static final int FIRST = 1 << 3;
    private static final int SECOND = 2 << 3;

    /** Reads them without parsing what follows; throws where the bytes are no message. */
    static Place of(ByteString payload) throws IOException {
        CodedInputStream in = payload.newCodedInput();
        int first = 0;
        int second = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case FIRST -> first = in.readUInt32();
                case SECOND -> second = in.readUInt32();
                default -> {
                    if (!in.skipField(tag)) {
                        return new Place(first, second);
                    }
                }
            }
        }
        return new Place(first, second);
    }

    @Override
    public int compareTo(Place other) {
        int byFirst = Integer.compareUnsigned(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compareUnsigned(second, other.second);
    }

    /** What messages call the core at this place. */
    String core() {
        return "core " + Integer.toUnsignedString(second) + " of chip " + Integer.toUnsignedString(first);
    }

    /** What messages call the table at this place. */
    String table() {
        return "the table of chip " + Integer.toUnsignedString(first);
    }
}
