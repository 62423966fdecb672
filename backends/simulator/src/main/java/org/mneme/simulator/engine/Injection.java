package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mneme.ir.Source;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.InjectionException;

/** Refuses source spikes that cannot be injected. */
final class Injection {
    private final Map<String, SourceLayer> sources = new HashMap<>();
    private final long tick;

    /** Where and when a spike is. */
    private record Stamp(String population, int neuron, long tick) {}

    Injection(Layer[] layers, long tick) {
        this.tick = tick;
        for (Layer layer : layers) {
            if (layer instanceof SourceLayer source) {
                sources.put(source.population.name(), source);
            }
        }
    }

    /**
     * Checks all spikes before any is added.
     *
     * @return where each is to wait
     * @throws InjectionException naming the first that cannot be injected
     */
    List<Waiting> check(List<SourceSpike> given) {
        List<Waiting> places = new ArrayList<>(given.size());
        Set<Stamp> stamps = new HashSet<>();
        for (SourceSpike spike : given) {
            SourceLayer source = sources.get(spike.population());
            if (source == null) {
                throw refused(spike, InjectionException.Reason.NO_SOURCE);
            }
            if (spike.neuron() < 0 || spike.neuron() >= source.population.size()) {
                throw refused(spike, InjectionException.Reason.NO_NEURON);
            }
            if (isLate(spike.tick(), tick)) {
                throw refused(spike, InjectionException.Reason.LATE);
            }
            if (!isPayload(spike.payload(), source)) {
                throw refused(spike, InjectionException.Reason.PAYLOAD);
            }
            if (source.waiting.has(spike.tick(), spike.neuron())
                    || !stamps.add(new Stamp(spike.population(), spike.neuron(), spike.tick()))) {
                throw refused(spike, InjectionException.Reason.DUPLICATE);
            }
            places.add(source.waiting);
        }
        return places;
    }

    static boolean isLate(long spikeTick, long nextTick) {
        return spikeTick < nextTick;
    }

    private static boolean isPayload(long payload, SourceLayer source) {
        return source.population.model() instanceof Source model
                && payload != 0
                && payload <= model.maxPayload()
                && payload >= -model.maxPayload();
    }

    private InjectionException refused(SourceSpike spike, InjectionException.Reason reason) {
        return new InjectionException(spike, reason, tick);
    }
}
