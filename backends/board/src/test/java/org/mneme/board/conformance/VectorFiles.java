package org.mneme.board.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mneme.board.program.BoardProgramFormat;
import org.mneme.ir.GraphFile;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Target;

/** Writes the golden vectors: every question answered by the dense reference stepper, and compiled for the emulator. */
final class VectorFiles {
    private VectorFiles() {}

    /**
     * Writes all files of all vectors.
     *
     * @param folder is created
     */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Target emulator = Targets.named("emulator");
        List<Circuit.Question> questions = Judge.questions();
        for (Circuit.Question question : questions) {
            GoldenVector vector = Judge.answer(question);
            Files.writeString(folder.resolve(vector.name() + GoldenVectors.TEXT), VectorText.of(vector));
            GraphFile.write(vector.graph(), folder.resolve(vector.name() + GoldenVectors.GRAPH));
            new BoardProgramFormat()
                    .write(
                            Trial.mapping(vector.graph(), emulator),
                            folder.resolve(vector.name() + GoldenVectors.PROGRAM));
        }
        Files.writeString(
                folder.resolve(GoldenVectors.LIST),
                questions.stream().map(q -> q.name() + "\n").collect(Collectors.joining()));
    }
}
