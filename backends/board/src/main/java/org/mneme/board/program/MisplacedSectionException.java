package org.mneme.board.program;

/** A section that is lost, there twice, not where it belongs, or not of this program. */
public final class MisplacedSectionException extends ProgramException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final Fault fault;
    private final String part;

    /** What happened to the section. */
    public enum Fault {
        /** It is nowhere. */
        LOST("is lost: it should be section"),
        /** It has been there already. */
        DUPLICATED("is there twice: again as section"),
        /** It is there, but later. */
        REORDERED("is not in its place: it should be section"),
        /** The header does not know it. */
        FOREIGN("does not belong to this program: it is section");

        private final String phrase;

        Fault(String phrase) {
            this.phrase = phrase;
        }
    }

    MisplacedSectionException(String file, int index, Fault fault, String part) {
        super(file, "is damaged: " + part + " " + fault.phrase + " " + index + "; copy or compile it again");
        this.index = index;
        this.fault = fault;
        this.part = part;
    }

    /**
     * Returns where it should be, or is once too often.
     *
     * @return position in the program; 0 is the header
     */
    public int index() {
        return index;
    }

    /**
     * Returns what happened.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Returns what the section holds.
     *
     * @return such as "core 2 of chip 0"
     */
    public String part() {
        return part;
    }
}
