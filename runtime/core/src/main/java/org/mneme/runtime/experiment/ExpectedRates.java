package org.mneme.runtime.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.ir.Population;
import org.mneme.lower.Lowered;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;

/** How often the neurons of each population spike in a recall, found by a short one; placement rests on it. */
public final class ExpectedRates {
    /** Recall steps of a recall that is measured, at most. */
    static final int STEPS = 32;

    /** Synaptic events after which it ends, so that large graphs take no longer than a moment. */
    private static final long ENOUGH_EVENTS = 400_000_000L;

    private static final String SIMULATOR = "simulator";

    private ExpectedRates() {}

    /**
     * Recalls a few steps from a clean cue, and counts spikes.
     *
     * @param lowered what is executed
     * @param cue the state cued
     * @param seed of random draws
     * @return population → spikes of one of its neurons in a tick, sources included; empty where there is no simulator. The same for the
     *     same arguments
     */
    public static Map<String, Double> of(Lowered lowered, Signs cue, long seed) {
        Optional<Backend> simulator =
                Backends.all().stream().filter(b -> b.name().equals(SIMULATOR)).findFirst();
        return simulator.map(backend -> measure(lowered, cue, seed, backend)).orElse(Map.of());
    }

    private static Map<String, Double> measure(Lowered lowered, Signs cue, long seed, Backend backend) {
        int[] first = lowered.graph().firstIds();
        Counter counter = new Counter(first);
        SessionOptions options =
                SessionOptions.seeded(seed).probing(Probes.allSpikes()).listening(counter);
        long ticks;
        try (Session session = Session.open(lowered, backend, options)) {
            session.cue(cue);
            int steps = 0;
            while (steps < STEPS
                    && session.counters().synapticEvents() < ENOUGH_EVENTS
                    && !session.recall(1).isEmpty()) {
                steps++;
            }
            ticks = Math.max(1, session.tick());
        }
        Map<String, Double> rates = new LinkedHashMap<>();
        List<Population> populations = lowered.graph().populations();
        for (int p = 0; p < populations.size(); p++) {
            double neurons = Math.max(1, populations.get(p).size());
            rates.put(populations.get(p).name(), counter.spikes[p] / neurons / ticks);
        }
        return rates;
    }

    /** Counts spikes by population. */
    private static final class Counter implements SessionListener {
        private final int[] first;
        private final long[] spikes;

        Counter(int[] first) {
            this.first = first;
            this.spikes = new long[first.length - 1];
        }

        @Override
        public void spike(long tick, int neuron, double payload) {
            int p = 0;
            while (neuron >= first[p + 1]) {
                p++;
            }
            spikes[p]++;
        }
    }
}
