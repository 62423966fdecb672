package org.mneme.board.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;

/** A graph and its input, as a golden vector begins. */
final class Circuit {
    private final String name;
    private final String says;
    private final GraphBuilder builder;
    private final List<SourceSpike> input = new ArrayList<>();
    private int projections;

    /**
     * What is judged.
     *
     * @param name of the vector
     * @param says the rule
     * @param graph the graph
     * @param seed key of all random draws
     * @param ticks how many are executed
     * @param input source spikes, ascending by tick
     */
    record Question(String name, String says, SpikingGraph graph, long seed, long ticks, List<SourceSpike> input) {}

    private Circuit(String name, String says, int stateBits) {
        this.name = name;
        this.says = says;
        this.builder = new GraphBuilder(name, new NumberDomain.Fixed(stateBits), 0.001);
    }

    static Circuit of(String name, String says) {
        return new Circuit(name, says, 24);
    }

    static Circuit of(String name, String says, int stateBits) {
        return new Circuit(name, says, stateBits);
    }

    Circuit source(String population, int size) {
        return source(population, size, 1);
    }

    Circuit source(String population, int size, long maxPayload) {
        builder.population(population, size, new Source(maxPayload));
        return this;
    }

    Circuit neurons(String population, int size, NeuronModel model) {
        builder.population(population, size, model);
        return this;
    }

    Circuit neurons(String population, int size, Draft draft) {
        Lif lif = draft.lif();
        return neurons(population, size, lif);
    }

    Circuit join(String from, String to, Weights weights, int... delay) {
        builder.projection(from + "-" + to + "-" + projections++, from, to, weights, Ints.of(delay));
        return this;
    }

    /** Neuron i to neuron i, at a delay of 1. */
    Circuit oneToOne(String from, String to, double... weight) {
        return join(from, to, new Weights.OneToOne(Parameter.perNeuron(weight)), 1);
    }

    /** Binary spikes of neurons at a tick. */
    Circuit spikes(String population, long tick, int... neurons) {
        for (int neuron : neurons) {
            spike(population, tick, neuron, 1);
        }
        return this;
    }

    Circuit spike(String population, long tick, int neuron, long payload) {
        input.add(new SourceSpike(population, tick, neuron, payload));
        return this;
    }

    /** A binary spike of every neuron 0…size−1 at every tick from…until−1. */
    Circuit volleys(String population, int size, long from, long until) {
        for (long tick = from; tick < until; tick++) {
            for (int neuron = 0; neuron < size; neuron++) {
                spike(population, tick, neuron, 1);
            }
        }
        return this;
    }

    Question run(long ticks) {
        return run(ticks, 0);
    }

    Question run(long ticks, long seed) {
        input.sort(Comparator.comparingLong(SourceSpike::tick));
        return new Question(name, says, builder.build(), seed, ticks, List.copyOf(input));
    }
}
