package org.mneme.map;

import java.util.OptionalDouble;
import org.mneme.targets.Status;

/**
 * What a tick is expected to cost, from the rates of the workload and the figures of the target.
 *
 * @param spikes a tick, of neurons
 * @param synapticEvents a tick
 * @param hops links that spikes take in a tick, along their trees
 * @param unicastHops Σ over spikes and cores they reach of the distance: traffic × hops
 * @param joules energy a tick, without idle power; empty where a figure is unknown
 * @param seconds time of the slowest core in a tick, and the barrier; empty where a figure is unknown
 * @param status the worst status of the figures that energy and time rest on
 */
public record Estimate(
        double spikes,
        double synapticEvents,
        double hops,
        double unicastHops,
        OptionalDouble joules,
        OptionalDouble seconds,
        Status status) {}
