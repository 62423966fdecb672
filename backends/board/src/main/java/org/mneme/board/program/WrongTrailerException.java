package org.mneme.board.program;

/** A board program whose sections are whole, but not those that its trailer closes. */
public final class WrongTrailerException extends ProgramException {
    private static final long serialVersionUID = 1L;

    private final int said;
    private final int found;

    private WrongTrailerException(String file, String mistake, int said, int found) {
        super(file, "is damaged: " + mistake + "; copy or compile it again");
        this.said = said;
        this.found = found;
    }

    static WrongTrailerException count(String file, int said, int found) {
        return new WrongTrailerException(
                file,
                "its trailer counts " + Integer.toUnsignedString(said) + " sections, and " + found + " are there",
                said,
                found);
    }

    static WrongTrailerException digest(String file, int sections) {
        return new WrongTrailerException(
                file, "its " + sections + " sections are not those of its trailer's digest", sections, sections);
    }

    static WrongTrailerException more(String file, int sections) {
        return new WrongTrailerException(file, "something follows its trailer", sections, sections);
    }

    /**
     * Returns how many sections the trailer counts.
     *
     * @return sections before it
     */
    public int said() {
        return said;
    }

    /**
     * Returns how many sections are there.
     *
     * @return sections before the trailer
     */
    public int found() {
        return found;
    }
}
