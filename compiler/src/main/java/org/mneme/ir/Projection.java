package org.mneme.ir;

import org.mneme.bits.Ints;

/**
 * Synapses from one population to a port of another.
 *
 * @param name unique in the graph
 * @param source name of the population that spikes
 * @param target name of the population that is reached
 * @param port the target's input
 * @param weights one number a (source, target) pair
 * @param delay d ≥ 1 ticks: one for all, or one a target neuron; a spike at tick t arrives at t + d
 */
public record Projection(String name, String source, String target, Port port, Weights weights, Ints delay) {}
