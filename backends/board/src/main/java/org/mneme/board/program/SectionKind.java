package org.mneme.board.program;

import java.util.Optional;

/** What a section of a board program is, in the order in which they stand in a file. */
public enum SectionKind {
    /** {@link org.mneme.board.proto.ProgramHeader}; once, the first. */
    HEADER(1, "header"),
    /** {@link org.mneme.board.proto.CoreProgram}; one a core that is used, ascending by chip, then core. */
    CORE(2, "core"),
    /** {@link org.mneme.board.proto.ChipTable}; one a chip with a routing table, ascending. */
    TABLE(3, "chip table"),
    /** {@link org.mneme.board.proto.ProgramTrailer}; once, the last. */
    TRAILER(4, "trailer");

    private final int code;
    private final String title;

    SectionKind(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /**
     * Returns its number in files and in the driver interface.
     *
     * @return 1…255
     */
    public int code() {
        return code;
    }

    /**
     * Returns what messages call it.
     *
     * @return such as "chip table"
     */
    public String title() {
        return title;
    }

    /**
     * Finds a kind.
     *
     * @param code its number
     * @return the kind; empty for one that a newer Mneme may know
     */
    public static Optional<SectionKind> of(int code) {
        for (SectionKind kind : values()) {
            if (kind.code == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
