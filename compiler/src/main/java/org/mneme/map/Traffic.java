package org.mneme.map;

import java.util.ArrayList;
import java.util.List;
import org.mneme.targets.Quantity;

/** Spikes that clusters are expected to send each other. */
final class Traffic {
    private Traffic() {}

    static PlacementProblem problem(Accounting accounting, List<CoreUse> cores, Mesh mesh) {
        List<PlacementProblem.Edge> edges = new ArrayList<>();
        double[] fromHost = new double[cores.size()];
        for (int to = 0; to < cores.size(); to++) {
            CoreUse hearing = cores.get(to);
            for (int p = 0; p < accounting.populations().size(); p++) {
                long[] words = hearing.heard().get(p);
                if (words == null) {
                    continue;
                }
                double rate = accounting
                        .workload()
                        .rate(accounting.populations().get(p).name());
                if (accounting.onHost(p)) {
                    fromHost[to] += rate
                            * count(words, 0, accounting.populations().get(p).size());
                }
            }
        }
        for (int from = 0; from < cores.size(); from++) {
            for (Slice slice : cores.get(from).slices()) {
                double rate = accounting
                        .workload()
                        .rate(accounting.populations().get(slice.population()).name());
                for (int to = 0; to < cores.size(); to++) {
                    long[] words = cores.get(to).heard().get(slice.population());
                    long spiking = words == null || to == from ? 0 : count(words, slice.from(), slice.to());
                    if (spiking > 0) {
                        edges.add(new PlacementProblem.Edge(from, to, rate * spiking));
                    }
                }
            }
        }
        return new PlacementProblem(
                mesh,
                edges,
                fromHost,
                cores.stream().mapToLong(CoreUse::bits).toArray(),
                accounting.target().limit(Quantity.SYNAPSE_BITS_PER_CHIP));
    }

    private static long count(long[] words, int from, int to) {
        long count = 0;
        for (int w = from >>> 6; w <= to - 1 >>> 6; w++) {
            long mask = (w == from >>> 6 ? -1L << from : -1L) & (w == to - 1 >>> 6 ? -1L >>> -to : -1L);
            count += Long.bitCount(words[w] & mask);
        }
        return count;
    }
}
