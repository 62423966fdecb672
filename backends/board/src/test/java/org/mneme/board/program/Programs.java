package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.map.Mapping;

/** Programs in memory. */
final class Programs {
    /** What programs of tests say that they were written by: the version of a build must not change their bytes. */
    static final String WRITER = "mneme test";

    static final String NAME = "program.mneme";

    private Programs() {}

    /** The sections of a mapping's program, trailer left out. */
    static List<ProgramSection> sections(Mapping mapping) {
        List<ProgramSection> sections = new ArrayList<>();
        try {
            ProgramEmitter.with(WRITER, ProgramSection.MOST_BYTES).emit(mapping, sections::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    /** The file of sections. */
    static byte[] file(List<ProgramSection> sections) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ProgramWriter writer = new ProgramWriter(out);
            for (ProgramSection section : sections) {
                writer.section(section);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] file(Mapping mapping) {
        return file(sections(mapping));
    }

    static ProgramReader reader(byte[] file) {
        return reader(file, ProgramVersion.CURRENT);
    }

    static ProgramReader reader(byte[] file, ProgramVersion reads) {
        return ProgramReader.of(new FramedInput(NAME, new ByteArrayInputStream(file), file.length), reads);
    }

    /** Reads to the end, and returns every section, the header's first. */
    static List<ProgramSection> read(byte[] file) {
        try (ProgramReader reader = reader(file)) {
            List<ProgramSection> sections = new ArrayList<>();
            sections.add(reader.headerSection());
            for (Optional<ProgramSection> next = reader.next(); next.isPresent(); next = reader.next()) {
                sections.add(next.get());
            }
            return sections;
        }
    }

    /** A section with another message in it. */
    static ProgramSection with(ProgramSection section, MessageLite message) {
        return ProgramSection.of(section.index(), section.code(), message.toByteString());
    }

    static ProgramSection section(int index, int code, MessageLite message) {
        return ProgramSection.of(index, code, message.toByteString());
    }

    static ProgramSection section(int index, int code, byte[] payload) {
        return ProgramSection.of(index, code, ByteString.copyFrom(payload));
    }
}
