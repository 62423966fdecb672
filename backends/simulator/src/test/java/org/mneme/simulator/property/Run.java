package org.mneme.simulator.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** One execution of a case, and what it has spiked since it was last asked. */
public final class Run implements AutoCloseable {
    private final Case given;
    private final Execution execution;
    private final List<Fired> fired = new ArrayList<>();

    /** A spike as it was reported; equal to the bit. */
    record Fired(long tick, int neuron, double payload) {}

    /** A state variable of a population. */
    record Probe(String population, StateVariable variable) {}

    Run(Backend backend, Case given, int threads, Set<String> recorded) {
        this.given = given;
        ExecutionOptions options = new ExecutionOptions(given.executionSeed(), threads, recorded);
        this.execution = backend.open(given.graph(), options.withNoise(given.noise(), given.flipped()));
    }

    Run(Backend backend, Case given) {
        this(backend, given, 1, everything(given));
    }

    public static Set<String> everything(Case given) {
        Set<String> names = new HashSet<>();
        given.graph().populations().forEach(population -> names.add(population.name()));
        return names;
    }

    static List<Probe> probes(Case given) {
        List<Probe> probes = new ArrayList<>();
        for (Population population : given.graph().populations()) {
            population.model().state().forEach(variable -> probes.add(new Probe(population.name(), variable)));
        }
        return probes;
    }

    Execution execution() {
        return execution;
    }

    /** Injects the case's spikes of ticks from…until−1, in an order drawn from the seed. */
    void inject(long from, long until) {
        List<SourceSpike> spikes = new ArrayList<>();
        for (SourceSpike spike : given.input()) {
            if (spike.tick() >= from && spike.tick() < until) {
                spikes.add(spike);
            }
        }
        Collections.shuffle(spikes, new Random(given.executionSeed()));
        execution.inject(spikes);
    }

    /** Advances and returns the spikes of the recorded populations. */
    List<Fired> advance(long until) {
        fired.clear();
        execution.advance(until, (tick, neuron, payload) -> fired.add(new Fired(tick, neuron, payload)));
        return List.copyOf(fired);
    }

    /** Goes on from its own image. */
    void restart() {
        execution.restore(execution.save());
    }

    double[] state(Probe probe) {
        return execution.state(probe.population(), probe.variable());
    }

    Counters counters() {
        return execution.counters();
    }

    @Override
    public void close() {
        execution.close();
    }
}
