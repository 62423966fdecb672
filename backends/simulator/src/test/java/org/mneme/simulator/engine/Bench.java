package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mneme.bits.Ints;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.ExecutionOptions;

/** A graph on the test bench: what it sent so far, as text. */
final class Bench implements AutoCloseable {
    static final NumberDomain FIXED_24 = new NumberDomain.Fixed(24);
    static final NumberDomain FIXED_32 = new NumberDomain.Fixed(32);
    static final NumberDomain REAL = new NumberDomain.Real();
    static final long SEED = 5;

    final Engine engine;
    private final List<String> spikes = new ArrayList<>();

    Bench(SpikingGraph graph) {
        Set<String> all = graph.populations().stream().map(Population::name).collect(Collectors.toSet());
        engine = new Engine(graph, new ExecutionOptions(SEED, 1, all));
    }

    /** Source "in" of n neurons, one to one with weight 1 and delay 1 onto n neurons "n" of a model. */
    static Bench of(NumberDomain domain, int n, NeuronModel model) {
        return new Bench(new GraphBuilder("bench", domain, 0.001)
                .population("in", n, new Source(Integer.MAX_VALUE))
                .population("n", n, model)
                .projection("p", "in", "n", new Weights.OneToOne(Parameter.of(1)), Ints.of(1))
                .build());
    }

    /** Injects payloads at successive ticks for neuron 0 of "in"; 0 for none. */
    Bench in(long firstTick, long... payloads) {
        for (int k = 0; k < payloads.length; k++) {
            if (payloads[k] != 0) {
                spike("in", firstTick + k, 0, payloads[k]);
            }
        }
        return this;
    }

    Bench spike(String population, long tick, int neuron, long payload) {
        engine.inject(List.of(new SourceSpike(population, tick, neuron, payload)));
        return this;
    }

    /** Runs on and returns the spikes as "tick:id=payload", the inputs' included. */
    List<String> to(long tick) {
        List<String> sent = new ArrayList<>();
        engine.advance(
                tick, (t, id, payload) -> sent.add(String.format(Locale.ROOT, "%d:%d=%s", t, id, number(payload))));
        spikes.addAll(sent);
        return sent;
    }

    /** Runs on and returns the spikes of neurons from a global id on. */
    List<String> to(long tick, int fromId) {
        return to(tick).stream()
                .filter(s -> Integer.parseInt(s.substring(s.indexOf(':') + 1, s.indexOf('='))) >= fromId)
                .toList();
    }

    /** The values of a variable of neuron 0 of "n" after each of the next ticks. */
    String trace(StateVariable variable, int ticks) {
        List<String> values = new ArrayList<>();
        for (int k = 0; k < ticks; k++) {
            to(engine.tick() + 1);
            values.add(number(engine.state("n", variable)[0]));
        }
        return String.join(" ", values);
    }

    String state(String population, StateVariable variable) {
        return Arrays.stream(engine.state(population, variable))
                .mapToObj(Bench::number)
                .collect(Collectors.joining(" "));
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    List<String> spikes() {
        return List.copyOf(spikes);
    }

    @Override
    public void close() {
        engine.close();
    }
}
