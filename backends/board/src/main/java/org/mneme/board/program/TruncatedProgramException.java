package org.mneme.board.program;

/** A board program of which the end is missing. */
public final class TruncatedProgramException extends ProgramException {
    private static final long serialVersionUID = 1L;

    private final long bytes;
    private final String where;

    TruncatedProgramException(String file, long bytes, String where) {
        super(file, "is truncated: it ends after " + bytes + " bytes, " + where + "; copy or compile it again");
        this.bytes = bytes;
        this.where = where;
    }

    /**
     * Returns how much is there.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Returns where it ends.
     *
     * @return such as "within section 3 (core 2 of chip 0)"
     */
    public String where() {
        return where;
    }
}
