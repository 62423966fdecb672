package org.mneme.motor;

import java.nio.file.Path;
import org.mneme.InputException;

/** An SVG file that breaks the rules of XML or SVG, or uses what is refused: entities, files outside it. */
public final class MalformedSvgException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int line;
    private final int column;

    MalformedSvgException(Path file, int line, int column, String problem) {
        super(file + (line > 0 ? ":" + line + ":" + column : "") + ": " + problem);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * Returns the line.
     *
     * @return 1 for the first; 0 where it is not known
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column.
     *
     * @return 1 for the first; 0 where it is not known
     */
    public int column() {
        return column;
    }
}
