package org.mneme.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mneme.targets.Quantity;

/**
 * As first fit, and then slices that leave room on their core move to the core where they fit with the fewest further input axons.
 *
 * <p>Most slices are as large as neurons, axons or memory let them be. Room is left by the last slice of a population, and by slices that
 * something else ended, such as the number of thresholds.
 */
final class PackingPartitioner implements Partitioner {
    static final String NAME = "packing";

    /** A slice that fills its core no more than so may share it. */
    private static final double ROOMY = 0.5;
    /** Cores that are tried for a slice. */
    private static final int TRIED = 500;

    private static final Comparator<Slice> ORDER =
            Comparator.comparingInt(Slice::population).thenComparingInt(Slice::from);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CoreUse> partition(Slicer slicer, Demand demand) {
        Limits limits = slicer.limits();
        List<CoreUse> cores = new ArrayList<>();
        List<CoreUse> rests = new ArrayList<>();
        for (int p = 0; p < slicer.accounting().populations().size(); p++) {
            List<CoreUse> slices = slicer.slices(p, demand);
            for (int s = 0; s < slices.size(); s++) {
                boolean roomy = s == slices.size() - 1 || slices.get(s).fill(limits) <= ROOMY;
                (roomy && !slicer.relaxed(p) ? rests : cores).add(slices.get(s));
            }
        }
        rests.sort(Comparator.comparingDouble((CoreUse rest) -> -rest.fill(limits))
                .thenComparing(PackingPartitioner::first, ORDER));
        for (CoreUse rest : rests) {
            pack(rest, cores, limits);
        }
        cores.sort(Comparator.comparing(PackingPartitioner::first, ORDER));
        return cores;
    }

    private static Slice first(CoreUse core) {
        return core.slices().getFirst();
    }

    private static void pack(CoreUse rest, List<CoreUse> cores, Limits limits) {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int c = Math.max(0, cores.size() - TRIED); c < cores.size(); c++) {
            CoreUse core = cores.get(c);
            if (core.mayShare(rest, limits)) {
                CoreUse both = core.and(rest);
                long further = both.used(Quantity.INPUT_AXONS_PER_CORE) - core.used(Quantity.INPUT_AXONS_PER_CORE);
                if (further < fewest && both.fits(limits)) {
                    fewest = further;
                    best = c;
                }
            }
        }
        if (best < 0) {
            cores.add(rest);
        } else {
            cores.set(best, cores.get(best).and(rest));
        }
    }
}
