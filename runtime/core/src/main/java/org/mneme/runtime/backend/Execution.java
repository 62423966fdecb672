package org.mneme.runtime.backend;

import java.util.List;
import java.util.Optional;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;

/** A graph being executed. Single-owner; safe to close twice. */
public interface Execution extends AutoCloseable {
    /**
     * Returns the graph.
     *
     * @return the graph
     */
    SpikingGraph graph();

    /**
     * Returns the next tick to be executed; 0 at the start.
     *
     * @return ≥ 0
     */
    long tick();

    /**
     * Adds source spikes for ticks still to come.
     *
     * @param spikes in any order
     * @throws InjectionException if one is late (its tick is before {@link #tick}), a duplicate (same neuron and tick), not of a source population, out of
     *     range, or its payload is 0 or above the source's maximum; then none is added
     */
    void inject(List<SourceSpike> spikes);

    /**
     * Executes all ticks before a tick.
     *
     * @param untilTick exclusive; not before {@link #tick}
     * @param sink told the spikes of the recorded populations
     * @throws org.mneme.MnemeException if what executes fails; where it is a {@link FailureBetweenTicks} too, what the sink was told holds
     */
    void advance(long untilTick, SpikeSink sink);

    /**
     * Says whether nothing can happen any more without further injection: no spike is under way or waiting, also none that jitter holds
     * back, and every neuron is at rest.
     *
     * @return true if so
     */
    boolean idle();

    /**
     * Returns a state variable as it is after tick {@code tick() − 1}.
     *
     * @param population name
     * @param variable one of the model's variables
     * @return n values; integers in the fixed domain
     */
    double[] state(String population, StateVariable variable);

    /**
     * Returns what has been done so far.
     *
     * @return the counters
     */
    Counters counters();

    /**
     * Returns what is to be told of the board that executes it.
     *
     * @return empty where there is none
     */
    default Optional<BoardFigures> board() {
        return Optional.empty();
    }

    /**
     * Returns everything that determines the future.
     *
     * @return an image any backend of the same graph and seed can restore
     * @throws org.mneme.MnemeException if its state cannot be taken out whole
     */
    ExecutionImage save();

    /**
     * Replaces the state by an image of the same graph.
     *
     * @param image taken by {@link #save} of any backend
     * @throws IllegalArgumentException if the image is of another graph's shape
     * @throws org.mneme.MnemeException if its state cannot be replaced
     */
    void restore(ExecutionImage image);

    @Override
    void close();
}
