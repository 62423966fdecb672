package org.mneme.board.program;

/** A board program of another major version. */
public final class ProgramVersionException extends ProgramException {
    private static final long serialVersionUID = 1L;

    private final ProgramVersion found;
    private final ProgramVersion reads;

    ProgramVersionException(String file, ProgramVersion found, ProgramVersion reads) {
        super(
                file,
                "is of program version " + Integer.toUnsignedString(found.major()) + ", this Mneme reads "
                        + reads.major() + ".x; "
                        + (Integer.compareUnsigned(found.major(), reads.major()) > 0
                                ? "use a newer Mneme, or compile it again with this one"
                                : "compile it again"));
        this.found = found;
        this.reads = reads;
    }

    /**
     * Returns the version of the program.
     *
     * @return as its header says
     */
    public ProgramVersion found() {
        return found;
    }

    /**
     * Returns the version that is read.
     *
     * @return the newest
     */
    public ProgramVersion reads() {
        return reads;
    }
}
