package org.mneme.report.live;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.runtime.patterns.Motif;

/** Which hidden units may fire: those of a motif, less a seeded fraction of all. A larger fraction silences those of a smaller one too. */
final class Openings {
    /** Every motif. */
    static final int ALL = -1;

    private static final long LESION = 0x6C65_7369_6F6EL;

    private final Ints all;
    private final List<Motif> motifs;
    /** At which place each unit is silenced. */
    private final int[] rank;

    Openings(int units, List<Motif> motifs, long seed) {
        this.all = Ints.range(units);
        this.motifs = List.copyOf(motifs);
        this.rank = all.toArray();
        SplittableRandom random = new SplittableRandom(seed ^ LESION);
        for (int k = units - 1; k > 0; k--) {
            int j = random.nextInt(k + 1);
            int swapped = rank[k];
            rank[k] = rank[j];
            rank[j] = swapped;
        }
    }

    Ints all() {
        return all;
    }

    /** The units of a motif, ascending. */
    Ints of(int motif) {
        return motif == ALL
                ? all
                : Ints.of(motifs.get(motif).patterns().stream()
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** How many units a fraction silences. */
    int silenced(double fraction) {
        return (int) Math.round(fraction * all.length());
    }

    /** Some units, without those that a fraction silences; possibly none. */
    Ints left(Ints units, double fraction) {
        int silenced = silenced(fraction);
        return silenced == 0
                ? units
                : Ints.of(units.stream().filter(unit -> rank[unit] >= silenced).toArray());
    }

    /** Every motif's name, as a gate is asked for. */
    List<String> names() {
        return IntStream.range(0, motifs.size())
                .mapToObj(k -> motifs.get(k).name())
                .toList();
    }

    Motif motif(int index) {
        return motifs.get(index);
    }
}
