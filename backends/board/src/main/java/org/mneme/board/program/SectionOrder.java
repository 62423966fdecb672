package org.mneme.board.program;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mneme.board.program.MisplacedSectionException.Fault;
import org.mneme.board.proto.Location;
import org.mneme.board.proto.ProgramHeader;

/** Which section has to come next: every core of the header in order, then as many tables, ascending. */
final class SectionOrder {
    private final List<Place> cores;
    private final int tables;
    private final TreeSet<Place> tablesSeen = new TreeSet<>();
    private int coresSeen;

    SectionOrder(ProgramHeader header) {
        TreeSet<Place> places = new TreeSet<>();
        for (Location location : header.getLocationList()) {
            if (location.getCopies() != 0) {
                places.add(new Place(location.getChip(), location.getCore()));
            }
        }
        this.cores = List.copyOf(places);
        this.tables = header.getTableSections();
    }

    /** How many cores there are. */
    int cores() {
        return cores.size();
    }

    /**
     * What is wrong with a section that comes now.
     *
     * @param fault DUPLICATED or FOREIGN for the section itself; LOST for one that should have come before it
     * @param part which
     */
    record Wrong(Fault fault, String part) {}

    /** Takes the next section of a known kind; empty if it is the right one. */
    Optional<Wrong> take(SectionKind kind, Place place) {
        return switch (kind) {
            case HEADER -> Optional.of(new Wrong(Fault.DUPLICATED, "the header"));
            case CORE -> core(place);
            case TABLE -> missingCore().or(() -> table(place));
            case TRAILER -> missingCore().or(this::missingTable);
        };
    }

    private Optional<Wrong> core(Place place) {
        int position = Collections.binarySearch(cores, place);
        if (position < 0) {
            return Optional.of(new Wrong(Fault.FOREIGN, place.core()));
        }
        if (position < coresSeen) {
            return Optional.of(new Wrong(Fault.DUPLICATED, place.core()));
        }
        if (position > coresSeen) {
            return missingCore();
        }
        coresSeen++;
        return Optional.empty();
    }

    private Optional<Wrong> table(Place place) {
        Place chip = new Place(place.first(), 0);
        if (tablesSeen.contains(chip)) {
            return Optional.of(new Wrong(Fault.DUPLICATED, chip.table()));
        }
        if (tablesSeen.size() == tables) {
            return Optional.of(new Wrong(Fault.FOREIGN, chip.table()));
        }
        if (!tablesSeen.isEmpty() && chip.compareTo(tablesSeen.last()) < 0) {
            return Optional.of(new Wrong(Fault.REORDERED, chip.table()));
        }
        tablesSeen.add(chip);
        return Optional.empty();
    }

    private Optional<Wrong> missingCore() {
        return coresSeen < cores.size()
                ? Optional.of(new Wrong(Fault.LOST, cores.get(coresSeen).core()))
                : Optional.empty();
    }

    private Optional<Wrong> missingTable() {
        return tablesSeen.size() < tables
                ? Optional.of(new Wrong(Fault.LOST, "one of " + tables + " chip tables"))
                : Optional.empty();
    }

    /** Whether a section is the core that has to come next: then it is not lost, only late. */
    boolean isAwaited(ProgramSection section) throws IOException {
        return section.code() == SectionKind.CORE.code()
                && coresSeen < cores.size()
                && Place.of(section.payload()).equals(cores.get(coresSeen));
    }

    /** What a section of a kind holds if it is the one that has to come next. */
    String expected(int code) {
        return SectionKind.of(code)
                .map(kind -> switch (kind) {
                    case HEADER -> "the header";
                    case CORE -> coresSeen < cores.size() ? cores.get(coresSeen).core() : "a core";
                    case TABLE -> "a chip table";
                    case TRAILER -> "the trailer";
                })
                .orElse("kind " + code);
    }
}
