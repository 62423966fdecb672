package org.mneme.runtime.recording;

import java.util.ArrayList;
import java.util.List;
import org.mneme.ir.GraphDigest;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Noise;

/**
 * What is recorded.
 *
 * @param graph the graph executed
 * @param features N
 * @param backend name of the backend
 * @param seed key of all random streams
 * @param noise what may happen to a spike
 * @param startTick the session's next tick
 * @param probes states to be sampled
 */
public record RecordingSubject(
        SpikingGraph graph,
        int features,
        String backend,
        long seed,
        Noise noise,
        long startTick,
        List<StateProbe> probes) {
    /** Copies the list. */
    public RecordingSubject {
        probes = List.copyOf(probes);
    }

    /**
     * Creates a subject without noise.
     *
     * @param graph the graph executed
     * @param features N
     * @param backend name of the backend
     * @param seed key of all random streams
     * @param startTick the next tick
     * @param probes states to be sampled
     */
    public RecordingSubject(
            SpikingGraph graph, int features, String backend, long seed, long startTick, List<StateProbe> probes) {
        this(graph, features, backend, seed, Noise.NONE, startTick, probes);
    }

    Manifest manifest() {
        int[] first = graph.firstIds();
        List<Manifest.PopulationRange> populations = new ArrayList<>();
        for (int p = 0; p < graph.populations().size(); p++) {
            populations.add(
                    new Manifest.PopulationRange(graph.populations().get(p).name(), first[p], first[p + 1] - first[p]));
        }
        return new Manifest(
                false,
                graph.name(),
                GraphDigest.of(graph),
                backend,
                seed,
                noise,
                graph.tickSeconds(),
                startTick,
                populations,
                Layout.tables(graph, features, probes));
    }
}
