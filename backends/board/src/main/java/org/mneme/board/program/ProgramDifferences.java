package org.mneme.board.program;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two programs section by section, never more than one section of each in memory. */
final class ProgramDifferences {
    /** Differences shown of one field of one section; more are counted. */
    private static final int SHOWN = 5;

    /** What matters most comes first: what it is for, what is computed, where, with which numbers, along which ways, and the rest. */
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("major", 0),
            Map.entry("minor", 0),
            Map.entry("target", 1),
            Map.entry("target_digest", 1),
            Map.entry("graph_name", 2),
            Map.entry("graph_digest", 2),
            Map.entry("tick_seconds", 2),
            Map.entry("state_bits", 2),
            Map.entry("population", 2),
            Map.entry("core_sections", 3),
            Map.entry("location", 3),
            Map.entry("slice", 4),
            Map.entry("block", 5),
            Map.entry("route", 6),
            Map.entry("input_route", 6),
            Map.entry("entry", 6),
            Map.entry("table_sections", 6));

    private static final int ONLY_ONE = 3;
    private static final int REST = 7;

    /** A line and how much it matters: the smaller the rank, the more. */
    private record Difference(int rank, String line) {}

    private final List<Difference> found = new ArrayList<>();

    private ProgramDifferences() {}

    /** Compares two files; empty iff their sections are equal. */
    static List<String> between(Path left, Path right) {
        ProgramDifferences differences = new ProgramDifferences();
        try (Side first = new Side(left);
                Side second = new Side(right)) {
            first.advance();
            second.advance();
            differences.sections(first, second);
        }
        return differences.found.stream()
                .sorted(Comparator.comparingInt(Difference::rank))
                .map(Difference::line)
                .toList();
    }

    private void sections(Side left, Side right) {
        if (!left.header().payload().equals(right.header().payload())) {
            compare("header", left.reader.header(), right.reader.header());
        }
        while (left.head().isPresent() || right.head().isPresent()) {
            int order = left.compareTo(right);
            if (order == 0) {
                if (!left.section().payload().equals(right.section().payload())) {
                    compare(left.title(), left.message(), right.message());
                }
            } else {
                Side only = order < 0 ? left : right;
                add(ONLY_ONE, only.title() + ": only in the " + (order < 0 ? "first" : "second"));
            }
            if (order <= 0) {
                left.advance();
            }
            if (order >= 0) {
                right.advance();
            }
        }
        if (!left.unknown().equals(right.unknown())) {
            add(
                    REST,
                    "sections of a newer version: " + left.unknown().size() + " in the first, "
                            + right.unknown().size() + " in the second");
        }
    }

    /** Compares the messages of two sections whose payloads are not the same bytes. */
    private void compare(String title, Message left, Message right) {
        if (left.equals(right)) {
            add(REST, title + ": written in another way");
            return;
        }
        for (FieldDescriptor field : left.getDescriptorForType().getFields()) {
            Shown shown = new Shown(RANKS.getOrDefault(field.getName(), REST), title);
            new MessageDifferences(shown).field("", field, left, right);
            shown.rest(field);
        }
        if (!left.getUnknownFields().equals(right.getUnknownFields())) {
            add(REST, title + ": fields of a newer version");
        }
    }

    private void add(int rank, String line) {
        found.add(new Difference(rank, line));
    }

    /** Takes the differences of one field of one section. */
    private final class Shown implements Consumer<String> {
        private final int rank;
        private final String title;
        private int count;

        Shown(int rank, String title) {
            this.rank = rank;
            this.title = title;
        }

        @Override
        public void accept(String difference) {
            count++;
            if (count <= SHOWN) {
                add(rank, title + ": " + difference);
            }
        }

        void rest(FieldDescriptor field) {
            if (count > SHOWN) {
                add(
                        rank,
                        String.format(
                                Locale.ROOT,
                                "%s: %s: %d more",
                                title,
                                field.getName().replace('_', ' '),
                                count - SHOWN));
            }
        }
    }

    /** One of the two programs, and the section that is looked at. */
    private static final class Side implements AutoCloseable, Comparable<Side> {
        private final ProgramReader reader;
        private final List<ProgramSection> unknown = new ArrayList<>();
        private Optional<ProgramSection> head = Optional.empty();

        Side(Path file) {
            this.reader = ProgramReader.open(file);
        }

        ProgramSection header() {
            return reader.headerSection();
        }

        Optional<ProgramSection> head() {
            return head;
        }

        ProgramSection section() {
            return head.orElseThrow();
        }

        /** Sections of unknown kinds, without the places that they have in the file. */
        List<ProgramSection> unknown() {
            return unknown;
        }

        void advance() {
            head = reader.next();
            while (head.isPresent() && section().kind().isEmpty()) {
                unknown.add(new ProgramSection(
                        0, section().code(), section().payload(), section().crc()));
                head = reader.next();
            }
        }

        Message message() {
            return section().code() == SectionKind.CORE.code() ? reader.core(section()) : reader.table(section());
        }

        String title() {
            Place place = reader.place(section());
            return section().code() == SectionKind.CORE.code() ? place.core() : place.table();
        }

        @Override
        public int compareTo(Side other) {
            if (head.isEmpty() || other.head.isEmpty()) {
                return Boolean.compare(head.isEmpty(), other.head.isEmpty());
            }
            int byKind = Integer.compare(section().code(), other.section().code());
            return byKind != 0 ? byKind : reader.place(section()).compareTo(other.reader.place(other.section()));
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
