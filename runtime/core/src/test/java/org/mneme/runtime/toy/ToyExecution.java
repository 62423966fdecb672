package org.mneme.runtime.toy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionImage.ImageSpike;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.runtime.backend.SpikeSink;

/** Keeps every spike as long as it may still arrive, and asks every synapse at every tick. */
final class ToyExecution implements Execution {
    private final SpikingGraph graph;
    private final ExecutionOptions options;
    private final int[] firstIds;
    private final Map<String, Integer> index;
    private final long maxDelay;
    private final List<Map<StateVariable, double[]>> states = new ArrayList<>();
    private final NavigableMap<Long, NavigableMap<Integer, Double>> fired = new TreeMap<>();
    private final NavigableMap<Long, NavigableMap<Integer, Double>> waiting = new TreeMap<>();
    private long tick;
    private long spikes;
    private long events;

    ToyExecution(SpikingGraph graph, ExecutionOptions options) {
        this.graph = graph;
        this.options = options;
        this.firstIds = graph.firstIds();
        this.index = graph.populationIndex();
        this.maxDelay = graph.projections().stream()
                .mapToInt(p -> p.delay().max())
                .max()
                .orElse(1);
        for (Population population : graph.populations()) {
            Map<StateVariable, double[]> variables = new EnumMap<>(StateVariable.class);
            population.model().state().forEach(v -> variables.put(v, new double[population.size()]));
            states.add(variables);
        }
    }

    @Override
    public SpikingGraph graph() {
        return graph;
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public void inject(List<SourceSpike> injected) {
        Map<Long, NavigableMap<Integer, Double>> added = new HashMap<>();
        for (SourceSpike spike : injected) {
            int p = index.getOrDefault(spike.population(), -1);
            require(
                    p >= 0 && graph.populations().get(p).model() instanceof Source,
                    spike,
                    InjectionException.Reason.NO_SOURCE);
            require(spike.tick() >= tick, spike, InjectionException.Reason.LATE);
            int neuron = firstIds[p] + spike.neuron();
            require(neuron >= firstIds[p] && neuron < firstIds[p + 1], spike, InjectionException.Reason.NO_NEURON);
            require(spike.payload() != 0, spike, InjectionException.Reason.PAYLOAD);
            boolean fresh = !waiting.getOrDefault(spike.tick(), new TreeMap<>()).containsKey(neuron)
                    && added.computeIfAbsent(spike.tick(), _ -> new TreeMap<>())
                                    .putIfAbsent(neuron, (double) spike.payload())
                            == null;
            require(fresh, spike, InjectionException.Reason.DUPLICATE);
        }
        added.forEach((t, row) -> at(waiting, t).putAll(row));
    }

    private void require(boolean right, SourceSpike spike, InjectionException.Reason reason) {
        if (!right) {
            throw new InjectionException(spike, reason, tick);
        }
    }

    private static NavigableMap<Integer, Double> at(Map<Long, NavigableMap<Integer, Double>> rows, long t) {
        return rows.computeIfAbsent(t, _ -> new TreeMap<>());
    }

    @Override
    public void advance(long untilTick, SpikeSink sink) {
        while (tick < untilTick) {
            NavigableMap<Integer, Double> now = at(waiting, tick);
            waiting.remove(tick);
            for (int p = 0; p < graph.populations().size(); p++) {
                switch (graph.populations().get(p).model()) {
                    case Source _ -> {}
                    case Graded graded -> update(p, graded, now);
                    case Lif _, Escape _ -> throw new IllegalArgumentException("toys have graded neurons only");
                }
            }
            if (!now.isEmpty()) {
                fired.put(tick, now);
            }
            spikes += now.size();
            now.forEach((neuron, payload) -> {
                if (options.recorded().contains(populationOf(neuron))) {
                    sink.spike(tick, neuron, payload);
                }
            });
            fired.headMap(tick + 1 - maxDelay).clear();
            tick++;
        }
    }

    private String populationOf(int neuron) {
        int p = 0;
        while (neuron >= firstIds[p + 1]) {
            p++;
        }
        return graph.populations().get(p).name();
    }

    private void update(int p, Graded graded, NavigableMap<Integer, Double> now) {
        double[] x = Objects.requireNonNull(states.get(p).get(StateVariable.SUM));
        for (int j = 0; j < x.length; j++) {
            long sum = 0;
            boolean reached = false;
            for (Projection projection : graph.projections()) {
                if (!projection.target().equals(graph.populations().get(p).name())) {
                    continue;
                }
                int source = Objects.requireNonNull(index.get(projection.source()));
                NavigableMap<Integer, Double> arriving =
                        fired.getOrDefault(tick - projection.delay().shared(j), new TreeMap<>());
                for (Map.Entry<Integer, Double> spike :
                        arriving.subMap(firstIds[source], firstIds[source + 1]).entrySet()) {
                    int i = spike.getKey() - firstIds[source];
                    if (projection.weights().stores(i, j)) {
                        double weight = projection.weights().at(i, j);
                        reached = true;
                        sum += (long) (weight * spike.getValue());
                        events += weight == 0 ? 0 : 1;
                    }
                }
            }
            if (reached) {
                x[j] = (graded.retain() ? x[j] : 0) + sum;
                double payload = payload(graded.phi(), p, j, (long) x[j]);
                if (payload != 0 || graded.sendZero()) {
                    now.put(firstIds[p] + j, payload);
                }
            }
        }
    }

    private double payload(Phi phi, int p, int j, long x) {
        return switch (phi) {
            case Phi.Identity _ -> (double) x;
            case Phi.Table table -> table.tableOf(j).at(x);
            case Phi.Sign _ -> {
                double[] last = Objects.requireNonNull(states.get(p).get(StateVariable.LAST_SIGN));
                last[j] = x == 0 ? last[j] : Long.signum(x);
                yield last[j];
            }
            case Phi.Power _, Phi.Exponential _, Phi.Step _ -> throw new IllegalArgumentException("toys are fixed");
        };
    }

    @Override
    public boolean idle() {
        return waiting.isEmpty() && fired.tailMap(tick - maxDelay).isEmpty();
    }

    @Override
    public double[] state(String population, StateVariable variable) {
        return Objects.requireNonNull(states.get(Objects.requireNonNull(index.get(population)))
                        .get(variable))
                .clone();
    }

    @Override
    public Counters counters() {
        return new Counters(spikes, events, 0);
    }

    @Override
    public ExecutionImage save() {
        List<Map<StateVariable, double[]>> copies = new ArrayList<>();
        states.forEach(variables -> {
            Map<StateVariable, double[]> copy = new EnumMap<>(StateVariable.class);
            variables.forEach((v, values) -> copy.put(v, values.clone()));
            copies.add(copy);
        });
        List<ImageSpike> underWay = new ArrayList<>();
        fired.tailMap(tick - maxDelay)
                .forEach((t, row) -> row.forEach((n, payload) -> underWay.add(new ImageSpike(t, n, payload))));
        waiting.forEach((t, row) -> row.forEach((n, payload) -> underWay.add(new ImageSpike(t, n, payload))));
        underWay.sort(Comparator.comparingLong(ImageSpike::tick).thenComparingInt(ImageSpike::neuron));
        return new ExecutionImage(tick, copies, underWay, counters());
    }

    @Override
    public void restore(ExecutionImage image) {
        tick = image.tick();
        spikes = image.counters().spikes();
        events = image.counters().synapticEvents();
        fired.clear();
        waiting.clear();
        image.spikes()
                .forEach(s -> at(s.tick() < tick ? fired : waiting, s.tick()).put(s.neuron(), s.payload()));
        for (int p = 0; p < states.size(); p++) {
            Map<StateVariable, double[]> saved = image.states().get(p);
            states.get(p)
                    .replaceAll((v, _) -> Objects.requireNonNull(saved.get(v)).clone());
        }
    }

    @Override
    public void close() {}
}
