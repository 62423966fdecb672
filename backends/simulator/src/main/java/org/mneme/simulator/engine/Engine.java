package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.SpikeSink;

/**
 * Executes a spiking graph event by event: a tick at which nothing arrives and all neurons are at rest is not executed at all.
 *
 * <p>A tick takes the volleys due from the calendar, lets each layer that is touched arrive, update and emit, and only then sends the new
 * spikes on their way, so that nothing depends on the order in which populations are visited.
 */
public final class Engine implements Execution {
    private static final Comparator<ExecutionImage.ImageSpike> IMAGE_ORDER = Comparator.comparingLong(
                    ExecutionImage.ImageSpike::tick)
            .thenComparingInt(ExecutionImage.ImageSpike::neuron);

    private final SpikingGraph graph;
    private final boolean real;
    private final Layer[] layers;
    private final SourceLayer[] sources;
    private final boolean[] recorded;
    private final Traffic traffic;
    private final Workers workers;
    private final Optional<SpikeNoise> noise;

    private long tick;
    private long spikes;
    private long synapticEvents;
    private long saturations;
    private long executedTicks;

    /**
     * Prepares a graph at tick 0.
     *
     * @param graph a graph without mistakes; its weights are not copied
     * @param options seed, threads, recorded populations, noise
     * @throws org.mneme.InvalidValueException if noise is to turn spikes that have no other side
     */
    public Engine(SpikingGraph graph, ExecutionOptions options) {
        this(graph, options, Workers.WORTH_SHARING);
    }

    Engine(SpikingGraph graph, ExecutionOptions options, long worthSharing) {
        options.requireFlippable(graph);
        this.graph = graph;
        this.real = graph.domain() instanceof NumberDomain.Real;
        int[] first = graph.firstIds();
        Layers factory = new Layers(graph, options.seed(), options.threads());
        this.layers = new Layer[graph.populations().size()];
        this.recorded = new boolean[layers.length];
        List<SourceLayer> found = new ArrayList<>();
        for (int p = 0; p < layers.length; p++) {
            Population population = graph.populations().get(p);
            layers[p] = factory.of(p, first[p]);
            recorded[p] = options.recorded().contains(population.name());
            if (layers[p] instanceof SourceLayer source) {
                found.add(source);
            }
        }
        this.sources = found.toArray(SourceLayer[]::new);
        this.traffic = new Traffic(graph);
        this.workers = new Workers(options.threads(), worthSharing);
        this.noise = options.noise().isNone() ? Optional.empty() : Optional.of(new SpikeNoise(options, layers, real));
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
        List<Waiting> places = new Injection(layers, tick).check(given);
        for (int k = 0; k < given.size(); k++) {
            SourceSpike spike = given.get(k);
            places.get(k).add(spike.tick(), spike.neuron(), raw((double) spike.payload()));
        }
    }

    private long raw(double payload) {
        return real ? Double.doubleToRawLongBits(payload) : (long) payload;
    }

    private double payload(long raw) {
        return real ? Double.longBitsToDouble(raw) : (double) raw;
    }

    @Override
    public void advance(long untilTick, SpikeSink sink) {
        if (untilTick < tick) {
            throw new IllegalArgumentException("cannot advance from tick " + tick + " back to " + untilTick);
        }
        while (tick < untilTick) {
            tick = Math.min(untilTick, nextEvent());
            if (tick < untilTick) {
                executeTick(sink);
                tick++;
            }
        }
    }

    /** The first tick, from now on, at which anything can happen. */
    private long nextEvent() {
        if (!allAtRest()) {
            return tick;
        }
        long next = traffic.nextArrival(tick);
        for (SourceLayer source : sources) {
            next = Math.min(next, source.waiting.nextTick());
        }
        return noise.isPresent() ? Math.min(next, noise.get().nextTick()) : next;
    }

    private boolean allAtRest() {
        for (Layer layer : layers) {
            if (!layer.isAtRest()) {
                return false;
            }
        }
        return true;
    }

    private boolean allIdle() {
        for (Layer layer : layers) {
            if (!layer.isIdle(tick)) {
                return false;
            }
        }
        return true;
    }

    private void executeTick(SpikeSink sink) {
        executedTicks++;
        synapticEvents += traffic.arrive(tick, layers);
        for (SourceLayer source : sources) {
            source.emit(tick);
        }
        for (Layer layer : layers) {
            if (layer.isTouched()) {
                layer.tick(tick, workers);
                saturations += layer.saturations;
                layer.saturations = 0;
            }
        }
        if (noise.isPresent()) {
            noise.get().strike(tick);
        }
        for (int p = 0; p < layers.length; p++) {
            if (layers[p].out.size() > 0) {
                commit(p, sink);
            }
        }
    }

    private void commit(int p, SpikeSink sink) {
        Layer layer = layers[p];
        SpikeBuffer out = layer.out;
        spikes += out.size();
        if (recorded[p]) {
            for (int k = 0; k < out.size(); k++) {
                sink.spike(tick, layer.firstId + out.neuron(k), payload(out.payload(k)));
            }
        }
        traffic.send(p, tick, out, tick);
        out.clear();
    }

    /** Ticks that were executed, the others having been skipped. */
    long executedTicks() {
        return executedTicks;
    }

    @Override
    public boolean idle() {
        boolean waits = noise.isPresent() && noise.get().holdsBack();
        for (SourceLayer source : sources) {
            waits |= source.waiting.size() > 0;
        }
        return !waits && allAtRest() && traffic.isOver(tick) && allIdle();
    }

    @Override
    public double[] state(String population, StateVariable variable) {
        Layer layer = layers[graph.populations().indexOf(graph.population(population))];
        layer.catchUp(tick);
        return layer.read(variable);
    }

    @Override
    public Counters counters() {
        return new Counters(spikes, synapticEvents, saturations);
    }

    @Override
    public ExecutionImage save() {
        List<Map<StateVariable, double[]>> states = new ArrayList<>();
        for (Layer layer : layers) {
            Map<StateVariable, double[]> state = new EnumMap<>(StateVariable.class);
            layer.catchUp(tick);
            for (StateVariable variable : layer.population.model().state()) {
                state.put(variable, layer.read(variable));
            }
            states.add(state);
        }
        List<ExecutionImage.ImageSpike> kept = new ArrayList<>();
        traffic.visit(
                tick,
                (p, firedAt, neuron, raw) ->
                        kept.add(new ExecutionImage.ImageSpike(firedAt, layers[p].firstId + neuron, payload(raw))));
        for (int p = 0; p < layers.length; p++) {
            Layer layer = layers[p];
            waiting(p).ifPresent(waiting -> {
                for (int k = 0; k < waiting.size(); k++) {
                    kept.add(new ExecutionImage.ImageSpike(
                            waiting.tick(k), layer.firstId + waiting.neuron(k), payload(waiting.payload(k))));
                }
            });
        }
        kept.sort(IMAGE_ORDER);
        return new ExecutionImage(tick, states, kept, counters());
    }

    /** The spikes of a population still to be sent, if it can have any. */
    private Optional<Waiting> waiting(int p) {
        return layers[p] instanceof SourceLayer source
                ? Optional.of(source.waiting)
                : noise.map(struck -> struck.late(p));
    }

    @Override
    public void restore(ExecutionImage image) {
        ImageShape.require(graph, image, noise.isPresent() && noise.get().mayHoldBack());
        for (int p = 0; p < layers.length; p++) {
            image.states().get(p).forEach(layers[p]::write);
            layers[p].findActive();
            layers[p].restored(image.tick());
        }
        traffic.clear();
        for (int p = 0; p < layers.length; p++) {
            waiting(p).ifPresent(Waiting::clear);
        }
        tick = image.tick();
        spikes = image.counters().spikes();
        synapticEvents = image.counters().synapticEvents();
        saturations = image.counters().saturations();
        List<ExecutionImage.ImageSpike> sorted = new ArrayList<>(image.spikes());
        sorted.sort(IMAGE_ORDER);
        for (int p = 0; p < layers.length; p++) {
            restoreSpikes(p, sorted);
        }
    }

    /** Sends the volleys of a population on their way again; what has not been sent waits again. */
    private void restoreSpikes(int p, List<ExecutionImage.ImageSpike> sorted) {
        Layer layer = layers[p];
        SpikeBuffer volley = new SpikeBuffer();
        long firedAt = 0;
        for (ExecutionImage.ImageSpike spike : sorted) {
            int neuron = spike.neuron() - layer.firstId;
            if (neuron < 0 || neuron >= layer.population.size()) {
                continue;
            }
            if (volley.size() > 0 && spike.tick() != firedAt) {
                traffic.send(p, firedAt, volley, tick);
                volley.clear();
            }
            if (spike.tick() >= tick) {
                waiting(p).orElseThrow().add(spike.tick(), neuron, raw(spike.payload()));
            } else {
                volley.add(neuron, raw(spike.payload()));
                firedAt = spike.tick();
            }
        }
        if (volley.size() > 0) {
            traffic.send(p, firedAt, volley, tick);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
