package org.mneme.board.program;

/**
 * The version of a program's format. Another major version cannot be read; a newer minor one adds fields and kinds of sections that may be
 * ignored.
 *
 * @param major changes where old readers would misunderstand
 * @param minor changes where something is added
 */
public record ProgramVersion(int major, int minor) {
    /** What this Mneme writes. */
    public static final ProgramVersion CURRENT = new ProgramVersion(1, 0);

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
