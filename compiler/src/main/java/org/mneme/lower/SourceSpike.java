package org.mneme.lower;

/**
 * A spike to be injected.
 *
 * @param population a source population
 * @param tick when it spikes, ≥ 0; it arrives a delay later
 * @param neuron index in the population
 * @param payload not 0
 */
public record SourceSpike(String population, long tick, int neuron, long payload) {}
