package org.mneme.board.equality;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mneme.board.program.ProgramSection;
import org.mneme.board.program.ProgramSink;
import org.mneme.board.program.SectionKind;
import org.mneme.board.proto.ChipTable;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.ProgramHeader;
import org.mneme.board.run.ProgramSource;

/** A board program in parts that can be changed; framed anew, so that CRCs are right. */
record Parts(ProgramHeader header, List<CoreProgram> cores, List<ChipTable> tables) implements ProgramSource {
    Parts {
        cores = List.copyOf(cores);
        tables = List.copyOf(tables);
    }

    static Parts of(ProgramSource program) {
        List<ProgramHeader> headers = new ArrayList<>();
        List<CoreProgram> cores = new ArrayList<>();
        List<ChipTable> tables = new ArrayList<>();
        try {
            program.stream(section -> {
                switch (section.kind().orElseThrow()) {
                    case HEADER -> headers.add(ProgramHeader.parseFrom(section.payload()));
                    case CORE -> cores.add(CoreProgram.parseFrom(section.payload()));
                    case TABLE -> tables.add(ChipTable.parseFrom(section.payload()));
                    case TRAILER -> throw new AssertionError("trailers belong to files");
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Parts(headers.getFirst(), cores, tables);
    }

    Parts with(ProgramHeader other) {
        return new Parts(other, cores, tables);
    }

    Parts withCore(int index, CoreProgram other) {
        List<CoreProgram> changed = new ArrayList<>(cores);
        changed.set(index, other);
        return new Parts(header, changed, tables);
    }

    Parts withTable(int index, ChipTable other) {
        List<ChipTable> changed = new ArrayList<>(tables);
        changed.set(index, other);
        return new Parts(header, cores, changed);
    }

    @Override
    public void stream(ProgramSink sink) throws IOException {
        int index = 0;
        send(sink, index++, SectionKind.HEADER, header);
        for (CoreProgram core : cores) {
            send(sink, index++, SectionKind.CORE, core);
        }
        for (ChipTable table : tables) {
            send(sink, index++, SectionKind.TABLE, table);
        }
    }

    private static void send(ProgramSink sink, int index, SectionKind kind, MessageLite message) throws IOException {
        sink.section(ProgramSection.of(index, kind.code(), message.toByteString()));
    }
}
