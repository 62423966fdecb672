package org.mneme.ir;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Ints;

/** Builds a graph population by population, and checks it at the end. */
public final class GraphBuilder {
    private final String name;
    private final NumberDomain domain;
    private final double tickSeconds;
    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();

    /**
     * Starts a graph.
     *
     * @param name of the graph
     * @param domain what numbers it computes with
     * @param tickSeconds length of a tick, s, &gt; 0
     */
    public GraphBuilder(String name, NumberDomain domain, double tickSeconds) {
        this.name = name;
        this.domain = domain;
        this.tickSeconds = tickSeconds;
    }

    /**
     * Adds a population.
     *
     * @param populationName unique
     * @param size n ≥ 1
     * @param model what its neurons do
     * @return this
     */
    public GraphBuilder population(String populationName, int size, NeuronModel model) {
        populations.add(new Population(populationName, size, model));
        return this;
    }

    /**
     * Adds a projection onto the input port, with one delay for all.
     *
     * @param projectionName unique
     * @param source name of the population that spikes
     * @param target name of the population that is reached
     * @param weights one number a pair
     * @param delay d ≥ 1 ticks
     * @return this
     */
    public GraphBuilder projection(String projectionName, String source, String target, Weights weights, int delay) {
        return projection(projectionName, source, target, weights, Ints.of(delay));
    }

    /**
     * Adds a projection onto the input port.
     *
     * @param projectionName unique
     * @param source name of the population that spikes
     * @param target name of the population that is reached
     * @param weights one number a pair
     * @param delay d ≥ 1 ticks: one for all, or one a target neuron
     * @return this
     */
    public GraphBuilder projection(String projectionName, String source, String target, Weights weights, Ints delay) {
        projections.add(new Projection(projectionName, source, target, Port.INPUT, weights, delay));
        return this;
    }

    /**
     * Returns the graph.
     *
     * @return a graph without mistakes
     * @throws InvalidGraphException listing all mistakes
     */
    public SpikingGraph build() {
        return GraphValidator.require(new SpikingGraph(name, domain, tickSeconds, populations, projections));
    }
}
