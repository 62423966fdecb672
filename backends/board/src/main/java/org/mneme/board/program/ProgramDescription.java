package org.mneme.board.program;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.ChipTable;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.Location;
import org.mneme.board.proto.Population;
import org.mneme.board.proto.PopulationKind;
import org.mneme.board.proto.ProgramHeader;
import org.mneme.board.proto.Route;
import org.mneme.board.proto.Slice;

/** Says in words what is in a program. */
final class ProgramDescription {
    /** Routes of a core that are told one by one. */
    private static final int MOST_ROUTES = 4;

    /** How many blocks of a weight form there are, and their bytes. */
    private record Tally(int blocks, long bytes) {
        Tally plus(Tally other) {
            return new Tally(blocks + other.blocks, bytes + other.bytes);
        }
    }

    private final List<String> lines = new ArrayList<>();
    private final ProgramReader reader;
    private final ProgramHeader header;
    private final Map<Block.WeightsCase, Tally> totals = new EnumMap<>(Block.WeightsCase.class);

    private ProgramDescription(ProgramReader reader) {
        this.reader = reader;
        this.header = reader.header();
    }

    static List<String> of(Path file) {
        try (ProgramReader reader = ProgramReader.open(file)) {
            return new ProgramDescription(reader).describe();
        }
    }

    private List<String> describe() {
        header();
        populations();
        line("");
        line("cores");
        int sections = 1;
        int tables = 0;
        for (Optional<ProgramSection> next = reader.next(); next.isPresent(); next = reader.next()) {
            ProgramSection section = next.get();
            sections++;
            if (section.code() == SectionKind.CORE.code()) {
                core(reader.core(section), section.bytes());
            } else if (section.code() == SectionKind.TABLE.code()) {
                if (tables++ == 0) {
                    line("");
                    line("routing tables");
                }
                table(reader.table(section), section.bytes());
            }
        }
        totals(sections, reader.bytes());
        reader.notes().forEach(note -> line("note: " + note));
        return List.copyOf(lines);
    }

    private void header() {
        String writer = header.getWriter().isEmpty() ? "an unnamed writer" : header.getWriter();
        line("board program version " + header.getMajor() + "." + header.getMinor() + ", written by " + writer);
        line("target  " + header.getTarget() + " (" + hex(header.getTargetDigest()) + ")");
        line("graph   " + header.getGraphName() + " (" + hex(header.getGraphDigest()) + ")");
        line("tick " + header.getTickSeconds() + " s, states of " + header.getStateBits() + " bits, delays of at most "
                + count(header.getLongestDelay(), "tick") + ", mapped with seed " + header.getMappingSeed());
    }

    private static String hex(ByteString digest) {
        return digest.isEmpty() ? "no digest" : "SHA-256 " + HexFormat.of().formatHex(digest.toByteArray());
    }

    private void populations() {
        line("");
        line("populations");
        for (Population population : header.getPopulationList()) {
            boolean source = population.getKind() == PopulationKind.SOURCE;
            line("  " + population.getName() + ": " + population.getSize() + " " + lower(population.getKind())
                    + ", ids " + range(population.getFirstId(), population.getSize()) + ", "
                    + (source ? heard(population) : where(population)) + (population.getProbed() ? ", probed" : ""));
        }
    }

    private String heard(Population source) {
        List<Integer> sites = header.getInputRouteList().stream()
                .filter(route -> isWithin(route.getFirstId(), source))
                .flatMap(route -> route.getDestinationList().stream())
                .distinct()
                .toList();
        return "from the host to " + count(sites.size(), "core") + ", payloads up to " + source.getMaxPayload();
    }

    private String where(Population population) {
        List<Location> parts = header.getLocationList().stream()
                .filter(location -> isWithin(location.getFirstId(), population))
                .toList();
        String first = parts.stream()
                .limit(4)
                .map(location -> location.getChip() + "." + location.getCore())
                .collect(Collectors.joining(" "));
        return "on " + count(parts.size(), "core") + " (chip.core " + first + (parts.size() > 4 ? " …" : "") + ")";
    }

    private static boolean isWithin(int id, Population population) {
        return id >= population.getFirstId() && id < population.getFirstId() + population.getSize();
    }

    private String name(int id) {
        return header.getPopulationList().stream()
                .filter(population -> isWithin(id, population))
                .map(Population::getName)
                .findFirst()
                .orElse("?");
    }

    private int first(int id) {
        return header.getPopulationList().stream()
                .filter(population -> isWithin(id, population))
                .mapToInt(Population::getFirstId)
                .findFirst()
                .orElse(0);
    }

    private void core(CoreProgram core, int bytes) {
        line("  " + new Place(core.getChip(), core.getCore()).core() + ", " + bytes + " bytes");
        for (Slice slice : core.getSliceList()) {
            int index = slice.getFirstId() - first(slice.getFirstId());
            line("    neurons " + range(slice.getFirstNeuron(), slice.getSize() * slice.getCopies()) + ": "
                    + name(slice.getFirstId()) + " " + range(index, slice.getSize()) + " ("
                    + lower(slice.getModelCase()) + ")"
                    + (slice.getCopies() > 1 ? ", " + slice.getCopies() + " copies" : ""));
        }
        Map<Block.WeightsCase, Tally> forms = new EnumMap<>(Block.WeightsCase.class);
        for (Block block : core.getBlockList()) {
            forms.merge(block.getWeightsCase(), new Tally(1, block.getSerializedSize()), Tally::plus);
        }
        forms.forEach((form, tally) -> totals.merge(form, tally, Tally::plus));
        line("    blocks: " + forms(forms));
        List<Integer> reached = core.getRouteList().stream()
                .map(Route::getDestinationCount)
                .filter(destinations -> destinations > 0)
                .toList();
        if (!reached.isEmpty()) {
            line("    spikes go " + spikes(reached));
        }
    }

    /** Where spikes go, given how many cores each route reaches: one by one where they are few. */
    static String spikes(List<Integer> reached) {
        if (reached.size() <= MOST_ROUTES) {
            return "to " + reached.stream().map(n -> count(n, "core")).collect(Collectors.joining(", "));
        }
        int least = Collections.min(reached);
        int most = Collections.max(reached);
        return "by " + reached.size() + " routes to " + (least < most ? least + "…" : "") + count(most, "core");
    }

    private void table(ChipTable table, int bytes) {
        line("  " + new Place(table.getChip(), 0).table() + ": " + count(table.getEntryCount(), "entry", "entries")
                + ", " + bytes + " bytes");
    }

    private void totals(int sections, long bytes) {
        line("");
        int chips = (int) header.getLocationList().stream()
                .filter(location -> location.getCopies() > 0)
                .mapToInt(Location::getChip)
                .distinct()
                .count();
        line("in all " + count(sections, "section") + ", " + count(header.getCoreSections(), "core") + " on "
                + count(chips, "chip") + ", " + bytes + " bytes; blocks: " + forms(totals));
    }

    private static String forms(Map<Block.WeightsCase, Tally> forms) {
        return forms.isEmpty()
                ? "none"
                : forms.entrySet().stream()
                        .map(form -> form.getValue().blocks() + " "
                                + lower(form.getKey()) + " ("
                                + form.getValue().bytes() + " bytes)")
                        .collect(Collectors.joining(", "));
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String range(int first, int size) {
        return first + "…" + (first + size - 1);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String text) {
        lines.add(text);
    }
}
