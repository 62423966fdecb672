package org.mneme.board.program;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.board.proto.ChipTable;
import org.mneme.board.proto.TableEntry;
import org.mneme.map.Mapping;

/**
 * Turns a mapping into the sections of a board program, one at a time: no more than one core's program is in memory at once.
 *
 * <p>The same mapping gives the same bytes.
 */
public final class ProgramEmitter {
    private final String writer;
    private final long limit;

    private ProgramEmitter(String writer, long limit) {
        this.writer = writer;
        this.limit = limit;
    }

    /**
     * Returns the emitter of this Mneme.
     *
     * @return an emitter
     */
    public static ProgramEmitter create() {
        String version = Optional.ofNullable(ProgramEmitter.class.getPackage().getImplementationVersion())
                .orElse("development");
        return with("mneme " + version, ProgramSection.MOST_BYTES);
    }

    /** An emitter that signs as {@code writer}, with sections of at most {@code limit} bytes. */
    static ProgramEmitter with(String writer, long limit) {
        return new ProgramEmitter(writer, limit);
    }

    /**
     * Emits a program: header, cores by site, chip tables by chip.
     *
     * @param mapping of a graph without mistakes, in the fixed domain
     * @param sink takes every section, in order
     * @throws SectionTooLargeException if a core's program does not fit into a section
     * @throws IOException as the sink throws it
     */
    public void emit(Mapping mapping, ProgramSink sink) throws IOException {
        Sites sites = new Sites(mapping);
        RouteEmitter routes =
                new RouteEmitter(mapping.routes(), mapping.workload().graph().firstIds());
        SortedMap<Integer, ChipTable.Builder> tables = tables(mapping);
        SectionBudget budget = new SectionBudget("the header", limit);
        int index = 0;
        send(
                sink,
                index++,
                SectionKind.HEADER,
                "the header",
                new HeaderEmitter(mapping, sites).header(writer, tables.size(), routes, budget));
        CoreEmitter cores = new CoreEmitter(mapping.workload().graph(), sites, routes, limit);
        for (int cluster : sites.order()) {
            String part = "core " + sites.core(cluster) + " of chip " + sites.chip(cluster);
            send(sink, index++, SectionKind.CORE, part, cores.core(cluster));
        }
        for (ChipTable.Builder table : tables.values()) {
            send(sink, index++, SectionKind.TABLE, "the table of chip " + table.getChip(), table.build());
        }
    }

    private void send(ProgramSink sink, int index, SectionKind kind, String part, MessageLite message)
            throws IOException {
        int bytes = message.getSerializedSize();
        if (bytes > limit) {
            throw new SectionTooLargeException(part, bytes, limit);
        }
        sink.section(ProgramSection.of(index, kind.code(), message.toByteString()));
    }

    private static SortedMap<Integer, ChipTable.Builder> tables(Mapping mapping) {
        SortedMap<Integer, ChipTable.Builder> tables = new TreeMap<>();
        for (org.mneme.map.TableEntry entry : mapping.routes().tables()) {
            tables.computeIfAbsent(entry.chip(), chip -> ChipTable.newBuilder().setChip(chip))
                    .addEntry(TableEntry.newBuilder()
                            .setKey(entry.key())
                            .setMask(entry.mask())
                            .setLinks(entry.links())
                            .setCores(entry.cores()));
        }
        return tables;
    }
}
