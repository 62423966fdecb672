package org.mneme.board.driver;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;

/** Events outside the Java heap, as struct mneme_event has them: written and read in place, never copied. */
public final class EventBuffer {
    private static final int BYTES = 16;
    private static final int ADDRESS = 8;
    private static final int PAYLOAD = 12;

    private final Memory memory;
    private final ByteBuffer bytes;
    private final int capacity;

    /**
     * Makes room for events.
     *
     * @param capacity how many, ≥ 1
     */
    public EventBuffer(int capacity) {
        this.capacity = capacity;
        this.memory = new Memory((long) capacity * BYTES);
        this.bytes = memory.getByteBuffer(0, memory.size());
    }

    /**
     * Returns how many events there is room for.
     *
     * @return ≥ 1
     */
    public int capacity() {
        return capacity;
    }

    /**
     * Writes an event.
     *
     * @param index from 0
     * @param tick when
     * @param address global id
     * @param payload not 0
     */
    public void put(int index, long tick, int address, int payload) {
        bytes.putLong(index * BYTES, tick);
        bytes.putInt(index * BYTES + ADDRESS, address);
        bytes.putInt(index * BYTES + PAYLOAD, payload);
    }

    /**
     * Reads when an event is.
     *
     * @param index from 0
     * @return tick
     */
    public long tick(int index) {
        return bytes.getLong(index * BYTES);
    }

    /**
     * Reads whose an event is.
     *
     * @param index from 0
     * @return global id
     */
    public int address(int index) {
        return bytes.getInt(index * BYTES + ADDRESS);
    }

    /**
     * Reads an event's payload.
     *
     * @param index from 0
     * @return 1 for a binary spike
     */
    public int payload(int index) {
        return bytes.getInt(index * BYTES + PAYLOAD);
    }

    /** Where an event is. */
    long at(int index) {
        return com.sun.jna.Pointer.nativeValue(memory) + (long) index * BYTES;
    }
}
