package org.mneme.board.program;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.board.program.MisplacedSectionException.Fault;
import org.mneme.board.proto.ChipTable;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.ProgramHeader;
import org.mneme.board.proto.ProgramTrailer;

/**
 * Reads a board program section by section, and lets nothing pass that is not as it was written.
 *
 * <p>Each section is checked against its CRC before it is handed out; the trailer's count and digest only after the last, so what the
 * sections were used for counts once {@link #next} has said that there are no more.
 */
public final class ProgramReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FramedInput in;
    private final ProgramVersion reads;
    private final ProgramSection first;
    private final ProgramHeader header;
    private final SectionOrder order;
    private final List<String> notes = new ArrayList<>();
    private int index = 1;
    private boolean ended;

    private ProgramReader(FramedInput in, ProgramVersion reads) {
        this.in = in;
        this.reads = reads;
        in.magic();
        this.first = in.section(0, _ -> "the header");
        this.header = header(first);
        this.order = new SectionOrder(header);
        if (order.cores() != header.getCoreSections()) {
            throw damaged(
                    first,
                    "locates neurons on " + order.cores() + " cores and announces "
                            + Integer.toUnsignedString(header.getCoreSections()));
        }
    }

    /**
     * Opens a program and reads its header.
     *
     * @param file a board program
     * @return the reader, to be closed
     * @throws ProgramException if it is none, of another major version, or damaged
     */
    public static ProgramReader open(Path file) {
        try {
            long size = Files.isRegularFile(file) ? Files.size(file) : Long.MAX_VALUE;
            return of(
                    new FramedInput(file.toString(), new BufferedInputStream(Files.newInputStream(file), BUFFER), size),
                    ProgramVersion.CURRENT);
        } catch (IOException e) {
            throw ProgramFileException.reading(file.toString(), e);
        }
    }

    /** Reads as a Mneme of version {@code reads} does. */
    static ProgramReader of(FramedInput in, ProgramVersion reads) {
        try {
            return new ProgramReader(in, reads);
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Returns the header.
     *
     * @return parsed; unknown fields are kept
     */
    public ProgramHeader header() {
        return header;
    }

    /**
     * Returns the section of the header.
     *
     * @return section 0
     */
    public ProgramSection headerSection() {
        return first;
    }

    /**
     * Returns the next section after the header.
     *
     * @return a core, a chip table, or something of a kind that only a newer Mneme knows; empty at the end, once the trailer has been checked
     * @throws ProgramException if the program is truncated or damaged
     */
    public Optional<ProgramSection> next() {
        if (ended) {
            return Optional.empty();
        }
        ProgramSection section = in.section(index, order::expected);
        Optional<SectionKind> kind = section.kind();
        if (kind.isEmpty()) {
            unknown(section);
        } else {
            check(section, kind.get());
        }
        index++;
        if (kind.equals(Optional.of(SectionKind.TRAILER))) {
            end(section);
            return Optional.empty();
        }
        return Optional.of(section);
    }

    /**
     * Hands all sections on, the header first.
     *
     * @param sink takes every section but the trailer
     * @throws ProgramException if the program is truncated or damaged, perhaps after sections have been handed on
     * @throws IOException as the sink throws it
     */
    public void emit(ProgramSink sink) throws IOException {
        sink.section(first);
        for (Optional<ProgramSection> section = next(); section.isPresent(); section = next()) {
            sink.section(section.get());
        }
    }

    /**
     * Returns what was passed over.
     *
     * @return sentences; complete after the last section
     */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Parses a section of kind {@link SectionKind#CORE}.
     *
     * @param section of this program
     * @return the core's program
     * @throws DamagedSectionException if it is none
     */
    public CoreProgram core(ProgramSection section) {
        return parse(CoreProgram.parser(), section);
    }

    /**
     * Parses a section of kind {@link SectionKind#TABLE}.
     *
     * @param section of this program
     * @return the table
     * @throws DamagedSectionException if it is none
     */
    public ChipTable table(ProgramSection section) {
        return parse(ChipTable.parser(), section);
    }

    private ProgramHeader header(ProgramSection section) {
        if (section.code() != SectionKind.HEADER.code()) {
            throw new MisplacedSectionException(in.name(), 0, Fault.LOST, "the header");
        }
        Place version = place(section);
        ProgramVersion found = new ProgramVersion(version.first(), version.second());
        if (found.major() != reads.major()) {
            throw new ProgramVersionException(in.name(), found, reads);
        }
        if (isNewer(found)) {
            notes.add("version " + found + " of the format is newer than " + reads
                    + ": what it adds is kept and not understood");
        }
        return parse(ProgramHeader.parser(), section);
    }

    private boolean isNewer(ProgramVersion found) {
        return Integer.compareUnsigned(found.minor(), reads.minor()) > 0;
    }

    private void unknown(ProgramSection section) {
        if (!isNewer(new ProgramVersion(header.getMajor(), header.getMinor()))) {
            throw damaged(section, "is unknown to version " + reads + " of the format");
        }
        notes.add("section " + section.index() + " is of kind " + section.code() + ", which this Mneme does not know ("
                + section.payload().size() + " bytes)");
    }

    private void check(ProgramSection section, SectionKind kind) {
        Optional<SectionOrder.Wrong> wrong = order.take(kind, place(section));
        if (wrong.isPresent()) {
            Fault fault = wrong.get().fault();
            OptionalInt later = fault == Fault.LOST ? awaited(section) : OptionalInt.empty();
            throw new MisplacedSectionException(
                    in.name(),
                    section.index(),
                    later.isPresent() ? Fault.REORDERED : fault,
                    wrong.get().part());
        }
    }

    /** Looks for the core that should have come in what is left. */
    private OptionalInt awaited(ProgramSection from) {
        try {
            ProgramSection section = from;
            while (section.code() != SectionKind.TRAILER.code()) {
                section = in.section(section.index() + 1, order::expected);
                if (order.isAwaited(section)) {
                    return OptionalInt.of(section.index());
                }
            }
        } catch (ProgramException | IOException _) {
            // what is left cannot be read either: the first fault is reported
        }
        return OptionalInt.empty();
    }

    private void end(ProgramSection section) {
        ended = true;
        ProgramTrailer trailer = parse(ProgramTrailer.parser(), section);
        if (trailer.getSections() != section.index()) {
            throw WrongTrailerException.count(in.name(), trailer.getSections(), section.index());
        }
        if (!trailer.getDigest().equals(in.digest())) {
            throw WrongTrailerException.digest(in.name(), section.index());
        }
        if (!in.isAtEnd()) {
            throw WrongTrailerException.more(in.name(), section.index());
        }
    }

    /** How much has been read. */
    long bytes() {
        return in.position();
    }

    /** The two numbers that head a section. */
    Place place(ProgramSection section) {
        try {
            return Place.of(section.payload());
        } catch (IOException e) {
            throw damaged(section, "is no message");
        }
    }

    private <T> T parse(Parser<T> parser, ProgramSection section) {
        try {
            return parser.parseFrom(section.payload());
        } catch (InvalidProtocolBufferException e) {
            throw damaged(section, "is no message");
        }
    }

    private DamagedSectionException damaged(ProgramSection section, String damage) {
        String part = section.kind().map(SectionKind::title).orElse("kind " + section.code());
        return new DamagedSectionException(in.name(), section.index(), part, damage);
    }

    @Override
    public void close() {
        in.close();
    }
}
