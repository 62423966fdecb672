package org.mneme.lab.capacity;

/**
 * One point of a capacity study.
 *
 * @param network the network
 * @param features N ≥ 2
 * @param bias ε in [0, 1): a feature is +1 with probability ½ + ½ε
 * @param measure what must be clean
 * @param procedure how the trials search
 * @param sequences sequences drawn side by side, ≥ 1; 1 where transitions are measured
 */
public record CapacityQuestion(
        Network network, int features, double bias, Measure measure, Procedure procedure, int sequences) {}
