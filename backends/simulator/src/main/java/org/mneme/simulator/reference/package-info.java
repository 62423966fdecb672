/**
 * The dense reference stepper: obvious, slow, and the judge of every other executor.
 *
 * <p>It visits every neuron at every tick and every pair of neurons of every projection, and shares nothing with the engine but the graph.
 */
@NullMarked
package org.mneme.simulator.reference;

import org.jspecify.annotations.NullMarked;
