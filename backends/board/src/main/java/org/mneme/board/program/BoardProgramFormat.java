package org.mneme.board.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mneme.map.Mapping;
import org.mneme.runtime.board.ProgramFormat;
import org.mneme.runtime.files.WholeFile;

/** Board programs as files. */
public final class BoardProgramFormat implements ProgramFormat {
    /** Creates the format. */
    public BoardProgramFormat() {}

    @Override
    public String extension() {
        return ".mneme";
    }

    @Override
    public void write(Mapping mapping, Path file) {
        try {
            WholeFile.write(file, out -> {
                ProgramWriter writer = new ProgramWriter(out);
                ProgramEmitter.create().emit(mapping, writer);
                writer.finish();
            });
        } catch (IOException e) {
            throw ProgramFileException.writing(file.toString(), e);
        }
    }

    @Override
    public List<String> describe(Path file) {
        return ProgramDescription.of(file);
    }

    @Override
    public List<String> differences(Path left, Path right) {
        return ProgramDifferences.between(left, right);
    }
}
