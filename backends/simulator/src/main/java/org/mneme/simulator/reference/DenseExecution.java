package org.mneme.simulator.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.runtime.backend.SpikeSink;

/** Steps a graph: at each tick every neuron of every population, in order. */
final class DenseExecution implements Execution {
    private final SpikingGraph graph;
    private final ExecutionOptions options;
    private final Arithmetic arithmetic;
    private final SpikeNoise noise;
    private final Map<String, Integer> populationIndex;
    private final int[] first;
    private final long longestDelay;

    private long tick;
    private Cell[] cells;
    /** By tick, then global id: the spikes sent that may still arrive, and those, injected or late, that wait for their tick. */
    private TreeMap<Long, SortedMap<Integer, Double>> spikes = new TreeMap<>();

    private Counters counters = Counters.NONE;

    DenseExecution(SpikingGraph graph, ExecutionOptions options) {
        options.requireFlippable(graph);
        this.graph = graph;
        this.options = options;
        this.noise = new SpikeNoise(options);
        this.arithmetic = Arithmetic.of(graph.domain());
        this.populationIndex = graph.populationIndex();
        this.first = graph.firstIds();
        this.longestDelay = graph.projections().stream()
                .mapToLong(projection -> projection.delay().max())
                .max()
                .orElse(0);
        this.cells = freshCells();
    }

    private Cell[] freshCells() {
        Cell[] fresh = new Cell[first[graph.populations().size()]];
        for (int id = 0; id < fresh.length; id++) {
            fresh[id] = new Cell();
        }
        return fresh;
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
    public void inject(List<SourceSpike> given) {
        Set<List<Long>> stamps = new HashSet<>();
        for (SourceSpike spike : given) {
            refuse(spike, stamps);
        }
        for (SourceSpike spike : given) {
            spikesAt(spike.tick()).put(globalId(spike), (double) spike.payload());
        }
    }

    private void refuse(SourceSpike spike, Set<List<Long>> stamps) {
        if (!populationIndex.containsKey(spike.population())
                || !(graph.population(spike.population()).model() instanceof Source source)) {
            throw new InjectionException(spike, InjectionException.Reason.NO_SOURCE, tick);
        }
        if (spike.neuron() < 0
                || spike.neuron() >= graph.population(spike.population()).size()) {
            throw new InjectionException(spike, InjectionException.Reason.NO_NEURON, tick);
        }
        if (spike.tick() < tick) {
            throw new InjectionException(spike, InjectionException.Reason.LATE, tick);
        }
        if (spike.payload() == 0 || spike.payload() > source.maxPayload() || spike.payload() < -source.maxPayload()) {
            throw new InjectionException(spike, InjectionException.Reason.PAYLOAD, tick);
        }
        boolean waiting = spikes.getOrDefault(spike.tick(), new TreeMap<>()).containsKey(globalId(spike));
        if (waiting || !stamps.add(List.of(spike.tick(), (long) globalId(spike)))) {
            throw new InjectionException(spike, InjectionException.Reason.DUPLICATE, tick);
        }
    }

    private int globalId(SourceSpike spike) {
        return first[index(spike.population())] + spike.neuron();
    }

    private int index(String population) {
        return Objects.requireNonNull(populationIndex.get(population));
    }

    private SortedMap<Integer, Double> spikesAt(long when) {
        return spikes.computeIfAbsent(when, _ -> new TreeMap<>());
    }

    @Override
    public void advance(long untilTick, SpikeSink sink) {
        if (untilTick < tick) {
            throw new IllegalArgumentException("cannot advance from tick " + tick + " back to " + untilTick);
        }
        while (tick < untilTick) {
            executeTick(sink);
            tick++;
            spikes.headMap(tick - longestDelay).clear();
        }
    }

    private void executeTick(SpikeSink sink) {
        SortedMap<Integer, Double> now = spikesAt(tick);
        long events = 0;
        long saturations = 0;
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            for (int neuron = 0; neuron < population.size(); neuron++) {
                int id = first[p] + neuron;
                List<Arithmetic.Input> inputs = inputs(population, neuron);
                long word = Philox.escapeWord(options.seed(), tick, id);
                Arithmetic.Outcome outcome = arithmetic.step(population.model(), neuron, cells[id], inputs, word);
                if (outcome.spikes()) {
                    // What is fired later replaces what was to be sent at the same tick.
                    noise.sent(population, first[p], new SpikeNoise.Sent(tick, id, outcome.payload()))
                            .ifPresent(sent -> spikesAt(sent.tick()).put(sent.id(), sent.payload()));
                }
                saturations += outcome.saturations();
                events += inputs.stream()
                        .flatMap(input -> input.synapses().stream())
                        .filter(synapse -> synapse.weight() != 0)
                        .count();
            }
        }
        counters = new Counters(
                counters.spikes() + now.size(),
                counters.synapticEvents() + events,
                counters.saturations() + saturations);
        now.forEach((id, payload) -> {
            if (options.recorded()
                    .contains(graph.populations().get(populationOf(id)).name())) {
                sink.spike(tick, id, payload);
            }
        });
        if (now.isEmpty()) {
            spikes.remove(tick);
        }
    }

    /** What reaches a neuron at this tick: one entry a projection that ends on its population. */
    private List<Arithmetic.Input> inputs(Population target, int neuron) {
        List<Arithmetic.Input> inputs = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            if (projection.target().equals(target.name())) {
                inputs.add(new Arithmetic.Input(projection.weights(), synapses(projection, neuron)));
            }
        }
        return inputs;
    }

    private List<Arithmetic.Synapse> synapses(Projection projection, int target) {
        SortedMap<Integer, Double> arriving =
                spikes.get(tick - projection.delay().shared(target));
        if (arriving == null) {
            return List.of();
        }
        List<Arithmetic.Synapse> met = new ArrayList<>();
        int source = index(projection.source());
        for (int i = 0; i < graph.populations().get(source).size(); i++) {
            Double payload = arriving.get(first[source] + i);
            if (payload != null && projection.weights().stores(i, target)) {
                met.add(new Arithmetic.Synapse(projection.weights().at(i, target), payload));
            }
        }
        return met;
    }

    private int populationOf(int id) {
        int p = 0;
        while (id >= first[p + 1]) {
            p++;
        }
        return p;
    }

    @Override
    public boolean idle() {
        boolean nothingUnderWay = spikes.entrySet().stream()
                .allMatch(at -> at.getKey() < tick
                        && at.getValue().keySet().stream().noneMatch(id -> canStillArrive(at.getKey(), id)));
        for (int id = 0; id < cells.length && nothingUnderWay; id++) {
            if (!atRest(id)) {
                return false;
            }
        }
        return nothingUnderWay;
    }

    /** One more update without input changes nothing, spikes nothing and saturates nothing, whatever the random word: 0 is the one most apt to fire. */
    private boolean atRest(int id) {
        int p = populationOf(id);
        NeuronModel model = graph.populations().get(p).model();
        Cell after = cells[id].copy();
        Arithmetic.Outcome outcome = arithmetic.step(model, id - first[p], after, List.of(), 0);
        return !outcome.spikes() && outcome.saturations() == 0 && after.sameAs(cells[id]);
    }

    /** Whether a spike that was fired meets a synapse at this tick or later. */
    private boolean canStillArrive(long fired, int id) {
        int p = populationOf(id);
        for (Projection projection : graph.projections()) {
            if (index(projection.source()) == p) {
                int targets = graph.population(projection.target()).size();
                for (int j = 0; j < targets; j++) {
                    if (fired + projection.delay().shared(j) >= tick
                            && projection.weights().stores(id - first[p], j)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public double[] state(String population, StateVariable variable) {
        Population found = graph.population(population);
        if (!found.model().state().contains(variable)) {
            throw new IllegalArgumentException(population + " has no state variable " + variable.symbol());
        }
        int start = first[index(population)];
        double[] values = new double[found.size()];
        for (int neuron = 0; neuron < values.length; neuron++) {
            values[neuron] = cells[start + neuron].get(variable);
        }
        return values;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public ExecutionImage save() {
        List<Map<StateVariable, double[]>> states = new ArrayList<>();
        for (Population population : graph.populations()) {
            Map<StateVariable, double[]> state = new EnumMap<>(StateVariable.class);
            for (StateVariable variable : population.model().state()) {
                state.put(variable, state(population.name(), variable));
            }
            states.add(state);
        }
        List<ExecutionImage.ImageSpike> kept = new ArrayList<>();
        spikes.forEach((when, volley) -> volley.forEach((id, payload) -> {
            if (when >= tick || canStillArrive(when, id)) {
                kept.add(new ExecutionImage.ImageSpike(when, id, payload));
            }
        }));
        return new ExecutionImage(tick, states, kept, counters);
    }

    @Override
    public void restore(ExecutionImage image) {
        requireShape(image);
        Cell[] restored = freshCells();
        for (int p = 0; p < graph.populations().size(); p++) {
            int start = first[p];
            image.states().get(p).forEach((variable, values) -> {
                for (int neuron = 0; neuron < values.length; neuron++) {
                    restored[start + neuron].set(variable, values[neuron]);
                }
            });
        }
        cells = restored;
        spikes = new TreeMap<>();
        for (ExecutionImage.ImageSpike spike : image.spikes()) {
            spikesAt(spike.tick()).put(spike.neuron(), spike.payload());
        }
        tick = image.tick();
        counters = image.counters();
    }

    private void requireShape(ExecutionImage image) {
        require(image.tick() >= 0
                && image.states().size() == graph.populations().size());
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            Map<StateVariable, double[]> state = image.states().get(p);
            require(state.keySet().equals(Set.copyOf(population.model().state())));
            require(state.values().stream().allMatch(values -> values.length == population.size()));
        }
        for (ExecutionImage.ImageSpike spike : image.spikes()) {
            require(spike.neuron() >= 0 && spike.neuron() < cells.length);
            boolean fromSource =
                    graph.populations().get(populationOf(spike.neuron())).model() instanceof Source;
            require(spike.tick() < image.tick() || fromSource || options.noise().jitter() > 0);
        }
    }

    private void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("the image is of another graph than " + graph.name());
        }
    }

    @Override
    public void close() {
        spikes.clear();
    }
}
