package org.mneme.board.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;

/** An execution against a golden vector: spikes tick for tick, states, counters. Relays come after the neurons they serve, so ids are the vector's. */
final class Comparison {
    /** So many differences are told; what follows from the first is no news. */
    private static final int MOST = 3;

    private final GoldenVector vector;
    private final Execution execution;
    private final boolean whole;
    private final List<String> differences = new ArrayList<>();

    private Comparison(GoldenVector vector, Execution execution, boolean whole) {
        this.vector = vector;
        this.execution = execution;
        this.whole = whole;
    }

    /**
     * Runs a vector.
     *
     * @param vector the vector
     * @param execution of its graph or of one that spikes alike, at tick 0, with its seed, that reports the vector's neurons
     * @param whole whether states and counters are compared too
     * @return the first differences, a sentence each; empty iff there is none
     * @throws org.mneme.MnemeException if the board fails
     */
    static List<String> differences(GoldenVector vector, Execution execution, boolean whole) {
        return new Comparison(vector, execution, whole).run();
    }

    private List<String> run() {
        execution.inject(vector.input());
        long from = 0;
        for (long stop : vector.stops()) {
            advance(from, stop);
            if (whole) {
                states(stop);
                counters(stop);
            }
            if (differences.size() >= MOST) {
                break;
            }
            from = stop;
        }
        return differences.stream().limit(MOST).toList();
    }

    private void advance(long from, long stop) {
        List<GoldenVector.Spike> found = new ArrayList<>();
        execution.advance(
                stop, (tick, neuron, payload) -> found.add(new GoldenVector.Spike(tick, neuron, (long) payload)));
        List<GoldenVector.Spike> wanted = vector.spikes().stream()
                .filter(spike -> spike.tick() >= from && spike.tick() < stop)
                .toList();
        for (int k = 0; k < Math.max(found.size(), wanted.size()); k++) {
            String want = k < wanted.size() ? text(wanted.get(k)) : "no further spike before tick " + stop;
            String got = k < found.size() ? text(found.get(k)) : "no further spike before tick " + stop;
            if (!want.equals(got)) {
                differences.add("expected " + want + ", got " + got);
                return;
            }
        }
    }

    private String text(GoldenVector.Spike spike) {
        return "tick " + spike.tick() + " " + GlobalIds.name(vector.graph(), spike.neuron())
                + (spike.payload() == 1 ? "" : " payload " + spike.payload());
    }

    private void states(long stop) {
        for (GoldenVector.State state : vector.states()) {
            if (state.tick() == stop) {
                long[] found = Arrays.stream(execution.state(state.population(), state.variable()))
                        .mapToLong(value -> (long) value)
                        .toArray();
                for (int neuron = 0; neuron < found.length; neuron++) {
                    long want = state.values().get(neuron);
                    if (found[neuron] != want) {
                        differences.add("after " + stop + " ticks " + state.population() + "[" + neuron + "]."
                                + state.variable().symbol() + ": expected " + want + ", got " + found[neuron]);
                        break;
                    }
                }
            }
        }
    }

    private void counters(long stop) {
        Counters found = execution.counters();
        for (GoldenVector.Count count : vector.counts()) {
            if (count.tick() == stop && !count.counters().equals(found)) {
                differences.add("after " + stop + " ticks: expected " + count.counters() + ", got " + found);
            }
        }
    }
}
