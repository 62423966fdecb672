package org.mneme.board.conformance;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Counters;

/**
 * A graph, what it is given, and what every executor of it must do: the dense reference stepper did it.
 *
 * @param name such as "lif-hard-reset"; also the name of its files
 * @param says the rule that it holds, a sentence
 * @param graph a graph without mistakes, in the fixed domain
 * @param seed key of all random draws
 * @param ticks how many are executed
 * @param input source spikes, ascending by tick
 * @param spikes of every population that is no source, ascending by tick, then global id
 * @param states at some ticks, the last among them
 * @param counts at the same ticks
 */
public record GoldenVector(
        String name,
        String says,
        SpikingGraph graph,
        long seed,
        long ticks,
        List<SourceSpike> input,
        List<Spike> spikes,
        List<State> states,
        List<Count> counts) {
    /**
     * A spike.
     *
     * @param tick when it was sent
     * @param neuron global id
     * @param payload 1 for a binary spike
     */
    public record Spike(long tick, int neuron, long payload) {}

    /**
     * A state variable of a population.
     *
     * @param tick how many ticks had been executed
     * @param population name
     * @param variable one of its model's
     * @param values one a neuron
     */
    public record State(long tick, String population, StateVariable variable, List<Long> values) {
        /** Copies the list. */
        public State {
            values = List.copyOf(values);
        }
    }

    /**
     * The counters.
     *
     * @param tick how many ticks had been executed
     * @param counters what had been done
     */
    public record Count(long tick, Counters counters) {}

    /** Copies the lists. */
    public GoldenVector {
        input = List.copyOf(input);
        spikes = List.copyOf(spikes);
        states = List.copyOf(states);
        counts = List.copyOf(counts);
    }

    /**
     * Returns the ticks at which states and counters are known.
     *
     * @return ascending; the last is {@link #ticks}
     */
    public SortedSet<Long> stops() {
        SortedSet<Long> stops = new TreeSet<>();
        counts.forEach(count -> stops.add(count.tick()));
        return stops;
    }
}
