package org.mneme.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.targets.Quantity;

/**
 * A partition that agrees with the demand it was cut for.
 *
 * <p>Output axons and copies of a slice depend on how many cores its targets are on. Reckoning starts with none; each round reckons with
 * at least what the last one found, so that slices only become smaller, and ends with the least that agrees with itself. Where that goes
 * on for long, demand is raised by a little more than what was found; if it then seems that nothing fits, by less.
 *
 * @param slicer what cut it, and knows what did not fit
 * @param cores what each core is used for
 */
record SettledPartition(Slicer slicer, List<CoreUse> cores) {
    /** Slices cut, in all rounds, after which demand is raised by more than what was found. */
    private static final long PATIENCE = 20_000;

    private static final double HASTE = 1.1;
    private static final double CARE = 1.02;
    /** Rounds after which cutting is given up: what then exceeds a limit is reported. */
    private static final int ROUNDS = 2000;

    static SettledPartition of(Partitioner partitioner, Accounting accounting, MappingProgress progress) {
        SettledPartition hasty = settled(partitioner, new Slicer(accounting), HASTE, 0, progress);
        boolean fits =
                !hasty.slicer.lifted(Quantity.OUTPUT_AXONS_PER_CORE) && !hasty.slicer.lifted(Quantity.NEURONS_PER_CORE);
        SettledPartition last = fits ? hasty : settled(partitioner, new Slicer(accounting), CARE, 0.5, progress);
        progress.reached(MappingProgress.Stage.PARTITION, 1, Optional.empty());
        return last;
    }

    private static SettledPartition settled(
            Partitioner partitioner, Slicer slicer, double haste, double done, MappingProgress progress) {
        Accounting accounting = slicer.accounting();
        Demand demand = Demand.none(accounting.populations());
        List<CoreUse> cores = List.of();
        Demand found = demand;
        long cut = 0;
        for (int round = 0; round < ROUNDS; round++) {
            cores = partitioner.partition(slicer, demand);
            found = Demand.of(accounting.populations(), cores);
            cut += cores.size();
            double part = done + cut / (cut + (double) PATIENCE) / 2;
            progress.reached(MappingProgress.Stage.PARTITION, part, Optional.empty());
            if (found.within(demand)) {
                break;
            }
            demand = demand.raisedTo(found, cut < PATIENCE ? 1 : haste);
        }
        List<CoreUse> exact = new ArrayList<>();
        for (CoreUse core : cores) {
            exact.add(accounting.use(core.cluster(), found));
        }
        return new SettledPartition(slicer, exact);
    }
}
