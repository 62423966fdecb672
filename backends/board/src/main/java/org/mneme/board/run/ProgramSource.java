package org.mneme.board.run;

import java.io.IOException;
import org.mneme.board.program.ProgramSink;

/** A board program that can be streamed, again and again: each time the same sections. */
@FunctionalInterface
public interface ProgramSource {
    /**
     * Streams the program.
     *
     * @param sink takes the sections: the header first, no trailer
     * @throws IOException as the sink throws it, or if the program cannot be read
     */
    void stream(ProgramSink sink) throws IOException;
}
