package org.mneme.board.program;

/** A section that is not what was written. */
public final class DamagedSectionException extends ProgramException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final String part;

    DamagedSectionException(String file, int index, String part, String damage) {
        super(file, "is damaged: section " + index + " (" + part + ") " + damage + "; copy or compile it again");
        this.index = index;
        this.part = part;
    }

    /**
     * Returns which section it is.
     *
     * @return position in the program; 0 is the header
     */
    public int index() {
        return index;
    }

    /**
     * Returns what it should hold.
     *
     * @return such as "core 2 of chip 0"
     */
    public String part() {
        return part;
    }
}
