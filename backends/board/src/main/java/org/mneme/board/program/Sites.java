package org.mneme.board.program;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mneme.map.Cluster;
import org.mneme.map.Mapping;
import org.mneme.targets.Quantity;

/** Where the clusters of a mapping are, in the order of a program. */
final class Sites {
    private final Mapping mapping;
    private final long coresPerChip;

    Sites(Mapping mapping) {
        this.mapping = mapping;
        this.coresPerChip = mapping.target().limit(Quantity.CORES_PER_CHIP);
    }

    /** Clusters that hold something, ascending by site. */
    List<Integer> order() {
        return IntStream.range(0, mapping.partition().clusters().size())
                .boxed()
                .filter(c -> !cluster(c).slices().isEmpty())
                .sorted(Comparator.comparingInt(this::site))
                .toList();
    }

    Cluster cluster(int index) {
        return mapping.partition().clusters().get(index);
    }

    int site(int cluster) {
        return mapping.placement().sites().at(cluster);
    }

    int chip(int cluster) {
        return (int) (site(cluster) / coresPerChip);
    }

    int core(int cluster) {
        return (int) (site(cluster) % coresPerChip);
    }
}
