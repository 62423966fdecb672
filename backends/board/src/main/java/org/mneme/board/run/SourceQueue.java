package org.mneme.board.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.runtime.backend.InjectionException.Reason;

/** Source spikes that wait on the host for their tick: any number, in any order; the board is given them shortly before. */
final class SourceQueue {
    private final Map<String, Range> sources = new HashMap<>();
    private final TreeMap<Long, TreeMap<Integer, Integer>> waiting = new TreeMap<>();

    /** Global ids of a source population, and the largest magnitude of a payload. */
    private record Range(int first, int size, long maxPayload) {}

    private record Stamp(long tick, int id) {}

    SourceQueue(SpikingGraph graph) {
        int[] first = graph.firstIds();
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            if (population.model() instanceof Source source) {
                long most = Math.min(source.maxPayload(), Integer.MAX_VALUE);
                sources.put(population.name(), new Range(first[p], population.size(), most));
            }
        }
    }

    /**
     * Adds spikes, all or none.
     *
     * @param spikes in any order
     * @param tick the next to be executed
     * @throws InjectionException naming the first that cannot be
     */
    void add(List<SourceSpike> spikes, long tick) {
        Set<Stamp> stamps = new HashSet<>();
        List<Integer> ids = new ArrayList<>(spikes.size());
        for (SourceSpike spike : spikes) {
            int id = check(spike, tick);
            SortedMap<Integer, Integer> there = waiting.get(spike.tick());
            if (there != null && there.containsKey(id) || !stamps.add(new Stamp(spike.tick(), id))) {
                throw new InjectionException(spike, Reason.DUPLICATE, tick);
            }
            ids.add(id);
        }
        for (int i = 0; i < ids.size(); i++) {
            SourceSpike spike = spikes.get(i);
            waiting.computeIfAbsent(spike.tick(), _ -> new TreeMap<>()).put(ids.get(i), (int) spike.payload());
        }
    }

    private int check(SourceSpike spike, long tick) {
        Range range = sources.get(spike.population());
        if (range == null) {
            throw new InjectionException(spike, Reason.NO_SOURCE, tick);
        }
        if (spike.neuron() < 0 || spike.neuron() >= range.size()) {
            throw new InjectionException(spike, Reason.NO_NEURON, tick);
        }
        if (spike.tick() < tick) {
            throw new InjectionException(spike, Reason.LATE, tick);
        }
        if (spike.payload() == 0 || spike.payload() > range.maxPayload() || spike.payload() < -range.maxPayload()) {
            throw new InjectionException(spike, Reason.PAYLOAD, tick);
        }
        return range.first() + spike.neuron();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The spikes of a tick, ascending by global id. */
    record Due(long tick, List<Spike> spikes) {}

    /** A spike of a source. */
    record Spike(int id, int payload) {}

    /** The first tick for which spikes wait, where it is before another. */
    Optional<Due> first(long until) {
        return waiting.headMap(until).entrySet().stream()
                .findFirst()
                .map(tick -> new Due(
                        tick.getKey(),
                        tick.getValue().entrySet().stream()
                                .map(spike -> new Spike(spike.getKey(), spike.getValue()))
                                .toList()));
    }

    /** Forgets the spikes of a tick, which the board has now. */
    void taken(long tick) {
        waiting.remove(tick);
    }
}
