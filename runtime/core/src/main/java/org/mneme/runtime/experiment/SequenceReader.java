package org.mneme.runtime.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.model.Successors;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.Sequencing;

/** Reads {@code sequence:}. */
final class SequenceReader {
    static final String DEFAULT = "cycle";
    private static final String MOTIFS = "motifs";

    private SequenceReader() {}

    /**
     * @param successors next
     * @param motifs the sequences listed; none of a cycle or a chain
     * @param written as it would be written
     */
    record Sequence(Successors successors, List<Ints> motifs, Object written) {}

    static Sequence absent(EncodedPatterns encoded) {
        return encoded.sequencing()
                .map(SequenceReader::own)
                .orElseGet(
                        () -> new Sequence(Successors.cycle(encoded.patterns().count()), List.of(), DEFAULT));
    }

    private static Sequence own(Sequencing sequencing) {
        return new Sequence(
                sequencing.successors(),
                sequencing.motifs().stream().map(Motif::patterns).toList(),
                TimingReader.FROM_PATTERNS);
    }

    static Sequence read(Setting setting, EncodedPatterns encoded) {
        int count = encoded.patterns().count();
        return switch (setting) {
            case Setting.Value word -> {
                IntFunction<Sequence> kind = word.oneOf(kinds(word, encoded));
                yield kind.apply(count);
            }
            case Setting.Items items -> lists(items, count);
            case Setting.Group group -> motifs(group, count);
        };
    }

    /** Motifs of equal length, of the first patterns on. */
    private static Sequence motifs(Setting.Group group, int count) {
        group.single(MOTIFS);
        Setting.Group inner = group.get(MOTIFS).group().only("count", "length");
        int length = inner.get("length").value().integer(2, count);
        int number = inner.get("count").value().integer(1, count);
        if ((long) number * length > count) {
            throw inner.error(number + " motifs of " + length + " patterns need " + (long) number * length
                    + " patterns, there are " + count + "; give at most " + count / length);
        }
        List<Ints> motifs = IntStream.range(0, number)
                .mapToObj(m ->
                        Ints.of(IntStream.range(m * length, (m + 1) * length).toArray()))
                .toList();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("count", number);
        written.put("length", length);
        return new Sequence(Successors.sequences(count, motifs), motifs, Map.of(MOTIFS, written));
    }

    private static Map<String, IntFunction<Sequence>> kinds(Setting.Value word, EncodedPatterns encoded) {
        Map<String, IntFunction<Sequence>> kinds = new LinkedHashMap<>();
        kinds.put("cycle", plain(word, Successors::cycle));
        kinds.put("chain", plain(word, Successors::chain));
        kinds.put("associative", plain(word, Successors::associative));
        kinds.put(
                TimingReader.FROM_PATTERNS,
                count -> encoded.sequencing()
                        .map(SequenceReader::own)
                        .orElseThrow(
                                () -> word.error(
                                        "these patterns have no sequence of their own; write cycle, chain, or a list of sequences")));
        return kinds;
    }

    private static IntFunction<Sequence> plain(Setting.Value word, IntFunction<Successors> kind) {
        return count -> new Sequence(kind.apply(count), List.of(), word.text());
    }

    private static Sequence lists(Setting.Items items, int count) {
        if (items.list().isEmpty()) {
            throw items.error("at least one sequence is needed, such as [[0, 1, 2]]");
        }
        List<Ints> sequences = new ArrayList<>();
        for (Setting item : items.list()) {
            if (!(item instanceof Setting.Items list)) {
                throw item.error("a list of patterns is needed here, such as in [[0, 1, 2], [3, 4]]");
            }
            int[] members = new int[list.list().size()];
            for (int k = 0; k < members.length; k++) {
                members[k] = list.list().get(k).value().integer(0, count - 1);
            }
            if (members.length < 2) {
                throw item.error("a sequence of " + members.length + " has no transition; give at least 2 patterns");
            }
            sequences.add(Ints.of(members));
            InteractionReader.located(item, () -> Successors.sequences(count, sequences));
        }
        List<List<Integer>> written =
                sequences.stream().map(s -> s.stream().boxed().toList()).toList();
        return new Sequence(Successors.sequences(count, sequences), sequences, written);
    }
}
