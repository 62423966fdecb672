package org.mneme.map;

import java.util.List;
import org.mneme.targets.Target;

/**
 * A graph on the cores of a board.
 *
 * @param target whose cores
 * @param workload what was mapped
 * @param seed it was mapped with
 * @param partition what each core holds
 * @param placement where each is
 * @param routes of all spikes
 * @param resources every limit, used and available, for board, chips and cores
 * @param estimate of traffic, energy and time
 * @param notes what the user should know; a value of the target that is unverified or assumed and that a decision rests on
 */
public record Mapping(
        Target target,
        Workload workload,
        long seed,
        Partition partition,
        Placement placement,
        Routes routes,
        List<Resource> resources,
        Estimate estimate,
        List<String> notes) {
    /** Copies the lists. */
    public Mapping {
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }
}
