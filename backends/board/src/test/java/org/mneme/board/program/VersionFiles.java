package org.mneme.board.program;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.board.proto.ChipTable;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.ProgramHeader;

/**
 * The programs of older and newer writers that tests read. Run it with a folder to write them; a file of a version that has been released must
 * never change.
 */
final class VersionFiles {
    /** A field and a kind of section that no Mneme knows. */
    static final int FIELD = 900;

    static final int KIND = 9;

    private VersionFiles() {}

    /** Name → bytes. */
    static SortedMap<String, byte[]> all() {
        List<ProgramSection> sections = Programs.sections(SmallMappings.twoCores());
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("version-1.0.mneme", Programs.file(sections));
        files.put(
                "older-0.9.mneme",
                Programs.file(headed(sections, header -> header.setMajor(0).setMinor(9))));
        files.put(
                "older-fields.mneme",
                Programs.file(headed(
                        sections,
                        header -> header.clearWriter().clearLongestDelay().clearGraphName())));
        files.put("newer-1.7.mneme", Programs.file(newerMinor(sections)));
        files.put("newer-2.0.mneme", Programs.file(newerMajor(sections)));
        return files;
    }

    /** Changes a header. */
    private interface Change {
        void make(ProgramHeader.Builder header);
    }

    private static ProgramHeader header(List<ProgramSection> sections) {
        return new DecodedProgram(sections).header();
    }

    private static List<ProgramSection> headed(List<ProgramSection> sections, Change change) {
        ProgramHeader.Builder header = header(sections).toBuilder();
        change.make(header);
        List<ProgramSection> changed = new ArrayList<>(sections);
        changed.set(0, Programs.with(sections.getFirst(), header.build()));
        return changed;
    }

    private static UnknownFieldSet addition() {
        return UnknownFieldSet.newBuilder()
                .addField(
                        FIELD,
                        UnknownFieldSet.Field.newBuilder()
                                .addVarint(77)
                                .addLengthDelimited(ByteString.copyFromUtf8("new"))
                                .build())
                .build();
    }

    private static List<ProgramSection> newerMinor(List<ProgramSection> sections) {
        List<ProgramSection> changed = new ArrayList<>();
        try {
            for (ProgramSection section :
                    headed(sections, header -> header.setMinor(7).setUnknownFields(addition()))) {
                switch (section.kind().orElseThrow()) {
                    case CORE -> {
                        CoreProgram.Builder core = CoreProgram.newBuilder().mergeFrom(section.payload());
                        core.getBlockBuilder(0).setUnknownFields(addition());
                        core.getSliceBuilder(0).setUnknownFields(addition());
                        changed.add(Programs.with(section, core.build()));
                        changed.add(Programs.section(0, KIND, new byte[] {1, 2, 3}));
                    }
                    case TABLE ->
                        changed.add(Programs.with(
                                section,
                                ChipTable.newBuilder()
                                        .mergeFrom(section.payload())
                                        .setUnknownFields(addition())
                                        .build()));
                    case HEADER, TRAILER -> changed.add(section);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
        changed.add(Programs.section(0, KIND + 1, new byte[0]));
        return changed;
    }

    /** A header of which nothing but the version can be understood. */
    private static List<ProgramSection> newerMajor(List<ProgramSection> sections) {
        List<ProgramSection> changed = new ArrayList<>(sections);
        byte other = (byte) 0xff;
        changed.set(0, Programs.section(0, SectionKind.HEADER.code(), new byte[] {
            1 << 3, 2, 3 << 3 | 2, 1, other, 13 << 3 | 2, 1, other
        }));
        return changed;
    }

    /**
     * Writes the files.
     *
     * @param args the folder
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (var file : all().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
