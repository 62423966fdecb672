package org.mneme.board.program;

import java.io.IOException;

/** Takes the sections of a board program one by one: a file, a board that is being loaded. */
@FunctionalInterface
public interface ProgramSink {
    /**
     * Takes the next section.
     *
     * @param section header first (index 0), then cores, then chip tables; never the trailer, which belongs to files
     * @throws IOException if it cannot be written
     */
    void section(ProgramSection section) throws IOException;
}
