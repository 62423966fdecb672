package org.mneme.board.program;

import org.mneme.MnemeException;

/** A part of a program that no section can hold. */
public final class SectionTooLargeException extends MnemeException {
    private static final long serialVersionUID = 1L;

    private final String part;
    private final long bytes;
    private final long limit;

    /**
     * Creates the error.
     *
     * @param part what is too large, such as "core 3 of chip 0"
     * @param bytes that it takes at least
     * @param limit bytes that a section holds
     */
    public SectionTooLargeException(String part, long bytes, long limit) {
        super(part + " takes at least " + bytes + " bytes of program, and a section holds " + limit
                + "; map it to a target with fewer neurons a core");
        this.part = part;
        this.bytes = bytes;
        this.limit = limit;
    }

    /**
     * Returns what is too large.
     *
     * @return such as "core 3 of chip 0"
     */
    public String part() {
        return part;
    }

    /**
     * Returns how much it takes at least.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Returns how much a section holds.
     *
     * @return bytes
     */
    public long limit() {
        return limit;
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
